nobody-yet = 暂无负责人
no-date = 未定日期
on-day = { $day }

status-on-track = 进展顺利
status-at-risk = 有风险
status-off-track = 严重落后
status-done = 已完成
status-pending = 尚未更新
status-outdated = 已过期未更新
status-said = { $said }（按数字算：{ $computed }）

kind-increase = 提升
kind-decrease = 降低
kind-reach = 达到某个数
kind-maintain-above = 保持不低于
kind-maintain-below = 保持不高于
kind-baseline = 摸清基线
kind-milestone = 完成与否

level-organisation = 公司级
level-team = 团队级
level-individual = 个人级

ambition-committed = 承诺型
ambition-aspirational = 挑战型

measure-milestone = 完成与否
measure-baseline = 摸清基线
measure-none = 还没有可衡量的数字
measure-from-to = { $start } → { $target }
measure-reach = 达到 { $target }
measure-up-by = 提升 { $target }
measure-down-by = 降低 { $target }
measure-at-most = 不超过 { $target }
measure-below = 低于 { $target }
measure-at-least = 不低于 { $target }
measure-above = 高于 { $target }

stands-at = 目前 { $current }
stands-of = 目前 { $current }，目标 { $target }
stands-expected = 目前 { $current }，目标 { $target }，按进度应为 { $expected }

objective-detail = { $count ->
    [0] { $level }，还没有关键结果
   *[other] { $level }，{ $count } 个关键结果
}

button-save = 保存
button-edit = 修改
button-discard = 放弃
button-check-in = 更新进展
button-no-change = 没有变化
button-skip = 跳过
button-cancel = 取消
button-more = 更多

confidence-low = { $confidence }/10（有风险）
confidence-middling = { $confidence }/10（有些问题）
confidence-high = { $confidence }/10（顺利）
cycle-word = 周期

bar = { $bar } { $percent }
bar-done = 已完成 { $percent }
bar-done-expected = 已完成 { $percent }，按进度应为 { $expected }
share = { $percent }
more-than-fits = ……还有 { $count } 项，一条消息放不下。
not-chosen = 未选择
weighing-equal = 平均
weighing-size = 按数值大小
share-of = { $label } { $share }
shares-by-size = { $shares }（按数值大小）
shares-edited = { $shares }
weighing-all-equal = 每个关键结果的权重相同。
weighing-nothing-yet = 目前还没有关键结果；以后添加的会这样计算。
weighing-apart = { $key_results } 没法和别的比大小（需要有起点、目标值和相同的单位），所以按平均的一份计算。
weighing-fixed = { $key_results } 保留单独设定的权重。发「{ $label } 权重 均分」可以取消。
