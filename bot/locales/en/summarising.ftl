summarising-title = { $team }, the week to { $day }
summarising-preview = The summary of { $team }, as it will look. Only you see it so far.
summarising-opening-quiet = A quiet week: no news from any key result yet.
summarising-opening-off = { $count ->
    [one] One key result is off track and could use a hand.
   *[other] { $count } key results are off track and could use a hand.
}
summarising-opening-risk = { $count ->
    [one] Going well, with an eye on one key result at risk.
   *[other] Moving along, with an eye on { $count } key results at risk.
}
summarising-opening-so-far = What we know so far looks good; more news is still to come.
summarising-opening-well = A good week: everything we measure is where it should be.

summarising-part-moved = What moved
summarising-part-hand = What could use a hand
summarising-part-next = What comes next
summarising-both = { $first } { $second }
summarising-went = { $label }, { $title }, went from { $before } to { $now } { $tail }.
summarising-first = { $label }, { $title }, has its first number, { $now }, { $tail }.
summarising-stands = { $label }, { $title }, stays at { $now } { $tail }.
summarising-no-number = { $label }, { $title }, has no number yet { $tail }.
summarising-tail-done = and is done
summarising-tail-on-track = and is on track
summarising-tail-at-risk = and is a little behind
summarising-tail-off-track = and is well behind
summarising-tail-open = and waits for news
summarising-milestone = { $label }, { $title }, { $state }.
summarising-state-done = is done
summarising-state-on-track = is on its way
summarising-state-at-risk = may come late
summarising-state-off-track = is in trouble
summarising-state-open = is not done yet
summarising-expected = By now { $value } was expected.
summarising-asks = { $asker } has asked { $helper } for help.
summarising-told-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
summarising-due = Due soon: { $key_results }.
summarising-due-one = { $label } on { $day }
summarising-counts = { $total ->
    [0] No key results yet.
    [one] One key result: { $parts }.
   *[other] { $total } key results: { $parts }.
}
summarising-count-done = { $count } done
summarising-count-on-track = { $count } on track
summarising-count-at-risk = { $count } at risk
summarising-count-off-track = { $count } off track
summarising-count-unheard = { $count } without a recent check-in

summarising-points = { $points } since { $day }
summarising-unchanged = { $count ->
    [one] One key result goes on as before.
   *[other] { $count } key results go on as before.
}
summarising-awaited = Still to hear from { $people }.
summarising-awaited-one = { $name } ({ $key_results })
summarising-awaited-more = { $count } more
summarising-late = { $count ->
    [one] { $key_results } came in after this had gone out, and is in it now.
   *[other] { $key_results } came in after this had gone out, and are in it now.
}
summarising-more = { $team } has more objectives than fit here; “list { $team }” shows all of them.
summarising-since = Compared with { $day }, a week ago. Put together by { $name }.
summarising-since-post = Compared with { $day }, when the last summary went out. Put together by { $name }.

summarising-post-to = Post to #{ $channel }
summarising-post-elsewhere = Another channel
summarising-post-where = Post to
summarising-channel = #{ $channel }
summarising-edit = Edit the first line
summarising-not-now = Not now
summarising-again = New summary
summarising-no-channel = There is no channel I can post to yet. Invite me to one, then ask again.
summarising-choose-channel = Which channel? Choose one below; nothing is posted yet.
summarising-channel-gone = I can no longer post to that channel. Nothing was posted; choose another one.
summarising-changed = Something has changed since that preview. Nothing was posted; this is how it stands now.
summarising-not-yours = { $count ->
    [0] Only people of { $team } can post this one.
    [one] Posting it is up to the people of { $team }: ask { $names }.
   *[other] Posting it is up to the people of { $team }: { $names } can.
}
summarising-posted = Posted to #{ $channel }: the summary of { $team }.
summarising-refused = The summary of { $team } did not get into #{ $channel }. The channel may be archived, or I am no longer in it: invite me there again, or choose another channel. Nothing is lost; the summary can be made anew.
summarising-refused-gone = The summary of { $team } did not get into its channel: you or I are not in it any more. Invite me there again, or choose another channel. Nothing is lost; the summary can be made anew.
summarising-already = The summary of { $team } is out already. This press posted nothing more.
summarising-dropped = Nothing was posted.

summarising-which-team = Which team's summary?
summarising-unknown-team = There is no team called “{ $words }”. Which one do you mean? Say “cancel” to leave it.
summarising-no-teams = There are no teams here yet, so there is nothing to sum up for one. “list all” shows everything.
summarising-team-gone = That team is no longer there. Nothing was posted.
summarising-team = Team
summarising-nothing = { $team } has no objective in this cycle yet. As soon as there is one, there is something to sum up.

summarising-form = The first line
summarising-field-lead-in = In your own words
summarising-hint-lead-in = What should people know first? Up to { $most } characters; left empty, I write one.
summarising-form-submit = Show the preview
summarising-lead-in-too-long = That is { $length } characters; up to { $most } fit in a first line.
summarising-who-sees = Everybody in #{ $channel } will see it; an answer that comes later is drawn into it.
summarising-in-thread = There is one in #{ $channel } from this week already: this one goes into its thread, without a word to the channel.
summarising-away = { $name } ({ $key_results }) is away until { $day }.
summarising-away-covered = { $name } ({ $key_results }) is away until { $day }; { $other } checks in meanwhile.
summarising-tail-said = and is { $said } in its owner's eyes (the numbers say { $computed })
