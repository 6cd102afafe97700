local-moment = { $at }

local-people = 同事
local-people-hint = 点一个名字，就以这位同事的身份说话。
local-you = 您
local-become = 切换为 { $name }
local-conversations = 会话
local-direct = Measured
local-unread = { $count } 条新消息
local-menu = 同事和频道
local-menu-close = 关闭

local-thread = 回复在消息串里，不打扰频道
local-only-you = 只有您能看到
local-earlier = 显示更早的消息
local-thinking = Measured 正在想
local-one-moment = 请稍等，这次要久一点。您写的内容不会丢。
local-coach = 建议

local-box = 给 Measured 发消息
local-box-channel = 在 { $name } 里发消息
local-box-hint = 给 Measured 写点什么，或试试 /okr
local-box-hint-channel = 这里的人都能看到。要找 Measured，请写 @measured 或 /okr。
local-box-keys = Enter 发送，Shift+Enter 换行。
local-send = 发送
local-too-long = 内容超过 20 万字，请分几次发送。还没有发出，也没有丢失任何内容。

local-try = 可以试试
local-try-draft = 我的目标是让新客户轻松上手，该目标通过上手引导和现成模板，以激活率从40%提升到60%、配置时间从3天缩短到1天、每月工单从120张降到60张来衡量
local-try-draft-label = 用一句话起草 OKR
local-try-list = /okr
local-try-list-label = 我现在该做什么？
local-try-tree = /okr tree
local-try-tree-label = 看看目标怎样对齐
local-try-summary = /okr summary
local-try-summary-label = 给团队发一份总结
local-try-help = 帮助
local-try-help-label = 还可以说什么？
local-channel-empty = 这里还没有消息。可以用 /okr summary 发一份总结，或者和同事说点什么。

local-clock = 时钟
local-clock-next-monday = 下周一 09:00
local-clock-day = +1 天
local-clock-week = +1 周
local-clock-why = Measured 每周一早上九点提醒大家更新。把时钟往前拨，现在就能看到。
local-clock-pushed = 现在是 { $at }。

local-appearance = 浅色、深色或跟随系统
local-appearance-auto = 跟随系统
local-appearance-light = 浅色
local-appearance-dark = 深色

local-form-continue = 继续填写
local-form-waiting = 有一张表单等您填写，已经写的内容都在。
local-form-aside = 先放一放
local-form-cancel = 取消
local-form-required = 必填
local-form-nobody = 暂不指定
local-form-error = 请看看标出来的几项。
local-choose = 请选择…

local-chart-target = 目标 { $value }
local-failed = 没有成功，日志里已有记录。您的操作已保存，下次启动时会再试。
local-lost = 连接断开。
local-lost-more = 正在重试，输入框和表单里的内容都还在。

local-edited = 已编辑
local-gone = 这条消息已删除。
local-edit = 编辑消息
local-edit-store = 保存
local-edit-leave = 不改了
local-delete = 删除消息
local-delete-sure = 删除这条消息？里面已经记录的内容会保留，直到您撤回。
local-sign = 点 { $sign }
local-signed = { $sign } 共 { $count } 个；点一下加入或取消
