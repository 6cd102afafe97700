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
nudging-reminder-to-come = If it is still open by then, I remind you once, on { $moment }, and not again.
nudging-reminder = { $count ->
    [one] A reminder: this key result of yours is still open
   *[other] A reminder: these { $count } key results of yours are still open
}
nudging-reminder-only = This was the only reminder. The next question comes on { $moment }; “reminders off” leaves reminders out, /okr settings has the rest.
