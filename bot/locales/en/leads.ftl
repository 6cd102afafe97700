leads-to-come = On { $moment } I let { $leads } know of what is still open, once.
leads-headline = { $count ->
    [one] One key result in your team is still open
   *[other] { $count } key results in your team are still open
}
leads-why = { $count ->
    [one] Its owner was asked and reminded, and knows that I tell you. Perhaps there is a lot going on; a word from you helps more than another one from me.
   *[other] Their owners were asked and reminded, and know that I tell you. Perhaps there is a lot going on; a word from you helps more than another one from me.
}
leads-asked = asked { $day }, no answer yet
leads-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
leads-once = I do not come back to these. Nobody else sees this message.
leads-button-off = Do not tell me for { $team }
