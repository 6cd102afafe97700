slack-fact = { $label }:{ " " }
slack-bar-expected = { $bar } { $percent }, expected { $expected }
slack-open = Show { $label }
slack-open-one = Show one of these
slack-part = { $label } ({ $number })

slack-modal-title = Measured
slack-modal-close = Close
slack-form-open = Open the form
slack-form-needs-press = Slack opens a form only on a press.
slack-answer-there = Done. The answer is in our conversation; you can close this.

slack-home-settings = Settings
