drafting-no-objective = （还没有写目标）
drafting-draft = { $label }（草稿）：{ $title }
drafting-summary = 草稿 { $label }：{ $title }
drafting-understood = { $measure }，截止 { $due }
drafting-understood-undated = { $measure }，未定日期
drafting-due = 截止 { $due }
drafting-undated = 未定日期
drafting-through = 通过：
drafting-initiative = • { $title }
drafting-level-team = 团队：{ $team }

drafting-change-key-result = 改 { $key_result }
drafting-open-form = 打开表单
drafting-me = 我
drafting-end-of-cycle = { $day }前
drafting-show = 查看 { $label }

drafting-ask-objective = 眼下最重要的是什么？用一句话说：做成之后，什么会变得更好。
drafting-example-objective = 例如：新团队第一周就能独立干活。
drafting-ask-key-results = 怎样才算成功？写三到五个能衡量的结果，一行一个。
drafting-example-key-results = 例如：首份报表的等待时间从 3 天降到 4 小时
drafting-ask-owner = 这些关键结果由谁负责？写一个人；每周会问负责人一次。
drafting-example-owner = 写名字，例如 @陈静，或者「我」。
drafting-ask-due = 什么时候完成？
drafting-example-due = 例如：{ $day }，或者「三月底」。
drafting-kept = 已存为草稿 { $label }。随时可以停下，用 /okr 草稿 再找回来。

drafting-unsure = { $key_results } 里的数字我没有十足把握，保存前请再看一眼。
drafting-unsure-parts = 这句话不止一种拆法。请看一眼哪些是目标、关键结果和举措，点「修改」可以调整。
drafting-unknown-person = 这里没有叫「{ $name }」的人。请写 @名字。
drafting-no-date-read = 没看出日期。「3月31日」「一季度末」或 2027-03-31 都可以。
drafting-too-many = 一共 { $given } 行，而一个目标最多放 { $most } 行。三到五个关键结果就够了：拆成几个目标，或只留最要紧的。什么都没有保存，您的原话还在上面。
drafting-line-too-long = 有一行长达 { $given } 个字，标题最多 { $most } 个字。请缩短，或一行写一个关键结果。什么都没有保存，您的原话还在上面。

drafting-saved = 已保存：{ $label } { $title }
drafting-first-ask = 负责人{ $every ->
    [1] 每周
    [4] 每月
   *[other] 每 { $every } 周
}收到一条简短的询问，第一次在{ $day }当地 { $time }。想提前更新，直接打字就行：KR 加编号，再写数字。
drafting-saved-empty = 还没有关键结果，所以不会问任何人。用 /okr 修改 { $label } 来添加。
drafting-discarded = 草稿 { $label } 已放弃。
drafting-discarded-words = 原文在这里，需要时可以取回：
drafting-already-saved = { $label } 已经保存过了：{ $title }。没有重复保存。
drafting-no-longer-draft = { $label }「{ $title }」已经保存，不再是草稿，没有可放弃的。什么都没有改动；要改内容，用 /okr 修改 { $label }。
drafting-drop-line = 什么都没有删。要去掉 { $key_result }「{ $title }」，点「修改」，从 { $label } 里删掉它那一行；已有的更新记录会保留。
drafting-gone = 草稿 { $label } 已经不在了。用 /okr 草稿 查看您的草稿。
drafting-moved-on = 那张卡片之后 { $label } 又改过。这是现在的样子，请看过再按一次。
drafting-no-draft = 现在没有可以这样处理的草稿。这样开始：我的目标是 …，该目标通过 … 以 … 来衡量
drafting-no-drafts = 您没有草稿。这样开始：我的目标是 …，该目标通过 … 以 … 来衡量
drafting-drafts = 您有 { $count } 份草稿
drafting-question-over = 那个问题已经过去了。草稿还在：/okr 草稿 可以看到。
drafting-not-yours = { $label } 由它的作者、负责人和团队负责人修改。请找他们，或在团队频道里说一声。
drafting-key-result-gone = 这里没有您可以修改的 { $label }。
drafting-dropped = { $key_results } 已从 { $label } 中去掉，之前的更新记录仍然保留。
drafting-changed = 已修改：{ $label } { $title }
drafting-changed-meanwhile = 您填写期间有人改过。您写的内容都留在下面，再提交一次就会覆盖现在的版本：{ $present }
drafting-form-closed = 您关掉了表单，什么都没有保存。您写过的内容在这里：

drafting-form-new = 新建 OKR
drafting-form-edit = 修改 { $objective }
drafting-form-key-result = { $key_result } 的细节
drafting-form-intro = 一行一个关键结果。加 @名字 指定负责人，写「3月31日前」指定日期。删掉一行就是去掉它，换位置就是重新排序。
drafting-form-submit = 完成
drafting-field-objective = 目标
drafting-field-key-results = 关键结果
drafting-field-initiatives = 计划
drafting-field-owner = 负责人
drafting-field-level = 级别
drafting-field-team = 团队
drafting-field-ambition = 类型
drafting-field-title = 关键结果
drafting-field-kind = 种类
drafting-field-start = 从
drafting-field-target = 到
drafting-field-due = 截止
drafting-field-kr-owner = 负责人
drafting-no-team = 不属于团队
drafting-hint-key-results = 例如：每周注册数从 2000 提升到 3500 @陈静
drafting-hint-initiatives = 推动关键结果的工作，一行一个
drafting-add-key-result = 添加关键结果
drafting-add-initiative = 添加计划
drafting-hint-number = 数字带单位：35万、80%、1200万元、3天
drafting-error-objective = 目标是什么？一句话就够。
drafting-error-title = 这个关键结果叫什么？
drafting-error-number = 「{ $words }」里看不出一个数字。35万、80%、1200万元、3天都可以；没有就留空。
drafting-error-date = 「{ $words }」里看不出日期。3月31日、一季度末或 2027-03-31 都可以。
drafting-stopped = 好的，什么都没有保存。
drafting-left = 好的。{ $label } 仍是草稿，用 /okr 草稿 找回来。
drafting-organisation-leads = 公司级目标由团队负责人和管理员保存。可以用「编辑」换个级别，或者找{ $people }。草稿还在。
drafting-organisation-admins = 公司级目标由管理员保存。可以用「编辑」换个级别，或者找{ $people }。草稿还在。
