local-moment = { $at }

local-people = People
local-people-hint = Press a name to be that person.
local-you = you
local-become = Be { $name }
local-conversations = Conversations
local-direct = Measured
local-unread = { $count ->
    [one] 1 new message
   *[other] { $count } new messages
}
local-menu = People and channels
local-menu-close = Close

local-thread = in the thread, without a word to the channel
local-only-you = Only you can see this
local-earlier = Show earlier messages
local-thinking = Measured is thinking
local-one-moment = One moment, this takes a little longer. Your words are safe.
local-coach = Coach

local-box = Message to Measured
local-box-channel = Message in { $name }
local-box-hint = Write to Measured, or try /okr
local-box-hint-channel = Everybody here reads this. For Measured, write @measured or /okr.
local-box-keys = Enter sends, Shift+Enter starts a new line.
local-send = Send
local-too-long = That is more than 200,000 characters. Please send it in parts; nothing has been sent and nothing is lost.

local-try = Things to try
local-try-draft = My objective is to make onboarding effortless as measured by activation rate from 40% to 60%, setup time from 3 days to 1 day and support tickets from 120 to 60 a month through a guided tour and ready-made templates
local-try-draft-label = Draft an OKR in one sentence
local-try-list = /okr
local-try-list-label = What do I have to do now?
local-try-tree = /okr tree
local-try-tree-label = See how everything is aligned
local-try-summary = /okr summary
local-try-summary-label = Post a summary for the team
local-try-help = help
local-try-help-label = What else can I say?
local-channel-empty = Nothing here yet. Post a summary here with /okr summary, or say something to your colleagues.

local-clock = Clock
local-clock-next-monday = Next Monday 09:00
local-clock-day = +1 day
local-clock-week = +1 week
local-clock-why = Measured nudges everybody on Monday at nine. Push the clock to see it now.
local-clock-pushed = It is now { $at }.

local-appearance = Light, dark or as the system has it
local-appearance-auto = As the system
local-appearance-light = Light
local-appearance-dark = Dark

local-form-continue = Continue
local-form-waiting = A form is waiting for you. What you typed is kept.
local-form-aside = Put aside
local-form-cancel = Cancel
local-form-required = needed
local-form-nobody = nobody yet
local-form-error = Please look at the marked fields.
local-choose = Choose…

local-chart-target = target { $value }
local-failed = That did not work, and it is noted in the log. What you did is kept and will be tried again at the next start.
local-lost = Connection lost.
local-lost-more = Trying again; what is in the box and in forms is kept.

local-edited = edited
local-gone = This message was deleted.
local-edit = Edit the message
local-edit-store = Store
local-edit-leave = Leave it
local-delete = Delete the message
local-delete-sure = Delete this message? What it recorded stays until you take it back.
local-sign = Put { $sign } on it
local-signed = { $sign }, { $count } of them; press to join in or take yours back
