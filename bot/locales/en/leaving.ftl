leaving-headline = { $count ->
    [0] { $name } has left
    [one] { $name } has left, and one thing needs a new owner
   *[other] { $name } has left, and { $count } things need a new owner
}
leaving-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
leaving-led = { $name } led { $teams }. “{ $first } lead @name” names somebody new; until then its members can.
leaving-asked = Nobody is asked about these until they have a new owner. Who gets one hears of it and can hand it back to you.
leaving-button-all = All to one person
leaving-button-each = One by one
leaving-typed = Typing works as well: “KR3 @name”.
leaving-form = What { $name } left
leaving-form-all-intro = The new owner of { $labels }
leaving-form-each-intro = Whom you leave empty stays as it is.
leaving-given = New owners for { $labels }
leaving-left-over = { $count ->
    [one] One is still without an owner who is here.
   *[other] { $count } are still without an owner who is here.
}
leaving-nothing = Nothing of { $name } is left for you to give, and nothing changed.
leaving-over = That is settled already, and nothing changed.
