nudging-headline = { $count ->
    [one] How is this key result of yours doing?
   *[other] How are these { $count } key results of yours doing?
}
nudging-more = { $count ->
    [one] and one more; “Check in” goes through all of them
   *[other] and { $count } more; “Check in” goes through all of them
}
nudging-no-change = { $label }: no change
nudging-type = Typing is enough: “{ $example }”, with a few words of news if there are any.
