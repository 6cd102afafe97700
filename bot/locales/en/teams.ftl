teams-fact = { $label }:
teams-bar = { $bar } { $percent }
teams-bar-expected = { $bar } { $percent }, expected { $expected }
teams-choose = Choose
teams-none = not chosen
teams-more = … and { $count } more. There is too much here for one message.
teams-one-moment = One moment, this takes a little longer. Your words are safe, and the answer comes here.
teams-in-private = I have answered you in our own chat.

teams-chart-actual = actual
teams-chart-expected = expected
teams-chart-target = target
teams-chart-value = { $value }
teams-chart-unit = { $unit ->
    [month] months
    [week] weeks
    [day] days
    [h] hours
    [min] minutes
    [ms] milliseconds
   *[s] seconds
}
