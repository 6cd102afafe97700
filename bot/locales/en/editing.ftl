editing-unknown = There is no { $label } here, so nothing was changed.
editing-gone = That is no longer there, so nothing was changed.
editing-same = { $label } says that already; nothing was changed.
editing-kept = All right, everything stays as it is.
editing-moved = { $label } has moved. The order now:
editing-moved-on = { $label } was changed after that was drawn, so nothing was done. Please look at it again.
editing-closed = { $label } is closed. “reopen { $label }” opens it again; then it can be changed.
editing-unread-level = A level is organisation, team or individual.
editing-unread-ambition = That is either committed or aspirational.
editing-unread-cycle = I know no cycle “{ $words }”. Quarters are called like 2027 Q2.
editing-unread-team = I know no team “{ $words }”.
editing-unread-date = I cannot read “{ $words }” as a day. 15 March or 2027-03-15 works.
editing-unread-number = I cannot read one number for { $label } in “{ $words }”. Write it in its unit, please.
editing-unread-weight = A weight is a share from 0 to 100 per cent, or “equal”.
editing-unread-unit = { $label } cannot be counted in that. %, a currency such as EUR, or the thing counted works; for times press Edit.
editing-due-too-early = That day lies before { $label } begins.
editing-of-key-result = Only a key result has that. Name it by its number instead of { $label }.
editing-of-objective = Only an objective has that. Name the objective of { $label } instead.
editing-no-parent = There is no saved objective { $label } to align to.
editing-circle = { $label } cannot stand below { $above }: that would be a circle.
editing-ask-drop = Drop { $label }, { $title }, from { $objective }? Nobody is asked about it any more; its check-ins stay in the history.
editing-dropped = Dropped: { $label } { $title }
editing-ask-discard = Discard { $label }, { $title }? It leaves every list, and nobody is asked about it any more.
editing-discard-or-close = If its time is over, closing it with a score keeps it for everybody to see.
editing-discarded = { $label }, { $title }, is discarded. Its history is kept.
editing-button-drop = Drop it
editing-button-discard = Discard it
editing-button-score = Close it with a score
editing-button-keep = Keep it
editing-button-keep-open = Keep it open
editing-button-close = Close with { $score }
editing-button-other-score = Another score
editing-button-reopen = Open again
editing-button-history = History
editing-ask-close = Close { $label } { $title }?
editing-close-draft = { $label } is a draft. Save or discard it; a saved one can be closed.
editing-score-computed = What was completed makes a score of { $score }. You may put another one, with a reason.
editing-score = Score { $score }
editing-score-form = Close { $label }
editing-score-form-intro = { $title }. What was completed makes { $score }.
editing-field-score = Score
editing-hint-score = From 0.0 to 1.0
editing-field-reason = Why another one
editing-hint-reason = What the numbers do not say; what you learned
editing-score-submit = Close it
editing-error-score = A score goes from 0.0 to 1.0.
editing-error-reason = The numbers say { $score }. A few words on why it is another one, please.
editing-closed-with = Closed: { $label } { $title }, score { $score }
editing-closed-remark = It stays to be read, and nobody is asked about it any more. “reopen { $label }” opens it again.
editing-closed-already = { $label } is not open, so there is nothing to close.
editing-not-closed = { $label } is not closed.
editing-reopened = Open again: { $label } { $title }
editing-history = History of { $label } { $title }
editing-history-check-ins = Check-ins
editing-history-changes = Changes
editing-history-empty = Nothing has changed since it was saved.
editing-value = { $value }
editing-parts = { $parts }
editing-no-value = a note
editing-entry-undone = { $entry } – taken back
editing-entry-mended = { $entry } – put right later
editing-initiative-now = { $progress ->
    [100] { $label }, initiative “{ $title }”: done. The key results still say how the objective does.
   *[other] { $label }, initiative “{ $title }”: { $progress }%. The key results still say how the objective does.
}
editing-initiatives-done = Initiatives: { $done } of { $count } done.
editing-initiative-draft = { $label } is a draft. Once it is saved, its initiatives can make progress.
editing-initiative-unknown = { $count ->
    [0] { $label } has no initiatives yet. “add initiative to { $label }: …” adds one.
    [one] { $label } has one initiative, so there is no number { $nth }. “show { $label }” lists it.
   *[other] { $label } has { $count } initiatives, so there is no number { $nth }. “show { $label }” lists them with their numbers.
}
editing-unread-initiative = How far is initiative { $nth } of { $label }? A per cent from 0 to 100, or done: “initiative { $nth } of { $label } 60%”.
editing-weighing-size = The key results of { $label } now count by size: the bigger the change wanted, the more it weighs.
editing-weighing-equal = The key results of { $label } now count equally.
