# 带单位的数字。plural 是数字的复数类别（中文只有 other），number 是写出来的数字。
figure-months = { $plural ->
   *[other] { $number } 个月
}
figure-weeks = { $plural ->
   *[other] { $number } 周
}
figure-days = { $plural ->
   *[other] { $number } 天
}
figure-hours = { $plural ->
   *[other] { $number } 小时
}
figure-minutes = { $plural ->
   *[other] { $number } 分钟
}
figure-seconds = { $plural ->
   *[other] { $number } 秒
}
figure-milliseconds = { $number } 毫秒

# “2 小时 5 分钟”
figure-two-parts = { $first } { $second }
# 时长前的正负号：“+3 小时”
figure-signed = { $sign }{ $size }
# 两个百分比之差
figure-points = { $plural ->
   *[other] { $number } 个百分点
}
