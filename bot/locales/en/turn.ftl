turn-failed = Something went wrong on my side, and nothing was recorded. Please try once more; if it happens again, give your admin the reference { $reference }.
turn-busy = Many people are writing to this at once, and yours did not get through. Nothing was recorded; please send it again.
turn-newer = I am just being updated, and what we were talking about is in newer hands. Please try again in a minute; nothing is lost.
turn-your-words = So that nothing is lost, here is what you wrote:
turn-one-moment = One moment, please. This takes longer than usual; the answer will follow by itself.
turn-elsewhere = You, or all of your organisation, were just joined with the other chat. Please say that once more.
