transcript-fact = { $label }：{ $value }
