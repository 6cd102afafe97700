reassuring-about = 这是什么，为什么会收到我的消息
reassuring-why = { $key_results } 由您负责，所以我会问一下进展，下次是{ $moment }，最多再提醒一次。{ $count ->
    [1] 回一句「{ $key_results } 没变化」就够了。
   *[other] 都在一条消息里，回一句就够了。
}
reassuring-why-silent = { $key_results } 由您负责；按您的选择，我不会来问。
reassuring-why-nothing = 这里没有您负责的内容，所以我不会来问。
reassuring-seen = 您写的内容谁能看到
reassuring-everybody = 目标、关键结果和它们的更新，{ $workspace }的人都能看到；草稿只有作者自己看得到。
reassuring-nobody-told = 您没回答我的询问，我不会告诉任何人。
reassuring-lead-told = 我的询问过了两个工作日还没有更新，会告诉{ $leads }一次；询问里会事先写明。
reassuring-unrated = 数字说的是工作，不给任何人打分，也不拿谁和谁比。
reassuring-kept = 您更新过的内容会保留
reassuring-kept-admins = 它是团队关键结果历史的一部分。「撤销」可以收回最近一次更新；还需要删除别的，请找{ $admins }。
reassuring-kept-host = 它是团队关键结果历史的一部分。「撤销」可以收回最近一次更新；还需要删除别的，请找为你们运行 Measured 的人。
reassuring-enough = 明白。我可以不再问，也可以每月只问一次。
reassuring-silent-already = 明白。我本来就不来问您，以后也一样。
reassuring-thanks = 不客气。
reassuring-unsure = 没关系，什么都没有记录。有数了再告诉我。
reassuring-nothing = 好的。现在没有等您回答的问题，所以什么都没有记录。
reassuring-button-monthly = 每月问一次
reassuring-no-ranks = 我不给人排名。「列出有风险的」可以看到哪里需要帮一把。
reassuring-no-pressing = 每一轮我对每个人只问一次、提醒一次，不追着人问。要找{ $name }，您亲自说一声最好。
reassuring-button-asked = 这周问过谁
reassuring-one-alone = 什么都没有记录。可以把 { $label } 改为每月问一次；写「退回 { $label }」就交还。
reassuring-button-monthly-of = { $label } 每月一次
