chart-actual = 实际
chart-expected = 预期
chart-target = 目标
chart-value = { $value }
chart-unit = { $unit ->
    [month] 月
    [week] 周
    [day] 天
    [h] 小时
    [min] 分钟
    [ms] 毫秒
   *[s] 秒
}
