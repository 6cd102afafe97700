reassuring-about = What this is, and why you hear from me
reassuring-why = { $count ->
    [one] { $key_results } is yours, so I ask you about it, next on { $moment }, and remind you once at most. A line like “{ $key_results } same” is enough.
   *[other] { $key_results } are yours, so I ask you about them in one message, next on { $moment }, and remind you once at most. A line is enough.
}
reassuring-why-silent = { $count ->
    [one] { $key_results } is yours, and I ask you nothing about it, as you chose.
   *[other] { $key_results } are yours, and I ask you nothing about them, as you chose.
}
reassuring-why-nothing = Nothing here is yours, so I ask you nothing.
reassuring-seen = Who sees what you write here
reassuring-everybody = Objectives, key results and what is checked in for them are there for everybody in { $workspace } to see; a draft is seen by its author alone.
reassuring-nobody-told = Nobody is told when you leave a question of mine open.
reassuring-lead-told = When a question of mine stays open for two working days, { $leads } hears of it, once; the question says so beforehand.
reassuring-unrated = The numbers speak of the work. Nobody is rated or compared with anybody.
reassuring-kept = What you checked in stays
reassuring-kept-admins = It is part of the history of your team's key results. “undo” takes back your last one. Where more has to go, { $admins } can help.
reassuring-kept-host = It is part of the history of your team's key results. “undo” takes back your last one. Where more has to go, whoever runs Measured for you can help.
reassuring-enough = Understood. I can be silent, or ask once a month.
reassuring-silent-already = Understood. I ask you nothing as it is, and it stays so.
reassuring-thanks = You are welcome.
reassuring-unsure = That is fine; nothing was recorded. Tell me when you know.
reassuring-nothing = Good. No question of mine is open just now, so nothing was recorded.
reassuring-button-monthly = Ask me once a month
reassuring-no-ranks = I rank nobody. “list at risk” shows where work could use a hand.
reassuring-no-pressing = I ask everybody once a round and remind once, so that nobody is chased. { $name } hears it best from you.
reassuring-button-asked = Who was asked this week
reassuring-one-alone = Nothing was recorded. About { $label } alone I can ask once a month; “hand back { $label }” gives it back.
reassuring-button-monthly-of = { $label } once a month
