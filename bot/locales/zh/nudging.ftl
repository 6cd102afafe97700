nudging-headline = { $count ->
    [1] 您负责的这个关键结果，进展如何？
   *[other] 您负责的这 { $count } 个关键结果，进展如何？
}
nudging-more = 另外还有 { $count } 个，点「更新进展」会逐个过一遍
nudging-no-change = { $label } 没有变化
nudging-type = 直接回一句就行：「{ $example }」，有新情况就顺手补一句。
nudging-reminder-to-come = 到{ $moment }还没更新的话，我只再提醒一次，之后不再打扰。
nudging-reminder = { $count ->
    [1] 提醒一下：您负责的这个关键结果还没更新
   *[other] 提醒一下：您负责的这 { $count } 个关键结果还没更新
}
nudging-reminder-only = 只提醒这一次。下次询问是{ $moment }；不想要提醒，写「关闭提醒」；其他设置用 /okr 设置。
