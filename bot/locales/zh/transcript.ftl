transcript-bar = { $bar } { $percent }
transcript-share = { $percent }
