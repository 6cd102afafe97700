drafting-no-objective = (no objective yet)
drafting-draft = { $label } (draft): { $title }
drafting-summary = Draft { $label }: { $title }
drafting-understood = { $measure }, by { $due }
drafting-understood-undated = { $measure }, no date yet
drafting-due = by { $due }
drafting-undated = no date yet
drafting-through = Through:
drafting-initiative = • { $title }
drafting-level-team = team { $team }

drafting-change-key-result = Change { $key_result }
drafting-open-form = Open the form
drafting-me = Me
drafting-end-of-cycle = By { $day }
drafting-show = Show { $label }

drafting-ask-objective = What matters most? Say it in one sentence: what will be better when you are done.
drafting-example-objective = For example: New teams are productive in their first week.
drafting-ask-key-results = What does success look like? Three to five results one can measure, one a line.
drafting-example-key-results = For example: Cut time to first report from 3 days to 4 hours
drafting-ask-owner = Who owns these key results? One person; owners get the weekly question.
drafting-example-owner = Type a name such as @maya, or "me".
drafting-ask-due = By when?
drafting-example-due = For example: { $day }, or "end of March".
drafting-kept = Kept as draft { $label } so far. You can stop at any time and come back with /okr drafts.

drafting-unsure = I am not certain that I read the numbers of { $key_results } right. Please look twice before you save.
drafting-unsure-parts = Your sentence can be taken apart in more than one way. Please check what is the objective, what a key result and what an initiative; Edit moves them.
drafting-unknown-person = I do not know anybody called { $name } here. Names work as @name; the first name is enough where there is only one.
drafting-no-date-read = I could not read a date in that. "31 March", "end of Q1" or 2027-03-31 all work.
drafting-too-many = That is { $given } lines; one objective holds at most { $most }. Three to five key results are plenty: split it into several objectives, or keep the ones that matter. Nothing was stored, and your message still stands above.
drafting-line-too-long = One line has { $given } characters; a title holds at most { $most }. Shorten it, or send one key result a line. Nothing was stored, and your message still stands above.

drafting-saved = Saved: { $label } { $title }
drafting-first-ask = Its owners get one short question { $every ->
    [1] a week
    [4] a month
   *[other] every { $every } weeks
}, first on { $day } at { $time } their time. To check in earlier, just type it: KR and its number, then the value.
drafting-saved-empty = There is no key result yet, so nobody will be asked. /okr edit { $label } adds some.
drafting-discarded = Draft { $label } is discarded.
drafting-discarded-words = Its words, should you want them back:
drafting-already-saved = { $label } is saved already: { $title }. Nothing was saved twice.
drafting-no-longer-draft = { $label }, { $title }, is saved, so there is no draft to discard. Nothing was changed; /okr edit { $label } changes what it says.
drafting-drop-line = Nothing was dropped. To drop { $key_result }, { $title }, press Edit and take its line out of { $label }; its check-ins are kept.
drafting-gone = There is no draft { $label } any more. /okr drafts lists those you have.
drafting-moved-on = { $label } was changed after that card was drawn. This is how it stands now; please look and press again.
drafting-no-draft = There is no draft to do that with. Start one with: My objective is … as measured by … through …
drafting-no-drafts = You have no drafts. Start one with: My objective is … as measured by … through …
drafting-drafts = { $count ->
    [one] You have 1 draft
   *[other] You have { $count } drafts
}
drafting-question-over = That question is no longer open. Your draft is safe: /okr drafts shows it.
drafting-not-yours = { $label } can be changed by its author, its owner and its team's lead. Ask one of them.
drafting-key-result-gone = There is no { $label } that you can change here.
drafting-dropped = { $count ->
    [one] { $key_results } is no longer part of { $label }; what was checked in for it is kept.
   *[other] { $key_results } are no longer part of { $label }; what was checked in for them is kept.
}
drafting-changed = Changed: { $label } { $title }
drafting-changed-meanwhile = Somebody changed this while you were typing. Your words are kept below; send again to put them over what is there now: { $present }
drafting-form-closed = You closed the form, so nothing was stored. Here is what you had typed:

drafting-form-new = New OKR
drafting-form-edit = Edit { $objective }
drafting-form-key-result = { $key_result } in detail
drafting-form-intro = One key result a line. Add @name for its owner and "by 31 March" for its date. Take a line away to drop it, move it to reorder.
drafting-form-submit = Done
drafting-field-objective = Objective
drafting-field-key-results = Key results
drafting-field-initiatives = Initiatives
drafting-field-owner = Owner
drafting-field-level = Level
drafting-field-team = Team
drafting-field-ambition = Ambition
drafting-field-title = Key result
drafting-field-kind = Kind
drafting-field-start = From
drafting-field-target = To
drafting-field-due = By
drafting-field-kr-owner = Owner
drafting-no-team = no team
drafting-hint-key-results = For example: Grow weekly sign-ups from 2,000 to 3,500 @maya
drafting-hint-initiatives = The work that moves the key results, one a line
drafting-add-key-result = Add a key result
drafting-add-initiative = Add an initiative
drafting-hint-number = A number with its unit: 350k, 80 %, $1.2M, 3 days
drafting-error-objective = What is the objective? One sentence is enough.
drafting-error-title = What is the key result called?
drafting-error-number = I cannot read one number in "{ $words }". 350k, 80 %, $1.2M and 3 days all work; leave it empty for none.
drafting-error-date = I cannot read a date in "{ $words }". 31 March, end of Q1 or 2027-03-31 all work.
drafting-stopped = All right, nothing was stored.
drafting-left = All right. { $label } stays a draft: /okr drafts brings it back.
drafting-field-parents = Contributes to
drafting-hint-parents = Objectives above it, such as O3, O5
drafting-field-unit = What is counted
drafting-hint-unit = Such as sign-ups; empty for percentages, money and times
drafting-field-weight = Share of the objective
drafting-hint-weight = From 0 to 100%; empty for a part of what is left
drafting-changed-meanwhile-by = While you were typing, this was changed. { $changes }. Your words are kept below, with that beside them; send again to store them.
drafting-weighed = { $key_result } counts for { $weight } of the objective.
drafting-weighed-by-size = { $key_result } counts by its size again.
drafting-weighed-equal = { $key_result } counts for an equal part again.
drafting-title-still-says = Its words still say { $value }. “rename { $key_result } to …” changes them.
drafting-reckoned-anew = { $key_result } was at { $before } and is at { $now } by the new figures.
drafting-in-order = { $key_result } { $title }
drafting-edited-after-saving = You changed the sentence that { $label }, { $title }, began with. It is saved, so it stays as it is; press Edit to change it.
drafting-organisation-leads = Objectives of the whole organisation are saved by team leads and admins here. Choose another level with Edit, or ask { $people }. Your draft is kept.
drafting-organisation-admins = Objectives of the whole organisation are saved by admins here. Choose another level with Edit, or ask { $people }. Your draft is kept.
drafting-field-weighing = Key results count
drafting-dates-stay = Its key results keep their dates, which are over by then. “{ $label } due { $day }” gives all of them a new one.
