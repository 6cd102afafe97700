greeting-headline = Hello { $name }, by the way: this is how I work
greeting-what = I keep your team's objectives and key results where you already talk. You tell me in a line how things stand, I draw the picture. Nobody is rated.
greeting-what-happens = If a key result is yours, one short question comes a week, and at most one reminder. Own none, and I stay quiet.
greeting-quiet = “settings” changes day and time, “leave me alone” ends the questions, “help” shows what you can type. I say this only once.
