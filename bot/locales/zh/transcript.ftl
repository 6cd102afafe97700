transcript-bar = { $bar } { $percent }
transcript-share = { $percent }
transcript-fact = { $label }：{ $value }
