owning-yours-now = { $count ->
   *[other] { $by }请您负责{ $labels }
}
owning-what = 属于{ $objective } · 截止{ $due }
owning-next = { $count ->
   *[other] 下次我会在{ $moment }问您，和其他到期的一起问。有新进展随时可以说：输入 { $label } 和现状。
}
owning-next-never = 您目前不接收询问，所以不会有消息自动发来。有进展时输入 { $label } 和现状即可。
owning-next-objective = { $count ->
   *[other] 关键结果的负责人不变，由他们更新进展。您可以编辑，也可以在 /okr 里看到。
}
owning-keep = { $count ->
   *[other] 我来负责
}
owning-back = { $count ->
   *[other] 退回
}
owning-no-longer = { $count ->
   *[other] { $labels }不再由您负责：{ $by }已转给别人
}
owning-no-longer-asked = 以后不会再就此问您。您记录过的内容都留在历史里。
owning-given = { $count ->
   *[other] { $labels }从现在起由{ $name }负责
}
owning-yours = { $labels }从现在起由您负责
owning-told = { $count ->
   *[other] 我现在就告诉{ $name }，对方可以退回。
}
owning-left = { $count ->
   *[other] 还有 { $count } 项保持不变：由别人决定。
}
owning-already = { $labels }已经由{ $name }负责，没有改动。
owning-yours-already = { $labels }已经由您负责，没有改动。
owning-unknown = 这里没有您能看到的 { $label }，什么都没有改动。输入 /okr 看看哪些是您的。
owning-closed = { $label } 已经结束并存档，负责人不再变动。
owning-not-yours = { $count ->
    [0] { $label }「{ $title }」由谁负责、谁协作，不由您决定，什么都没有改动。
   *[other] { $label }「{ $title }」由谁负责、谁协作，要由{ $people }决定，可以找对方说一声。什么都没有改动。
}
owning-nothing-of = { $name }目前没有负责任何内容，没有可以转交的。
owning-kept = { $count ->
   *[other] 好的，{ $labels }由您负责
}
owning-handed-back = { $labels }已退回给{ $names }
owning-came-back-yours = { $count ->
   *[other] { $by }退回了{ $labels }，现在又由您负责
}
owning-came-back = { $by }退回了{ $labels }，现在由{ $names }负责
owning-came-back-how = 要交给别人，输入「{ $label } @某人」。
owning-over = 那条消息之后负责人又变了，所以这次没有改动。输入 /okr 看看哪些是您的。
owning-not-yours-to-hand-back = { $label } 不由您负责，没有可以退回的。
owning-nobody-gave = { $label } 不是别人转给您的，我不知道该退给谁。输入「{ $label } @某人」可以交给别人。

owning-form = { $label } 由谁负责
owning-form-submit = 保存
owning-form-meanwhile = 您选择的时候 { $label } 被改动了。您的选择还在，再提交一次就会覆盖现在的内容。
owning-field-owner = 负责人
owning-field-helpers = 协作人
owning-hint-helpers = 一行一人，后面写分工：@li 设计
owning-error-owner = 请选一位在职的同事。
owning-button-people = 负责人与协作人
owning-people-saved = { $label }：已保存
owning-people-same = { $label }：没有变化

owning-you = 您
owning-helpers = { $people }
owning-helper-part = { $name }（{ $part }）
owning-helped-by = 协作：{ $people }
owning-fact-helpers = 协作人
owning-helps = { $labels }的协作人：{ $people }
owning-helps-told = 只告诉他们一次，不会每周询问；他们也可以更新进展。
owning-helps-already = 没有改动：{ $people }已经是{ $labels }的协作人。
owning-helps-not = 没有改动：{ $people }本来就不是{ $labels }的协作人。
owning-helps-no-more = 不再协作{ $labels }：{ $people }
owning-helper-owns = { $label } 由{ $name }负责，不必再当协作人。什么都没有改动。
owning-helpers-many = 一个关键结果最多 { $most } 位协作人。什么都没有改动。
owning-helpers-key-results = 协作人属于关键结果，而 { $label } 是目标。请写关键结果，例如「KR3 协作人 @li 设计」。
owning-you-help = { $by }希望您协助{ $label }
owning-you-help-part = { $by }希望您协助{ $label }：{ $part }
owning-you-help-how = 每周只问负责人，不会问您。有进展也可以说：输入 { $label } 和现状。
owning-button-off = 我不参与
owning-helper-gone = { $name }不再协作{ $label }「{ $title }」。
