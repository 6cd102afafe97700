revision-saved = { $label } 已保存
revision-closed = { $label } 已关闭
revision-reopened = { $label } 已重新打开
revision-discarded = { $label } 已作废
revision-key-result-added = 新增 { $label }：{ $title }
revision-key-result-dropped = 去掉 { $label }：{ $title }
revision-initiative-added = 新增计划：{ $title }
revision-initiative-dropped = 去掉计划：{ $title }
revision-initiative-renamed = 计划「{ $before }」改为「{ $after }」
revision-order = 新的顺序：{ $order }
revision-touched = { $label } { $what }：有改动
revision-set = { $label } { $what }：{ $after }
revision-cleared = { $label } { $what }：原为 { $before }，现在没有
revision-changed = { $label } { $what }：{ $before } → { $after }
revision-by = { $people }：{ $changes }
revision-weight = { $percent }%
revision-field-title = 标题
revision-field-level = 级别
revision-field-ambition = 类型
revision-field-cycle = 周期
revision-field-owner = 负责人
revision-field-team = 团队
revision-field-parents = 支撑的目标
revision-field-score = 分数
revision-field-score-reason = 打分原因
revision-field-kind = 方式
revision-field-start = 起点
revision-field-target = 目标值
revision-field-unit = 单位
revision-field-due = 截止
revision-field-weight = 权重
revision-field-other = 其他
revision-initiative-progress = { $before ->
    [-1] 计划「{ $title }」：{ $after ->
        [100] 完成
       *[other] { $after }%
    }
   *[other] 计划「{ $title }」：{ $before }% → { $after ->
        [100] 完成
       *[other] { $after }%
    }
}
revision-field-weighing = 关键结果的权重
revision-key-result-restored = 恢复 { $label }：{ $title }
