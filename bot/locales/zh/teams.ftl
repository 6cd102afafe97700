teams-fact = { $label }：
teams-bar-expected = { $bar } { $percent }，预期 { $expected }
teams-choose = 就选这个
teams-one-moment = 请稍等，这次要久一点。您写的都在，结果会发到这里。
teams-in-private = 已经在我们的单聊里回复您了。

teams-tab-home = 我的 OKR
teams-tab-loading = 请稍等……
teams-tab-say = 像聊天那样写：KR1 62%，进展顺利
teams-tab-send = 发送
teams-tab-again = 没有发出去。您写的还在这里，请再试一次。
teams-tab-trouble = 没有加载出来，请重新打开这个选项卡；聊天里也都能看到。
teams-tab-unsigned = Teams 暂时无法确认您的身份，请重新打开这个选项卡，或重新登录 Teams；聊天里也都能看到。
teams-tab-stranger = 您的组织还没有开通这个 Measured，可以请管理它的人添加您的组织。
teams-tab-outside = 这个页面只能在 Microsoft Teams 里打开。
teams-privacy = Measured 把大家写给它的目标、关键结果和签到，连同姓名、语言和时区，保存在运行它的公司自己的数据库里，不会发给任何其他人。
teams-terms = Measured 是 MIT 许可的开源软件，由运行它的公司负责。
