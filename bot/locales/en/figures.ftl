# Numbers with their units. `plural` is the plural category of the number, `number` its digits.
figure-months = { $plural ->
    [one] { $number } month
   *[other] { $number } months
}
figure-weeks = { $plural ->
    [one] { $number } week
   *[other] { $number } weeks
}
figure-days = { $plural ->
    [one] { $number } day
   *[other] { $number } days
}
figure-hours = { $plural ->
    [one] { $number } hour
   *[other] { $number } hours
}
figure-minutes = { $plural ->
    [one] { $number } minute
   *[other] { $number } minutes
}
figure-seconds = { $plural ->
    [one] { $number } second
   *[other] { $number } seconds
}
figure-milliseconds = { $number } ms

# "2 hours 5 minutes"
figure-two-parts = { $first } { $second }
# A sign before a duration: "+3 hours"
figure-signed = { $sign }{ $size }
# The difference of two percentages
figure-points = { $plural ->
    [one] { $number } point
   *[other] { $number } points
}
