example-update = { $label } { $value }，进展顺利
example-update-plain = { $label } 进展顺利
