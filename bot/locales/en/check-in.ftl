check-in-recorded = Recorded for { $key_result }
check-in-recorded-many = Recorded for { $count } key results
check-in-summary = Check-in for { $key_result }
check-in-asking = One question first

check-in-detail = { $moved }. { $against }
check-in-moved = { $before } → { $now }
check-in-same = still { $now }
check-in-first = first value: { $now }
check-in-against = Expected by today { $expected }, target { $target }
check-in-done-short = Marked as done; its number stands short of the target, and I left it as it is.
check-in-change = Change
check-in-change-one = Change { $key_result }
check-in-all-done = That was all. Thank you!

check-in-ask = What does it stand at now?
check-in-ask-then = { $count ->
    [one] What does it stand at now? One more after this.
   *[other] What does it stand at now? { $count } more after this.
}
check-in-example-number = For example: { $example }, on track, and what is behind it
check-in-example-milestone = For example: done; or: at risk, the review is late
check-in-form-button = Fill in a form
check-in-none-due = Nothing is due just now. Early news is welcome all the same.
check-in-nothing-mine = No key result is yours yet, so there is nothing to check in. Draft one with: My objective is … as measured by …

check-in-which = Which key result is that about? Nothing is recorded yet.
check-in-which-button = { $key_result } { $title }
check-in-which-more = { $count ->
    [one] One more fits: type its KR number.
   *[other] { $count } more fit: type the KR number.
}
check-in-number = Which number do you mean for { $key_result }, { $title }? Nothing is recorded yet.
check-in-how = How does { $key_result }, { $title }, stand now? Nothing is recorded yet.
check-in-number-present = It stands at { $current } now.
check-in-number-start = It started at { $start }.
check-in-number-first = It has no value yet.
check-in-value-button = { $value }
check-in-one-at-a-time = I come back to one thing at a time; these words are not recorded yet:

check-in-form = Check in { $key_result }
check-in-form-amend = Change { $key_result } check-in
check-in-form-intro = { $title }. { $present }
check-in-field-value = Now at
check-in-field-status = In your own words it is
check-in-field-note = Note
check-in-hint-value = A number, or a change such as +12; empty for no new number
check-in-hint-note = What is behind it, what is in the way
check-in-status-none = as the numbers say
check-in-submit = Record

check-in-error-empty = Write a value, choose a status, or leave a note. "no change" works too.
check-in-error-number = I cannot read one value in "{ $words }". A number in its unit works, or a change such as +12.
check-in-error-which = That could be { $values }. Write it out in full, please.
check-in-form-moved-on = It was checked in while you were typing: { $present }. Your words are kept; send again to record them on top.
check-in-moved-on = { $label } was checked in after that card was drawn, so I recorded nothing twice. This is how it stands:
check-in-recorded-before = That is recorded for { $key_result } already; nothing is recorded twice.

check-in-none-due-no-change = Nothing of yours is due now, so there is nothing to confirm. To confirm one all the same, name it: "KR and its number, no change".
check-in-unknown = There is no { $label } here, so nothing is recorded. /okr shows those that are yours.
check-in-somebody-elses = { $label }, { $title }, belongs to { $owner }, who checks in for it. Nothing is recorded.
check-in-nobodys = { $label }, { $title }, has no owner yet. Nothing is recorded; whoever leads the objective can name one.
check-in-show = Show { $label }
check-in-not-read = I did not find a number, a status or "no change" in that, so nothing is recorded.
check-in-closed = { $objective } is closed, and { $label } with it, so nothing is recorded. “reopen { $objective }” opens it again.
check-in-cancelled = All right, nothing is recorded.
check-in-later = All right, nothing is recorded. I ask again on { $moment }; until then answer whenever you like.
check-in-later-never = All right, nothing is recorded. Answer whenever you like.
check-in-skipped = { $key_result } is skipped for now.
check-in-skipped-last = { $key_result } is skipped for now. That was all; /okr shows what is open.
check-in-question-over = That question is no longer open, and nothing is recorded. Type it again whenever you like, for example: KR and its number, then the value.
check-in-when = { $count ->
    [0] You are asked next on { $moment }, about nothing as things stand
    [one] You are asked next on { $moment }, about one key result as things stand
   *[other] You are asked next on { $moment }, about { $count } key results as things stand
}
check-in-when-rule = One message each round, about what you have not checked in during the last days ({ $rhythm }), and one reminder the next working day where it stays open. Nothing due, no message.
check-in-when-rule-once = One message each round, about what you have not checked in during the last days ({ $rhythm }), and no reminder. Nothing due, no message.
check-in-when-never = You are not asked about anything at present
check-in-when-team = Whom you lead is asked next
check-in-when-owns-nothing = owns nothing, so is not asked
check-in-when-not-asked = not asked at present

check-in-field-confidence = Confidence
check-in-confidence-none = not said
check-in-confidence = Confidence { $confidence }
check-in-confidence-range = Confidence goes from 1 (hardly) to 10 (certain), so I left “{ $words }” out.
check-in-undo = Undo
check-in-redo = Put it back
check-in-take-back = Take it back
check-in-recorded-already = { $count ->
    [one] That is recorded for { $key_result } already
   *[other] That is recorded already
}
check-in-mended = { $count ->
    [one] Corrected for { $key_result }
   *[other] Corrected for { $count } key results
}
check-in-instead = Instead of { $before }; the history keeps both.
check-in-instead-on = On { $day } it was { $now }, not { $before }. Where it stands now is untouched.
check-in-undone = { $count ->
    [one] Taken back. { $key_result } stands as it did before
   *[other] Taken back. These { $count } stand as they did before
}
check-in-redone = { $count ->
    [one] Put back. { $key_result } stands as it did
   *[other] Put back. These { $count } stand as they did
}
check-in-undo-nothing = There is no check-in of yours from the last day to take back. An older one can be changed: open its key result.
check-in-undone-already = That is taken back already.
check-in-redone-already = That counts already.
check-in-undo-late = That check-in is more than a week old and others have read it, so it stays. It can still be changed.
check-in-changed-since = There is a newer word on that by now, so nothing was changed.
check-in-edit-late = You changed that message, but { $key_result } was put right in another way since, so I left it as it is.
check-in-edit-kept = Your message no longer says a number or status. What it said before is still recorded:
check-in-edit-left = { $count ->
    [one] { $key_results } is no longer in your message; what was recorded stays.
   *[other] { $key_results } are no longer in your message; what was recorded stays.
}
check-in-deleted = Your message is gone; what it said is still recorded:

check-in-doubt = { $key_result }, { $title }: { $why } Nothing is recorded yet.
check-in-doubt-scale = { $value } is far from everything known so far. Is that right?
check-in-doubt-past = { $value } is far beyond the target of { $target }. Is that right?
check-in-doubt-back = { $value } is a long way back from { $before }. Is that right?
check-in-value-sure = Yes, { $value }
check-in-error-doubt = { $why } Send it again to record it, or correct it.
check-in-note-title = Add as update
check-in-note-next = Next
check-in-note-which = Which key result is it about?
check-in-when-week = The week of { $team }
check-in-when-past = “Who was nudged this week” looks back: what was sent, what is open, and why not.
