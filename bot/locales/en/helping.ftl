helping-headline = Three things to type
helping-example-draft = “My objective is … as measured by … through …” drafts an OKR. /okr new opens a form for it.
helping-example-update = “KR3 310k, on track” says where a key result of yours stands.
helping-example-own = “{ $example }” says how { $label } is doing. A few words after it are kept as a note.
helping-example-list = “list” shows what is yours, “list all” everybody's.
helping-button-everything = Everything you can type
helping-everything = Everything you can type
helping-plain-words = Each of these works after /okr in any channel, and here without it. Plain sentences work as well: “show company OKRs”, “what is due?”.

helping-group-draft = Draft
helping-group-draft-lines =
    new: a form for an OKR; or write the whole sentence after it
    drafts: what you have not saved yet
    edit O12: change an objective
helping-group-check-in = Check in
helping-group-check-in-lines =
    KR3 310k, on track, the outage is behind us: value, status and a note in one line
    no change: everything due stands where it stood
    check in: goes through what is due, one after the other
helping-group-see = See
helping-group-see-lines =
    /okr: what you must do now, and what is yours
    list, list @ada, list growth, list company, list all, list at risk, list 2026 Q4
    show O12, show KR34: one in full, with its history
    tree: what is aligned to what
helping-group-post = Post
helping-group-post-lines =
    summary, summary growth: a team's week, for you to look over before it goes to a channel

helping-did-you-mean = I do not know that one. Did you mean:
helping-your-words = So that nothing is lost, here is what you wrote:
helping-wish = { $wish }: { $rest }
helping-verb-home = What I must do
helping-verb-help = Help
helping-verb-new = New OKR
helping-verb-list = List
helping-verb-show = Show
helping-verb-tree = Tree
helping-verb-summary = Team summary
helping-verb-check-in = Check in
helping-verb-drafts = My drafts
helping-verb-nudges = My reminders
helping-verb-save = Save the draft
helping-verb-edit = Edit
helping-verb-discard = Discard the draft
helping-verb-cancel = Cancel

helping-not-understood = I could find no OKR, no update and no wish of yours in this, so nothing was recorded. Any of these would work:
helping-empty = That arrived without any words in it. Here is where you could start:
helping-emoji = { $emoji } back to you. I read words and numbers; here is where you could start:
helping-emoji-update = { $emoji } back to you. Nothing was recorded: to update a key result, add its number, for example “{ $example }”.
helping-too-long = That is { $length } characters, and I read up to { $most } at once. Nothing was recorded, and your message still stands above.
helping-too-long-split = Send it in parts: one objective with its key results a message, and long background as a link.

helping-welcome = Hello { $name }, I keep track of OKRs with you
helping-welcome-what = Write an objective in one sentence, and tell me now and then how its key results stand. I draw the progress, remember the history and can sum up a team's week. It begins like this:
helping-welcome-quiet = I write to you only when you own a key result that is due, once a week. Own none and you will not hear from me.
