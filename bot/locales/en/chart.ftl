chart-actual = actual
chart-expected = expected
chart-target = target
chart-value = { $value }
chart-unit = { $unit ->
    [month] months
    [week] weeks
    [day] days
    [h] hours
    [min] minutes
    [ms] milliseconds
   *[s] seconds
}
