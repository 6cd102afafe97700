helping-headline = 先试这三句
helping-example-draft = 「我的目标是 …，该目标通过 … 以 … 来衡量」：起草一个 OKR。用 /okr 新建 可以填表单。
helping-example-update = 「KR3 31万，进展顺利」：更新您的一个关键结果。
helping-example-own = 「{ $example }」：更新 { $label }，后面多写几句会存为备注。
helping-example-list = 「列出」：查看您的 OKR；「列出全部」：查看所有人的。
helping-button-everything = 全部用法
helping-everything = 全部用法
helping-plain-words = 在频道里写在 /okr 后面，在这里直接写就行。说大白话也可以：「看看公司的OKR」「我要做什么」。

helping-group-draft = 起草
helping-group-draft-lines =
    新建：打开表单；也可以在后面直接写完整的一句话
    草稿：查看还没保存的内容
    修改 O12：修改一个目标
helping-group-check-in = 更新进展
helping-group-check-in-lines =
    KR3 31万，进展顺利，故障已经解决：一行写清数值、状态和备注
    没有变化：该更新的都保持原样
    更新：把该更新的逐个过一遍
helping-group-see = 查看
helping-group-see-lines =
    /okr：眼下要做什么，哪些是您的
    列出、列出 @小陈、列出 增长、列出公司、列出全部、列出有风险、列出 2026 Q4
    查看 O12、查看 KR34：一个的全貌和历史
    目标树：谁支撑谁
helping-group-post = 发布小结
helping-group-post-lines =
    小结、小结 增长：团队这一周的情况，您看过之后再发到频道

helping-did-you-mean = 没有这个用法。您想要的是不是：
helping-your-words = 您写的内容在这里，没有丢：
helping-wish = { $wish }：{ $rest }
helping-verb-home = 我要做什么
helping-verb-help = 帮助
helping-verb-new = 新建 OKR
helping-verb-list = 列出
helping-verb-show = 查看
helping-verb-tree = 对齐关系
helping-verb-summary = 团队小结
helping-verb-check-in = 更新进展
helping-verb-drafts = 我的草稿
helping-verb-nudges = 我的提醒
helping-verb-save = 保存草稿
helping-verb-edit = 修改
helping-verb-discard = 放弃草稿
helping-verb-cancel = 取消

helping-not-understood = 没能从这句话里看出 OKR、进展更新或别的要求，所以什么都没有记录。这样写都可以：
helping-empty = 这条消息里没有文字。可以从这里开始：
helping-emoji = { $emoji } 收到！我读的是文字和数字，可以从这里开始：
helping-emoji-update = { $emoji } 收到！什么都没有记录。要更新关键结果，请写上编号，例如「{ $example }」。
helping-too-long = 这条消息有 { $length } 个字符，一次最多读 { $most } 个。什么都没有记录，您的原文还在上面。
helping-too-long-split = 请分几次发：每条消息写一个目标和它的关键结果，较长的背景资料可以放链接。

helping-welcome = { $name }，您好！我来帮您记着 OKR
helping-welcome-what = 用一句话写下目标，隔一阵子告诉我关键结果到哪儿了。我来画进度、记历史，也能为团队写一周小结。可以这样开始：
helping-welcome-quiet = 只有当您负责的关键结果该更新时，我才会每周找您一次。没有负责的，就不会打扰您。
