standing-in-for = Recorded for { $owner }, who is away.
standing-in-by = { $name } for { $owner }
standing-in-recorded = While you were away, { $people } recorded for you
standing-in-heading = While { $owners } is away
standing-in-headline = { $count ->
    [one] { $owners } is away: how is this key result doing?
   *[other] { $owners } is away: how are these { $count } key results doing?
}
