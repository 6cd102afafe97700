slack-fact = { $label }:{ " " }
slack-bar = { $bar } { $percent }
slack-bar-expected = { $bar } { $percent }, expected { $expected }
slack-open = Show { $label }
slack-open-one = Show one of these
slack-more = … and { $count } more. There is too much here for one message.
slack-part = { $label } ({ $number })
slack-none = not chosen

slack-chart-actual = actual
slack-chart-expected = expected
slack-chart-target = target
slack-chart-value = { $value }
slack-chart-unit = { $unit ->
    [month] months
    [week] weeks
    [day] days
    [h] hours
    [min] minutes
    [ms] milliseconds
   *[s] seconds
}

slack-modal-title = Measured
slack-modal-close = Close
slack-form-open = Open the form
slack-form-needs-press = Slack opens a form only on a press.
slack-answer-there = Done. The answer is in our conversation; you can close this.

slack-home-settings = Settings
