viewing-home-due = { $count ->
    [one] One check-in is waiting for you
   *[other] { $count } check-ins are waiting for you
}
viewing-home-no-check-in = No check-in is waiting for you
viewing-home-clear = Nothing is waiting for you
viewing-home-type = Or type it, the way you would tell a colleague: “{ $example }”.
viewing-home-drafts = { $count ->
    [one] A draft of yours is not saved yet
   *[other] { $count } drafts of yours are not saved yet
}
viewing-home-summaries = The week of { $teams } has news that nobody has posted yet.
viewing-button-summary = Preview { $name }
viewing-button-open = Open { $label }
viewing-home-mine = Yours
viewing-home-teams = { $count ->
    [one] Your team
   *[other] Your teams
}
viewing-home-team = { $name }: { $state }
viewing-home-more-teams = { $count ->
    [one] One more of your teams is on the list of teams.
   *[other] { $count } more of your teams are on the list of teams.
}
viewing-button-team = { $name }: OKRs
viewing-home-empty = Hello { $name }, nothing here is yours yet
viewing-home-start = An objective says what should be better; its key results say how you will know. One sentence is enough to begin:
viewing-home-example = “My objective is that new customers feel at home within a week as measured by activation from 40% to 60% and time to first report from 3 days to 4 hours through a guided setup.”

viewing-button-new = Start an OKR
viewing-button-mine = My OKRs
viewing-button-all = Everybody's OKRs
viewing-button-help = Help
viewing-button-tree = Tree
viewing-button-top = From the top
viewing-button-draft = Open the draft
viewing-button-objective = Back to { $label }
viewing-button-check-in = Check in { $label }
viewing-button-cycle = { $name }

viewing-whose-mine = Your OKRs
viewing-whose-person = OKRs of { $name }
viewing-whose-somebody = OKRs of somebody who has left
viewing-whose-team = OKRs of { $name }
viewing-whose-a-team = OKRs of a team that is gone
viewing-whose-organisation = { $name }, the whole organisation
viewing-whose-all = Everybody's OKRs
viewing-list = { $whose }
viewing-list-only = { $only } · { $whose }
viewing-only-behind = At risk or off track
viewing-only-off-track = Off track
viewing-only-outdated = Outdated
viewing-only-pending = Never checked in
viewing-only-done = Done
viewing-only-on-track = On track
viewing-only-unassigned = Without an owner
viewing-none-behind = Nothing is at risk here. Enjoy it.
viewing-none-off-track = Nothing is off track here.
viewing-none-outdated = Nothing is outdated here: all that was ever checked in has fresh news.
viewing-none-pending = Everything here has had a check-in.
viewing-none-done = Nothing here is done yet.
viewing-none-on-track = Nothing here is known to be on track just now.
viewing-none-unassigned = Everything here has an owner.
viewing-none-known = Nothing is known to be.
viewing-not-known = { $outdated ->
    [0] { $pending ->
        [one] One key result was never checked in: nobody knows yet.
       *[other] { $pending } key results were never checked in: nobody knows yet.
    }
    [one] { $pending ->
        [0] One key result is outdated: nobody has looked for a while.
       *[other] Nobody knows of { $pending } that were never checked in, and of one that is outdated.
    }
   *[other] { $pending ->
        [0] { $outdated } key results are outdated: nobody has looked for a while.
       *[other] Nobody knows of { $pending } that were never checked in, and of { $outdated } that are outdated.
    }
}
viewing-counts = { $count ->
    [0] { $objectives ->
        [one] One objective
       *[other] { $objectives } objectives
    }
    [one] One key result
   *[other] { $objectives ->
        [one] { $count } key results in one objective
       *[other] { $count } key results in { $objectives } objectives
    }
}
viewing-page = { $first } to { $last } of { $total } objectives
viewing-cycle-counted = { $cycle } · { $count ->
    [one] 1 objective
   *[other] { $count } objectives
}
viewing-button-next = Next
viewing-button-previous = Previous
viewing-button-whole = { $whose }
viewing-cycle = { $name } · { $starts } to { $ends }
viewing-list-empty = Nothing here in this cycle yet.
viewing-list-end = That was all.
viewing-no-teams = There are no teams here yet. “list all” shows everything.
viewing-which-team = Which team's?
viewing-nobody-called = { $near ->
    [0] I know no person, team or cycle called “{ $words }”. People are found by @handle or name.
   *[other] I know no person, team or cycle called “{ $words }”. Did you mean one of these?
}

viewing-title = { $label } { $title }
viewing-titles = { $titles }
viewing-draft = draft
viewing-draft-remark = A draft: only you see it until it is saved.
viewing-closed-score = Closed. { $score }. Kept for the record.
viewing-closed-remark = Closed: kept for the record.
viewing-key-results = Key results
viewing-initiatives = Initiatives
viewing-fact-objective = Objective
viewing-fact-measure = Measure
viewing-fact-due = Due
viewing-fact-confidence = Confidence
viewing-fact-last = Last check-in
viewing-fact-level = Level
viewing-fact-ambition = Ambition
viewing-fact-changed = Last changed
viewing-fact-above = Contributes to
viewing-fact-below = Aligned to it
viewing-level-team = { $level }, { $name }
viewing-checked-in-by = Checked in by { $by }
viewing-by = { $name }, { $day }
viewing-and-more = { $count } more
viewing-chart-title = History
viewing-chart-alt = { $label } went from { $first } on { $first_day } to { $last } on { $last_day }.

viewing-show-left = Three at once is what fits here. Ask again for { $ids }.
viewing-unknown = { $near ->
    [0] There is no { $label } here that you can see.
    [one] There is no { $label } here that you can see. Perhaps this one?
   *[other] There is no { $label } here that you can see. Perhaps one of these?
}

viewing-tree = How everything is aligned
viewing-tree-empty = There is no objective yet. The first one becomes the top of the tree.
viewing-tree-flat = Nothing is aligned to anything yet.
viewing-tree-cut = { $count ->
    [one] One more stands below. Open an objective to see what is aligned to it.
   *[other] { $count } more stand below. Open an objective to see what is aligned to it.
}
viewing-fact-rhythm = Asked about
viewing-initiative = { $progress ->
    [-1] { $nth }. { $title }
    [100] { $nth }. { $title } ✓
   *[other] { $nth }. { $title } · { $progress }%
}
viewing-initiative-how = “initiative 1 of { $label } done”, or “60%”, says how far one is.
viewing-fact-shares = Shares
viewing-button-initiative = Mark { $nth } done
viewing-half = { $half ->
    [1] First half-year, { $starts } to { $ends }
   *[other] Second half-year, { $starts } to { $ends }
}
