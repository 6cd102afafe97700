"""Slack. It translates and decides nothing.

Who calls whom: `wire` takes a request's body, finds out who and where (`origin`), hands both to `parse`, and the event to
the core (`taking`); the answers go through `render` and back to Slack. What was acknowledged before it was answered is kept in
`adapters.accepted` and answered after a crash. `channels` knows where summaries can be posted, and to whom a private channel is offered.

- ``parse.users_in(body)``: Slack's ids of the people whom a body names; the wire meets them before it parses.
- ``parse.parse(body, origin, people, bot, public_url)``: the event, None for what is not meant for the bot. ``people`` maps Slack's
  ids to ours and to names (`parse_text.Named`), ``bot`` is the bot's own user id, whose mention is no part of the words.
- ``render.draw_card(card, reader)``: ``{"text", "blocks"}`` of a message.
- ``render.draw_form(form, reader, stood)``: the view of a modal; its ``private_metadata`` is `stood.pack` of the form's
  action and where it was opened.
- ``render.keep_form(form, reader, stood, view)``: the acknowledgement of a submit that was not taken.
- ``render.draw_unfurl(card, reader)``: what `chat.unfurl` puts beneath a link.
- ``render.draw_home(cards, reader)``: the view of the App Home.
- ``render_adding.with_entry(body)``: the modal with one more entry, where a press in it asks for that.

Three things hold for every payload: it keeps to `limits`; what people typed stands only where Slack reads no markup; and each
control carries all that it means in its own value (`pressing`), so that nothing has to be kept for it here.
"""
