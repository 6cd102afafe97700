leaving-headline = { $count ->
    [0] { $name }已离开
   *[other] { $name }已离开，有 { $count } 项需要新的负责人
}
leaving-more = { $count ->
   *[other] 还有 { $count } 项
}
leaving-led = { $name }原来负责{ $teams }。「{ $first }的负责人 @某人」可以指定新的负责人；在此之前成员也可以。
leaving-asked = 有新负责人之前，不会就这些询问任何人。接手的人会收到消息，也可以退回给您。
leaving-button-all = 全部交给一个人
leaving-button-each = 逐项分配
leaving-typed = 也可以直接打字：「KR3 @某人」。
leaving-form = { $name }留下的内容
leaving-form-all-intro = { $labels }的新负责人
leaving-form-each-intro = 空着的保持不变。
leaving-given = { $labels }有新负责人了
leaving-left-over = { $count ->
   *[other] 还有 { $count } 项没有在职的负责人。
}
leaving-nothing = { $name }留下的内容里没有您可以分配的了，没有改动。
leaving-over = 这件事已经处理好了，没有改动。
