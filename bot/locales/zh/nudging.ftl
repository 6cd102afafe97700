nudging-headline = { $count ->
    [1] 您负责的这个关键结果，进展如何？
   *[other] 您负责的这 { $count } 个关键结果，进展如何？
}
nudging-more = 另外还有 { $count } 个，点「更新进展」会逐个过一遍
nudging-no-change = { $label } 没有变化
nudging-type = 直接回一句就行：「{ $example }」，有新情况就顺手补一句。
