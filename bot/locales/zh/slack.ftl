slack-fact = { $label }：
slack-bar = { $bar } { $percent }
slack-bar-expected = { $bar } { $percent }，按进度应为 { $expected }
slack-open = 查看 { $label }
slack-open-one = 选一个查看
slack-more = ……还有 { $count } 项，一条消息放不下。
slack-part = { $label }（{ $number }）
slack-none = 未选择

slack-chart-actual = 实际
slack-chart-expected = 预期
slack-chart-target = 目标
slack-chart-value = { $value }
slack-chart-unit = { $unit ->
    [month] 月
    [week] 周
    [day] 天
    [h] 小时
    [min] 分钟
    [ms] 毫秒
   *[s] 秒
}

slack-modal-title = Measured
slack-modal-close = 关闭
slack-form-open = 打开表单
slack-form-needs-press = 在 Slack 里，点一下才能打开表单。
slack-answer-there = 已处理好，回复在我们的对话里，可以关闭这个窗口了。

slack-home-settings = 设置
