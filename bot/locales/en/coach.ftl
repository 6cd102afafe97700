coach-no-key-results = How will you know that it worked? Add three to five results one can measure.
coach-unmeasurable = { $key_results }: what number would show it? "From … to …" makes it easy to follow.
coach-activity = { $count ->
    [one] { $key_results } reads like work to do. What gets better by it? The work itself fits well as an initiative.
   *[other] { $key_results } read like work to do. What gets better by it? The work itself fits well as an initiative.
}
coach-no-baseline = { $key_results }: where does it stand today? With a starting value, progress can be shown.
coach-past-date = { $count ->
    [one] The date of { $key_results } has passed already. Which one do you mean?
   *[other] The dates of { $key_results } have passed already. Which ones do you mean?
}
coach-no-date = { $count ->
    [one] { $key_results } has no date, so I take the last day of the cycle.
   *[other] { $key_results } have no date, so I take the last day of the cycle.
}
coach-no-owner = { $count ->
    [one] { $key_results } has no owner, so nobody will be asked about it.
   *[other] { $key_results } have no owner, so nobody will be asked about them.
}
coach-too-many-key-results = { $count } key results are a lot to keep in mind. Three to five that matter most work best.
coach-too-few-key-results = { $count ->
    [one] One key result can be reached while the objective is missed. Three to five show more of it.
   *[other] Three to five key results show more of an objective than { $count }.
}
coach-vague = { $key_results }: what exactly would { $words } look like?
coach-too-many-initiatives = { $count } initiatives are a lot at once. Which three to five move the key results most?
coach-too-few-initiatives = { $count ->
    [one] One initiative is a thin plan; three to five bets are usual.
   *[other] { $count } initiatives are a thin plan; three to five bets are usual.
}
coach-no-initiatives = No initiatives yet. "through …" adds the work you mean to do; that can wait.
