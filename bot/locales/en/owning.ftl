owning-yours-now = { $count ->
    [one] { $by } made you the owner of { $labels }
   *[other] { $by } made you the owner of { $labels }
}
owning-what = of { $objective } · due { $due }
owning-next = { $count ->
    [one] I ask you next on { $moment }, together with whatever else is due. Earlier news is welcome: type { $label } and how it stands.
   *[other] I ask you about them next on { $moment }, together with whatever else is due. Earlier news is welcome: type { $label } and how it stands.
}
owning-next-never = You are not asked at present, so nothing comes by itself. Type { $label } and how it stands whenever there is news.
owning-next-objective = { $count ->
    [one] Its key results keep their owners, who check in. You can edit it, and you find it under /okr.
   *[other] Their key results keep their owners, who check in. You can edit them, and you find them under /okr.
}
owning-keep = { $count ->
    [one] Keep it
   *[other] Keep them
}
owning-back = { $count ->
    [one] Hand it back
   *[other] Hand them back
}
owning-no-longer = { $count ->
    [one] { $labels } is no longer yours: { $by } gave it to somebody else
   *[other] { $labels } are no longer yours: { $by } gave them to somebody else
}
owning-no-longer-asked = You are not asked about this any more. What you recorded stays in the history.
owning-given = { $count ->
    [one] { $name } owns { $labels } from now on
   *[other] { $name } owns { $labels } from now on
}
owning-yours = { $labels }: yours from now on
owning-told = { $count ->
    [one] I tell { $name } now; they can hand it back.
   *[other] I tell { $name } now; they can hand them back.
}
owning-left = { $count ->
    [one] One more stays where it is: somebody else decides about it.
   *[other] { $count } more stay where they are: somebody else decides about them.
}
owning-already = { $name } owns { $labels } already, and nothing changed.
owning-yours-already = { $labels }: yours already, and nothing changed.
owning-unknown = There is no { $label } here that you can see, and nothing changed. /okr shows what is yours.
owning-closed = { $label } is closed and kept for the record, so it stays whose it was.
owning-not-yours = { $count ->
    [0] Who owns { $label }, { $title }, and who helps is not yours to decide, and nothing changed.
   *[other] Who owns { $label }, { $title }, and who helps is up to { $people }: ask there. Nothing changed.
}
owning-nothing-of = { $name } owns nothing at present, so there is nothing to give.
owning-kept = { $count ->
    [one] Good, { $labels } is yours
   *[other] Good, { $labels } are yours
}
owning-handed-back = { $labels }: back with { $names }
owning-came-back-yours = { $count ->
    [one] { $by } handed { $labels } back; it is yours again
   *[other] { $by } handed { $labels } back; they are yours again
}
owning-came-back = { $by } handed { $labels } back, to { $names }
owning-came-back-how = To give it to somebody else, type “{ $label } @name”.
owning-over = Things have changed hands since that message, so nothing changed now. /okr shows what is yours.
owning-not-yours-to-hand-back = { $label } is not yours, so there is nothing to hand back.
owning-nobody-gave = Nobody gave you { $label }, so I do not know whom to hand it back to. “{ $label } @name” gives it to somebody.

owning-form = Who looks after { $label }
owning-form-submit = Save
owning-form-meanwhile = { $label } was changed while you were choosing. Your choice is kept; send it again to put it over what is there now.
owning-field-owner = Owner
owning-field-helpers = Contributors
owning-hint-helpers = one a line, with their part: @li design
owning-error-owner = Choose somebody who is here.
owning-button-people = Owner & contributors
owning-people-saved = { $label }: saved
owning-people-same = { $label }: everything stays as it was

owning-you = you
owning-helpers = { $people }
owning-helper-part = { $name } ({ $part })
owning-helped-by = With the help of { $people }
owning-fact-helpers = Contributors
owning-helps = Contributing to { $labels } from now on: { $people }
owning-helps-told = They are told once, and not asked every week; they may check in.
owning-helps-already = Nothing changed: { $people } already contribute to { $labels }.
owning-helps-not = Nothing changed: { $people } did not contribute to { $labels }.
owning-helps-no-more = No longer contributing to { $labels }: { $people }
owning-helper-owns = { $name } owns { $label }, so there is no need to be a contributor as well. Nothing changed.
owning-helpers-many = { $most } people can contribute to one key result at most. Nothing changed.
owning-helpers-key-results = Contributors belong to key results, and { $label } is an objective. Name a key result, for example “KR3 contributor @li design”.
owning-you-help = { $by } counts on your help with { $label }
owning-you-help-part = { $by } counts on your help with { $label }: { $part }
owning-you-help-how = Its owner is asked every week, you are not. If you have news all the same, type { $label } and how it stands.
owning-button-off = Take me off
owning-helper-gone = { $name } no longer contributes to { $label }, { $title }.
