slack-fact = { $label }：
slack-bar-expected = { $bar } { $percent }，按进度应为 { $expected }
slack-open = 查看 { $label }
slack-open-one = 选一个查看
slack-part = { $label }（{ $number }）

slack-modal-title = Measured
slack-modal-close = 关闭
slack-form-open = 打开表单
slack-form-needs-press = 在 Slack 里，点一下才能打开表单。
slack-answer-there = 已处理好，回复在我们的对话里，可以关闭这个窗口了。

slack-home-settings = 设置
