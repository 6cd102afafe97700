example-update = { $label } { $value }, on track
example-update-plain = { $label } on track
