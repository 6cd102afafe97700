viewing-home-due = 有 { $count } 项进展等您更新
viewing-home-no-check-in = 眼下没有要更新的进展
viewing-home-clear = 眼下没有要您处理的事
viewing-home-type = 也可以直接打字，就像跟同事说一声：「{ $example }」。
viewing-home-drafts = 您有 { $count } 份草稿还没保存
viewing-home-summaries = { $teams }这一周有新进展，还没有人发小结。
viewing-button-summary = 预览 { $name } 的小结
viewing-button-open = 打开 { $label }
viewing-home-mine = 与您有关的
viewing-home-teams = 您的团队
viewing-home-team = { $name }：{ $state }
viewing-home-more-teams = 您还有 { $count } 个团队，见团队列表。
viewing-button-team = { $name }的 OKR
viewing-home-empty = { $name }，您好！这里还没有与您有关的 OKR
viewing-home-start = 目标说的是什么会变得更好，关键结果说的是凭什么知道做到了。一句话就能开始：
viewing-home-example = 「我的目标是让新客户一周内用得顺手，该目标通过 引导式开户 以 激活率从40%提升到60%、首份报表的等待时间从3天降到4小时 来衡量」

viewing-button-new = 新建 OKR
viewing-button-mine = 我的 OKR
viewing-button-all = 全部 OKR
viewing-button-help = 帮助
viewing-button-tree = 对齐关系
viewing-button-top = 回到开头
viewing-button-draft = 打开草稿
viewing-button-objective = 回到 { $label }
viewing-button-check-in = 更新 { $label }
viewing-button-cycle = { $name }

viewing-whose-mine = 我的 OKR
viewing-whose-person = OKR · { $name }
viewing-whose-somebody = 已离开同事的 OKR
viewing-whose-team = 团队 OKR · { $name }
viewing-whose-a-team = 已不存在的团队的 OKR
viewing-whose-organisation = 公司级 OKR · { $name }
viewing-whose-all = 全部 OKR
viewing-list = { $whose }
viewing-list-only = { $whose } · { $only }
viewing-only-behind = 有风险或严重落后
viewing-only-off-track = 严重落后
viewing-only-outdated = 久未更新
viewing-only-pending = 从未更新
viewing-only-done = 已完成
viewing-only-on-track = 进展顺利
viewing-only-unassigned = 没有负责人
viewing-none-behind = 这里没有任何风险，一切安好。
viewing-none-off-track = 这里没有严重落后的。
viewing-none-outdated = 这里没有久未更新的，更新过的都还新鲜。
viewing-none-pending = 这里的每一项都更新过。
viewing-none-done = 这里还没有完成的。
viewing-none-on-track = 这里眼下没有确定进展顺利的。
viewing-none-unassigned = 这里的每一项都有负责人。
viewing-none-known = 就已知的来看，没有。
viewing-not-known = { $outdated ->
    [0] 有 { $pending } 个关键结果从未更新，情况还不清楚。
   *[other] { $pending ->
        [0] 有 { $outdated } 个关键结果很久没更新，现在怎样还不清楚。
       *[other] 有 { $pending } 个关键结果从未更新，{ $outdated } 个很久没更新，现在怎样还不清楚。
    }
}
viewing-counts = { $count ->
    [0] { $objectives } 个目标
   *[other] { $objectives } 个目标里的 { $count } 个关键结果
}
viewing-page = 第 { $first } 到 { $last } 个，共 { $total } 个目标
viewing-cycle-counted = { $cycle } · { $count } 个目标
viewing-button-next = 下一页
viewing-button-previous = 上一页
viewing-button-whole = { $whose }
viewing-cycle = { $name } · { $starts }至{ $ends }
viewing-list-empty = 这个周期里还没有内容。
viewing-list-end = 到底了，没有更多。
viewing-no-teams = 这里还没有团队。用「list all」可以查看全部。
viewing-which-team = 要看哪个团队的？
viewing-nobody-called = { $near ->
    [0] 没有叫「{ $words }」的同事、团队或周期。找人可以写 @名字。
   *[other] 没有叫「{ $words }」的同事、团队或周期。您要找的是不是：
}

viewing-title = { $label } { $title }
viewing-titles = { $titles }
viewing-draft = 草稿
viewing-draft-remark = 这是草稿，保存之前只有您能看到。
viewing-closed-score = 已关闭，{ $score }，留作记录。
viewing-closed-remark = 已结束，留作记录。
viewing-key-results = 关键结果
viewing-initiatives = 计划
viewing-fact-objective = 所属目标
viewing-fact-measure = 衡量方式
viewing-fact-due = 截止
viewing-fact-confidence = 信心
viewing-fact-last = 最近更新
viewing-fact-level = 级别
viewing-fact-ambition = 类型
viewing-fact-changed = 最近修改
viewing-fact-above = 支撑的目标
viewing-fact-below = 支撑它的目标
viewing-level-team = { $level }，{ $name }
viewing-checked-in-by = 更新：{ $by }
viewing-by = { $name }，{ $day }
viewing-and-more = 还有 { $count } 个
viewing-chart-title = 历史走势
viewing-chart-alt = { $label } 从{ $first_day }的 { $first } 变为{ $last_day }的 { $last }。

viewing-show-left = 一次最多看三个。其余的请再问一次：{ $ids }。
viewing-unknown = { $near ->
    [0] 没有您能看到的 { $label }。
   *[other] 没有您能看到的 { $label }。您要找的是不是：
}

viewing-tree = 目标对齐关系
viewing-tree-empty = 还没有任何目标。第一个目标就是这棵树的顶端。
viewing-tree-flat = 目前各目标之间还没有对齐关系。
viewing-tree-cut = 下面还有 { $count } 个。打开某个目标可以看到支撑它的目标。
viewing-fact-rhythm = 询问节奏
viewing-initiative = { $progress ->
    [-1] { $nth }. { $title }
    [100] { $nth }. { $title } ✓
   *[other] { $nth }. { $title } · { $progress }%
}
viewing-initiative-how = 写「{ $label } 计划1 完成」或「60%」，就能记下计划的进展。
viewing-fact-shares = 权重
viewing-button-initiative = 计划 { $nth } 完成
viewing-half = { $half ->
    [1] 上半年，{ $starts }至{ $ends }
   *[other] 下半年，{ $starts }至{ $ends }
}
