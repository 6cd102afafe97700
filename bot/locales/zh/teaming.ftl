teaming-team = { $name }
teaming-teams = { $count ->
    [0] 团队
   *[other] 共 { $count } 个团队
}
teaming-none = 还没有团队。谁都可以新建，建的人先当负责人。
teaming-end = 就这些了。
teaming-menu = 打开
teaming-typed = 也可以直接打字：「新建团队 增长」「加入增长」「把@李晨加入增长」「增长的频道 #增长」。
teaming-line = { $mine ->
    [1] { $lead }负责，{ $count } 人，您在其中
   *[0] { $lead }负责，{ $count } 人
}
teaming-line-no-lead = { $mine ->
    [1] 暂无负责人，{ $count } 人，您在其中
   *[0] 暂无负责人，{ $count } 人
}
teaming-lead = 负责人
teaming-lead-none = 暂无，成员可以指定一位
teaming-people = 成员
teaming-people-none = 还没有人
teaming-listing = { $people }
teaming-channel = 总结发到
teaming-channel-none = 还没有频道
teaming-channel-gone = 一个您或我看不到的频道
teaming-channel-name = #{ $name }
teaming-its-members = 团队成员
teaming-changed-by = 由{ $people }修改；谁都可以加入。

teaming-button-new = 新建团队
teaming-button-join = 加入
teaming-button-leave = 退出
teaming-button-okrs = 团队 OKR
teaming-button-change = 修改
teaming-button-all = 所有团队

teaming-made = 团队{ $name }建好了，由您负责
teaming-made-next = 接下来：「把@李晨加入{ $name }」邀请成员，「{ $name }的频道 #频道名」设定总结发到哪里；也可以按「修改」。
teaming-joined = 您已加入{ $name }
teaming-joined-already = 您本来就在{ $name }里，没有改动。
teaming-left = 您已退出{ $name }
teaming-left-keeps = 由您负责的关键结果仍然是您的。
teaming-left-no-lead = 团队暂时没有负责人：任何成员都可以写「让@某人当负责人」。由您负责的关键结果仍然是您的。
teaming-left-already = 您不在{ $name }里，没有改动。
teaming-not-yours = { $name }由{ $people }来改，可以找对方说一声。什么都没有改动；加入和退出随您。
teaming-added = { $people }已加入{ $name }
teaming-in-already = { $people }本来就在{ $name }里，没有改动。
teaming-removed = { $people }不再是{ $name }的成员
teaming-not-in = { $people }不在{ $name }里，没有改动。
teaming-many = 一个团队最多 { $most } 人。什么都没有改动。
teaming-leads = { $name }现在由{ $person }负责
teaming-you-lead = { $name }现在由您负责
teaming-leads-already = { $name }本来就由{ $person }负责，没有改动。
teaming-renamed = { $before }改名为{ $name }
teaming-channel-set = { $name }的总结今后发到 #{ $channel }
teaming-channel-invite = 不会因此自动发布任何内容。如果 #{ $channel } 是私密频道，请先邀请我进去。
teaming-channel-dropped = { $name }的总结不再发到任何频道
teaming-channel-taken = #{ $channel } 已经是{ $name }的频道；一个频道只属于一个团队。什么都没有改动。
teaming-channel-unknown = 我看不到频道「{ $name }」。如果是私密频道，请先邀请我进去。什么都没有改动。
teaming-unknown = 这里没有团队「{ $name }」，什么都没有改动。
teaming-gone = 这个团队已经不在了，什么都没有改动。
teaming-name-missing = 团队叫什么？例如：新建团队 增长。
teaming-name-long = 团队名最多 { $most } 个字。什么都没有改动。
teaming-name-taken = 已经有团队{ $name }了。可以加入，或者换个名字。

teaming-form = 团队{ $name }
teaming-form-new = 新建团队
teaming-form-submit = 保存
teaming-form-meanwhile = 您填写的时候{ $name }被改动了。您的内容还在，再提交一次就会覆盖现在的内容。
teaming-field-name = 名称
teaming-hint-people = 一行一人，例如 @li
teaming-saved = { $name }已保存

teaming-told-added = { $by }把您加入了团队{ $name }
teaming-told-added-what = 团队总结发到：{ $channel }。和以前一样，只会问您自己负责的关键结果。
teaming-told-lead = { $by }请您担任{ $name }的负责人
teaming-told-lead-what = 您可以邀请成员、设定频道、在每周总结发布前过目，并决定关键结果由谁负责。
teaming-told-removed = { $by }把您移出了团队{ $name }
teaming-told-removed-what = 由您负责的关键结果仍然是您的，也随时可以再加入。
