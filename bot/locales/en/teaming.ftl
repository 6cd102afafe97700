teaming-team = { $name }
teaming-teams = { $count ->
    [0] Teams
    [one] One team
   *[other] { $count } teams
}
teaming-none = There is no team yet. Anybody can make one, and leads it to begin with.
teaming-end = That was all.
teaming-menu = Open
teaming-typed = Typing works as well: “new team Growth”, “join Growth”, “add @li to Growth”, “Growth channel #growth”.
teaming-line = { $mine ->
    [1] { $count ->
        [one] led by { $lead }, one person, you are in it
       *[other] led by { $lead }, { $count } people, you are in it
    }
   *[0] { $count ->
        [one] led by { $lead }, one person
       *[other] led by { $lead }, { $count } people
    }
}
teaming-line-no-lead = { $mine ->
    [1] { $count ->
        [one] no lead at present, you are in it
       *[other] no lead at present, { $count } people, you are in it
    }
   *[0] { $count ->
        [0] no lead and nobody in it yet
        [one] no lead at present, one person
       *[other] no lead at present, { $count } people
    }
}
teaming-lead = Lead
teaming-lead-none = nobody at present; its members can name one
teaming-people = People
teaming-people-none = nobody yet
teaming-listing = { $people }
teaming-channel = Summaries go to
teaming-channel-none = no channel yet
teaming-channel-gone = a channel that you or I do not see
teaming-channel-name = #{ $name }
teaming-its-members = its members
teaming-changed-by = Changed by { $people }. Joining is open to everybody.

teaming-button-new = New team
teaming-button-join = Join
teaming-button-leave = Leave
teaming-button-okrs = Its OKRs
teaming-button-change = Change
teaming-button-all = All teams

teaming-made = The team { $name } is there, and you lead it
teaming-made-next = Next: “add @li to { $name }” brings people in, “{ $name } channel #channel” says where its summaries go. Or press Change.
teaming-joined = You are in { $name } now
teaming-joined-already = You are in { $name } already, and nothing changed.
teaming-left = You have left { $name }
teaming-left-keeps = Key results that you own stay yours.
teaming-left-no-lead = It has no lead now: any member can type “make @name lead”. Key results that you own stay yours.
teaming-left-already = You are not in { $name }, and nothing changed.
teaming-not-yours = { $name } is changed by { $people }: ask there. Nothing changed; joining and leaving are open to you.
teaming-added = { $people } joined { $name }
teaming-in-already = Already in { $name }: { $people }. Nothing changed.
teaming-removed = No longer in { $name }: { $people }
teaming-not-in = Not in { $name }: { $people }. Nothing changed.
teaming-many = A team has { $most } people at most. Nothing changed.
teaming-leads = { $person } leads { $name } now
teaming-you-lead = You lead { $name } now
teaming-leads-already = { $person } leads { $name } already, and nothing changed.
teaming-renamed = { $before } is called { $name } now
teaming-channel-set = Summaries of { $name } go to #{ $channel } now
teaming-channel-invite = Nothing is posted by itself because of this. If #{ $channel } is private, invite me there first.
teaming-channel-dropped = Summaries of { $name } go to no channel now
teaming-channel-taken = #{ $channel } is the channel of { $name } already; one channel belongs to one team. Nothing changed.
teaming-channel-unknown = I see no channel “{ $name }” here. If it is private, invite me there first. Nothing changed.
teaming-unknown = There is no team “{ $name }” here, and nothing changed.
teaming-gone = That team is no longer there, and nothing changed.
teaming-name-missing = What is the team called? For example: new team Growth.
teaming-name-long = A team's name has { $most } characters at most. Nothing changed.
teaming-name-taken = There is a team { $name } already. Join it, or choose another name.

teaming-form = Team { $name }
teaming-form-new = New team
teaming-form-submit = Save
teaming-form-meanwhile = { $name } was changed while you were typing. Your words are kept; send again to put them over what is there now.
teaming-field-name = Name
teaming-hint-people = one a line, like @li
teaming-saved = { $name } is saved

teaming-told-added = { $by } added you to the team { $name }
teaming-told-added-what = Its summaries go to: { $channel }. You are asked only about key results of your own, as before.
teaming-told-lead = { $by } made you the lead of { $name }
teaming-told-lead-what = You can bring people in, name the channel, look over its weekly summary before it is posted, and decide who owns its key results.
teaming-told-removed = { $by } took you off the team { $name }
teaming-told-removed-what = Key results that you own stay yours, and anybody can join again.
