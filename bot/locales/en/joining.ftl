joining-door = { $door ->
    [slack] Slack
    [teams] Microsoft Teams
   *[other] this chat
}
joining-doors = Used on
joining-by-email = People on both, joined by e-mail
joining-joined = Joined with
joining-on = yes
joining-off = no

joining-headline = One organisation on Slack and Teams
joining-what = Once they are joined, both see the OKRs of { $name }, and what holds for everybody here holds for both.
joining-how = On the other one, an admin types the code that this button shows. It is good for 15 minutes, and once.
joining-button-code = Show the code
joining-which = The other one must have no OKRs yet. Where it is this one that has none, ask for the code over there and type it here.
joining-code-here = The code
joining-code-type = On the other one, an admin writes to me: “/okr connect { $code }”. It is good until { $until }. Give it to nobody but them.
joining-code-over = There is no code that is still good. “/okr connect” makes a new one.
joining-no-key = Joining needs a key on the server. Whoever runs it sets MEASURED_ENCRYPTION_KEYS (“python app.py new-key” makes one) and starts again; then “/okr connect” works.
joining-alone = The local chat needs no account and cannot tell who somebody is, so it is not joined with anything.
joining-too-many = That were too many wrong codes. Nothing is joined here for an hour; then ask for a new code on the other one.
joining-wrong-code = That code is not good: it has a slip in it, it is older than 15 minutes, or it was used. Nothing changed. “/okr connect” on the other one makes a new code.
joining-own-code = That is the code of this very organisation. It belongs on the other one: an admin types it there.
joining-same-door = Both are on { $doors }. A Slack workspace and a Teams organisation can be joined; nothing changed.
joining-not-blank = There are OKRs here already, and they are not to get lost or change their numbers, so nothing was joined. If { $name } has none yet, ask for a code here with “/okr connect” and type it there.
joining-sure = Become one with { $name }?
joining-sure-what = { $doors } then lead to the same OKRs, those of { $name }. Its rhythm, its year and its other rules hold for everybody, and admins of either are admins of both.
joining-sure-kept = Everybody here keeps what they chose for themselves; teams and channels come along, and a team of the same name gets another. This cannot be taken back.
joining-button-join = Become one
joining-button-not-now = Not now
joining-not-now = Nothing changed. The code stays good for its 15 minutes.
joining-done = { $name } is one organisation now, on { $doors }
joining-done-told = { $by } has joined { $doors } with this organisation
joining-done-people = Who is on both is still two people here. You can let them be joined by their e-mail: only where both vouch for it, and both people hear of it.
joining-button-by-email = Join people by e-mail
joining-button-not-by-email = No longer join people by e-mail
joining-one-door = Everybody here is on the same door, so there is nobody to join. “/okr connect” brings in the other one.
joining-by-email-on = People who are on both are joined by e-mail
joining-by-email-on-what = It happens when somebody uses me next, and they hear of it. Only a confirmed e-mail of a full member counts, never a guest's, and only if nobody else has it; of it I keep a mark that cannot be read. On Slack the app needs the scope users:read.email for it.
joining-by-email-off = People are not joined by e-mail
joining-by-email-off-what = Who is one already stays one. “keep Slack and Teams apart” makes somebody two again.
joining-one = You are one person here now, on { $doors }
joining-one-what = Your objectives, key results and check-ins are the same on both, and so are your settings.
joining-one-nudges = I write to you where you were last. “nudge me on Slack” or “nudge me on Teams” decides it.
joining-one-apart = Not you? “keep Slack and Teams apart” gives each back what was theirs.
joining-one-already = You are one person here already, and nothing changed.
joining-not-there = I cannot write to you on { $door } yet: write to me there once. If you are on both already, your admin can let people be joined by e-mail (“/okr workspace”). Nothing changed.
joining-only-there = You are here on { $door } alone, and that is where I write to you.
joining-door-chosen = From now on I write to you on { $door }. “nudge me where I was last” undoes it.
joining-any-door = From now on I write to you where you were last.
joining-not-joined = You are one person here, as you came; there is nothing to put apart.
joining-apart = On { $doors } you are two people again
joining-apart-what = Each has back what was theirs before they were joined. What came since stays with the one who was here first.
joining-apart-again = They are not joined again unless both say “I am the same on Slack and Teams”.
joining-by-hand-not = Your admin has not let people be joined by e-mail, so nothing changed. “/okr workspace” shows who your admins are.
joining-same = Good. Say the same on the other one as well; if both vouch for the same e-mail, you are one the next time you use me.
