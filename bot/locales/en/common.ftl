nobody-yet = nobody yet
no-date = no date yet
on-day = { $day }

status-on-track = on track
status-at-risk = at risk
status-off-track = off track
status-done = done
status-pending = no check-in yet
status-outdated = outdated
status-said = { $said } (the numbers say { $computed })

kind-increase = raise it
kind-decrease = bring it down
kind-reach = reach a number
kind-maintain-above = keep it above
kind-maintain-below = keep it below
kind-baseline = find the baseline
kind-milestone = done or not done

level-organisation = organisation
level-team = team
level-individual = individual

ambition-committed = committed
ambition-aspirational = aspirational

measure-milestone = done or not done
measure-baseline = find the baseline
measure-none = not measured yet
measure-from-to = { $start } → { $target }
measure-reach = reach { $target }
measure-up-by = up by { $target }
measure-down-by = down by { $target }
measure-at-most = stay at { $target } or less
measure-below = stay below { $target }
measure-at-least = stay at { $target } or more
measure-above = stay above { $target }

stands-at = now { $current }
stands-of = now { $current }, target { $target }
stands-expected = now { $current }, target { $target }, expected by today { $expected }

objective-detail = { $count ->
    [0] { $level }, no key results yet
    [one] { $level }, 1 key result
   *[other] { $level }, { $count } key results
}

button-save = Save
button-edit = Edit
button-discard = Discard
button-check-in = Check in
button-no-change = No change
button-skip = Skip
button-cancel = Cancel
button-more = More

confidence-low = { $confidence } of 10, at risk
confidence-middling = { $confidence } of 10, has issues
confidence-high = { $confidence } of 10, on track
cycle-word = Cycle

bar = { $bar } { $percent }
bar-done = { $percent } done
bar-done-expected = { $percent } done, { $expected } expected by now
share = { $percent }
more-than-fits = … and { $count } more. There is too much here for one message.
not-chosen = not chosen
weighing-equal = equally
weighing-size = by size
share-of = { $label } { $share }
shares-by-size = { $shares }, by size
shares-edited = { $shares }
weighing-all-equal = Each key result counts the same.
weighing-nothing-yet = There is no key result to weigh yet; those to come will be.
weighing-apart = { $count ->
    [one] { $key_results } cannot be compared with another by size (that takes a start, a target and the same unit), so it counts an equal part.
   *[other] { $key_results } cannot be compared with others by size (that takes a start, a target and the same unit), so each counts an equal part.
}
weighing-fixed = { $count ->
    [one] { $key_results } keeps the share that was set for it. “{ $label } weight equal” gives it up.
   *[other] { $key_results } keep the shares that were set for them. “{ $label } weight equal” gives one up.
}
