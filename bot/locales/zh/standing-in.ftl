standing-in-for = 已替{ $owner }记录，对方目前不在。
standing-in-by = { $name }（代{ $owner }）
standing-in-recorded = 您不在期间，{ $people }替您做了更新
standing-in-heading = { $owners }不在期间
standing-in-headline = { $count ->
   *[other] { $owners }目前不在，这 { $count } 个关键结果进展如何？
}
