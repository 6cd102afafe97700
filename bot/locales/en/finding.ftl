finding-found = Found for “{ $words }”
finding-nothing = Nothing here says “{ $words }”.
finding-instead = A part of a word is enough, in any spelling of capitals. An owner's or a team's name finds what is theirs.
finding-nothing-yet = There is no OKR here yet. In a chat with me, one sentence begins the first.
finding-what = What are you looking for? For example: find onboarding
finding-for = For { $label } { $title }
finding-button-show = Show { $label }
