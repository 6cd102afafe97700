check-in-recorded = { $key_result } 已记录
check-in-recorded-many = 已记录 { $count } 个关键结果
check-in-summary = 更新 { $key_result }
check-in-asking = 先确认一下

check-in-detail = { $moved }。{ $against }
check-in-moved = { $before } → { $now }
check-in-same = 仍是 { $now }
check-in-first = 首个数值：{ $now }
check-in-against = 按进度今天应为 { $expected }，目标 { $target }
check-in-done-short = 已标为完成；数字还没到目标，我没有改动它。
check-in-change = 修改
check-in-change-one = 修改 { $key_result }
check-in-all-done = 都更新完了，谢谢！

check-in-ask = 现在是多少？
check-in-ask-then = 现在是多少？后面还有 { $count } 个。
check-in-example-number = 例如：{ $example }，进展顺利，再写一句原因
check-in-example-milestone = 例如：已完成；或者：有风险，评审推迟了
check-in-form-button = 用表单填写
check-in-none-due = 现在没有到期的，提前更新也欢迎。
check-in-nothing-mine = 还没有由您负责的关键结果，所以没有可更新的。这样开始：我的目标是 …，该目标以 … 来衡量

check-in-which = 这说的是哪个关键结果？还没有记录。
check-in-which-button = { $key_result } { $title }
check-in-which-more = 还有 { $count } 个也符合：请直接写 KR 编号。
check-in-number = { $key_result }「{ $title }」，您指的是哪个数？还没有记录。
check-in-how = { $key_result }「{ $title }」现在进展如何？还没有记录。
check-in-number-present = 目前是 { $current }。
check-in-number-start = 起点是 { $start }。
check-in-number-first = 还没有数值。
check-in-value-button = { $value }
check-in-one-at-a-time = 一次确认一件，下面这些还没有记录：

check-in-form = 更新 { $key_result }
check-in-form-amend = 修改 { $key_result } 的这次更新
check-in-form-intro = { $title }。{ $present }
check-in-field-value = 现在是
check-in-field-status = 您自己的判断
check-in-field-note = 说明
check-in-hint-value = 写数字，或写变化，例如 +12；没有新数字就留空
check-in-hint-note = 背后的原因，遇到的阻碍
check-in-status-none = 按数字算
check-in-submit = 记录

check-in-error-empty = 请写一个数、选一个状态，或留一句说明。「没有变化」也可以。
check-in-error-number = 「{ $words }」里看不出一个数。写带单位的数字，或写变化，例如 +12。
check-in-error-which = 可能是 { $values }。请写完整。
check-in-form-moved-on = 您填写期间已有更新：{ $present }。您写的内容都留着，再提交一次就会记在后面。
check-in-moved-on = 那张卡片之后 { $label } 已经更新过，所以没有重复记录。现在是这样：
check-in-recorded-before = { $key_result } 的这条已经记录过了，没有重复记录。

check-in-none-due-no-change = 现在没有到期的，不需要确认。如果还是想确认，请写上编号，例如「KR 加编号，没有变化」。
check-in-unknown = 这里没有 { $label }，所以什么都没有记录。用 /okr 查看您负责的。
check-in-somebody-elses = { $label }「{ $title }」由{ $owner }负责更新。什么都没有记录。
check-in-nobodys = { $label }「{ $title }」还没有负责人。什么都没有记录，请目标的负责人先指定一位。
check-in-show = 查看 { $label }
check-in-not-read = 里面没有看到数字、状态或「没有变化」，所以什么都没有记录。
check-in-closed = { $objective } 已关闭，{ $label } 也不再更新，什么都没有记录。写「重新打开 { $objective }」可以恢复。
check-in-cancelled = 好的，什么都没有记录。
check-in-later = 好的，什么都没有记录。{ $moment }我再问一次，在那之前随时可以回复。
check-in-later-never = 好的，什么都没有记录，随时可以回答。
check-in-skipped = { $key_result } 先跳过。
check-in-skipped-last = { $key_result } 先跳过。都看完了，用 /okr 查看还没更新的。
check-in-question-over = 那个问题已经过去了，什么都没有记录。随时可以再写，例如：KR 加编号，再写数字。
check-in-when = { $count ->
    [0] 下次询问是{ $moment }，按现在的情况没有需要问的
   *[other] 下次询问是{ $moment }，按现在的情况会问 { $count } 个关键结果
}
check-in-when-rule = 每轮一条消息（{ $rhythm }），只问最近几天没有更新的；还没更新的，下一个工作日提醒一次。没有到期的就不发。
check-in-when-rule-once = 每轮一条消息（{ $rhythm }），只问最近几天没有更新的，不再提醒。没有到期的就不发。
check-in-when-never = 现在什么都不会问您
check-in-when-team = 您团队的成员下次什么时候被问
check-in-when-owns-nothing = 没有负责的，不会问
check-in-when-not-asked = 现在不问

check-in-field-confidence = 信心
check-in-confidence-none = 不填
check-in-confidence = 信心 { $confidence }
check-in-confidence-range = 信心从 1（很没把握）到 10（十拿九稳），所以「{ $words }」没有记录。
check-in-undo = 撤销
check-in-redo = 恢复
check-in-take-back = 撤回
check-in-recorded-already = { $count ->
    [1] { $key_result } 的这条已经记录过了
   *[other] 这些已经记录过了
}
check-in-mended = { $count ->
    [1] 已更正 { $key_result }
   *[other] 已更正 { $count } 个关键结果
}
check-in-instead = 原来是 { $before }，两次都留在历史里。
check-in-instead-on = { $day }应为 { $now }，不是 { $before }。现在的数值没有变。
check-in-undone = { $count ->
    [1] 已撤销，{ $key_result } 恢复到之前的样子
   *[other] 已撤销，这 { $count } 个恢复到之前的样子
}
check-in-redone = { $count ->
    [1] 已恢复 { $key_result } 的这次更新
   *[other] 已恢复这 { $count } 个的更新
}
check-in-undo-nothing = 最近一天没有您的更新可以撤销。更早的可以打开关键结果修改。
check-in-undone-already = 这条已经撤销了。
check-in-redone-already = 这条已经算在内了。
check-in-undo-late = 这次更新已过一周，别人也看过了，所以保留；仍然可以修改。
check-in-changed-since = 之后已有更新的内容，所以什么都没有改。
check-in-edit-late = 您改了那条消息，不过 { $key_result } 之后已经另外更正过，所以没有再改。
check-in-edit-kept = 消息里已经没有数字或状态了，之前说的仍然保留：
check-in-edit-left = { $count ->
   *[other] 消息里不再提到 { $key_results }，之前的记录保留。
}
check-in-deleted = 消息已删除，里面说的仍然保留：

check-in-doubt = { $key_result }「{ $title }」：{ $why }还没有记录。
check-in-doubt-scale = { $value } 和目前知道的相差很远，对吗？
check-in-doubt-past = { $value } 远远超过目标 { $target }，对吗？
check-in-doubt-back = { $value } 比之前的 { $before } 退了很多，对吗？
check-in-value-sure = 对，{ $value }
check-in-error-doubt = { $why }没错就再提交一次，不对就改一下。
check-in-note-title = 添加为进展
check-in-note-next = 下一步
check-in-note-which = 说的是哪个关键结果？
check-in-when-week = { $team }的一周
check-in-when-past = 写「谁被提醒了」可以回看：发了什么、还有什么没更新、为什么没问。
