teams-fact = { $label }:
teams-bar-expected = { $bar } { $percent }, expected { $expected }
teams-choose = Choose
teams-one-moment = One moment, this takes a little longer. Your words are safe, and the answer comes here.
teams-in-private = I have answered you in our own chat.

teams-tab-home = My OKRs
teams-tab-loading = One moment …
teams-tab-say = Write as in the chat: KR1 62%, on track
teams-tab-send = Send
teams-tab-again = That did not get through. What you typed is still here; please try again.
teams-tab-trouble = This did not load. Please open the tab again; everything is in the chat as well.
teams-tab-unsigned = Teams could not say who you are just now. Please open the tab again, or sign in to Teams again; everything is in the chat as well.
teams-tab-stranger = Your organisation does not use this Measured yet. Whoever runs it can let your organisation in.
teams-tab-outside = This page opens in Microsoft Teams only.
teams-privacy = Measured keeps the objectives, key results and check-ins that people write to it, with their names, languages and time zones, in the database of the organisation that runs it, and sends nothing to anybody else.
teams-terms = Measured is open-source software under the MIT licence; the organisation that runs it answers for it.
