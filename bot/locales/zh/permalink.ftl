permalink-ask = 这是您公司的一个 OKR，内容只在聊天里显示，不在这个页面上。请在聊天里输入：
permalink-none = 没有这样的 OKR 地址。地址的样子是 /o/O12 或 /o/KR34。
permalink-way-local = 打开聊天
permalink-way-slack = 打开 Slack
permalink-way-teams = 在 Microsoft Teams 里打开
