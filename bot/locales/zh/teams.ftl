teams-fact = { $label }：
teams-bar = { $bar } { $percent }
teams-bar-expected = { $bar } { $percent }，预期 { $expected }
teams-choose = 就选这个
teams-none = 未选择
teams-more = ……还有 { $count } 项，一条消息放不下。
teams-one-moment = 请稍等，这次要久一点。你写的都在，结果会发到这里。
teams-in-private = 已经在我们的单聊里回复你了。

teams-chart-actual = 实际
teams-chart-expected = 预期
teams-chart-target = 目标
teams-chart-value = { $value }
teams-chart-unit = { $unit ->
    [month] 月
    [week] 周
    [day] 天
    [h] 小时
    [min] 分钟
    [ms] 毫秒
   *[s] 秒
}
