transcript-fact = { $label }: { $value }
