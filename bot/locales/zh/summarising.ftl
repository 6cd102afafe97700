summarising-title = 一周小结 · { $team } · 截至{ $day }
summarising-preview = 小结预览（{ $team }），目前只有您能看到。
summarising-opening-quiet = 这周比较安静，各关键结果暂时都没有新消息。
summarising-opening-off = 有 { $count } 个关键结果严重落后，需要大家搭把手。
summarising-opening-risk = 整体在推进，有 { $count } 个关键结果有风险，需要留意。
summarising-opening-so-far = 已更新的部分都不错，其余的还在等消息。
summarising-opening-well = 这周很顺，各项指标都在该在的位置。

summarising-part-moved = 有进展的
summarising-part-hand = 需要搭把手的
summarising-part-next = 接下来
summarising-both = { $first }{ $second }
summarising-went = { $label }「{ $title }」从 { $before } 到了 { $now }，{ $tail }。
summarising-first = { $label }「{ $title }」有了第一个数：{ $now }，{ $tail }。
summarising-stands = { $label }「{ $title }」还是 { $now }，{ $tail }。
summarising-no-number = { $label }「{ $title }」还没有数，{ $tail }。
summarising-tail-done = 已完成
summarising-tail-on-track = 进展顺利
summarising-tail-at-risk = 稍有落后
summarising-tail-off-track = 落后较多
summarising-tail-open = 等待更新
summarising-milestone = { $label }「{ $title }」{ $state }。
summarising-state-done = 完成了
summarising-state-on-track = 在按计划推进
summarising-state-at-risk = 可能会晚一些
summarising-state-off-track = 遇到了困难
summarising-state-open = 还没完成
summarising-expected = 按进度现在应为 { $value }。
summarising-asks = { $asker }已经请{ $helper }帮忙。
summarising-told-more = 另外还有 { $count } 个
summarising-due = 快到期了：{ $key_results }。
summarising-due-one = { $label }（{ $day }）
summarising-counts = { $total ->
    [0] 还没有关键结果。
   *[other] 共 { $total } 个关键结果：{ $parts }。
}
summarising-count-done = { $count } 个已完成
summarising-count-on-track = { $count } 个进展顺利
summarising-count-at-risk = { $count } 个有风险
summarising-count-off-track = { $count } 个严重落后
summarising-count-unheard = { $count } 个最近没有更新

summarising-points = 较{ $day } { $points }
summarising-unchanged = { $count } 个关键结果照常推进。
summarising-awaited = 还在等消息：{ $people }。
summarising-awaited-one = { $name }（{ $key_results }）
summarising-awaited-more = 另外 { $count } 个
summarising-late = { $count ->
   *[other] { $key_results }在小结发出之后更新，已经补进来了。
}
summarising-more = 目标较多，这里没有全部列出；写「列出 { $team }」可以看到全部。
summarising-since = 与一周前（{ $day }）相比。整理：{ $name }
summarising-since-post = 与上次小结（{ $day }）相比。整理：{ $name }

summarising-post-to = 发到 #{ $channel }
summarising-post-elsewhere = 发到别的频道
summarising-post-where = 发到
summarising-channel = #{ $channel }
summarising-edit = 修改开头
summarising-not-now = 先不发
summarising-again = 重新生成小结
summarising-no-channel = 目前没有我能发言的频道。请先把我邀请进去，再试一次。
summarising-choose-channel = 要发到哪个频道？请在下面选一个，现在还没有发出。
summarising-channel-gone = 那个频道已经不能发言了。什么都没有发出，请另选一个。
summarising-changed = 预览之后有了新变化，所以还没有发出。这是最新的样子：
summarising-not-yours = { $count ->
    [0] 这份小结要由团队成员（{ $team }）来发。
   *[other] 这份小结要由团队成员（{ $team }）来发，可以请他们帮忙：{ $names }。
}
summarising-posted = 小结已发到 #{ $channel }（{ $team }）。
summarising-refused = 小结没能发到 #{ $channel }（{ $team }）。频道可能已归档，或者我已经不在里面：请重新邀请我，或换一个频道。内容都在，可以重新生成小结。
summarising-refused-gone = 小结没能发到频道（{ $team }）：您或我已经不在那个频道里了。请重新邀请我，或换一个频道。内容都在，可以重新生成小结。
summarising-already = 小结已经发出（{ $team }），这次没有重复发送。
summarising-dropped = 好的，什么都没有发出。

summarising-which-team = 要做哪个团队的小结？
summarising-unknown-team = 没有叫「{ $words }」的团队。您指的是哪一个？不想做了就写「取消」。
summarising-no-teams = 这里还没有团队，暂时没有可小结的内容。用「列出全部」可以查看全部。
summarising-team-gone = 那个团队已经不在了，什么都没有发出。
summarising-team = 团队
summarising-nothing = { $team }：这个周期里还没有目标。有了目标，就能写小结了。

summarising-form = 小结的开头
summarising-field-lead-in = 用您自己的话说
summarising-hint-lead-in = 大家最该先知道什么？最多 { $most } 个字；留空则由我来写。
summarising-form-submit = 查看预览
summarising-lead-in-too-long = 写了 { $length } 个字，开头最多 { $most } 个字。
summarising-who-sees = #{ $channel } 里的人都会看到；之后的更新会补进来。
summarising-in-thread = 这周 #{ $channel } 里已经发过一份：这一份会放进它的消息串，不打扰频道。
summarising-away = { $name }（{ $key_results }）休假到{ $day }。
summarising-away-covered = { $name }（{ $key_results }）休假到{ $day }，由{ $other }代为更新。
summarising-tail-said = 负责人认为{ $said }（按数字算：{ $computed }）
