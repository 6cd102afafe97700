joining-door = { $door ->
    [slack] Slack
    [teams] Microsoft Teams
   *[other] 这里
}
joining-doors = 使用的平台
joining-by-email = 两边都在的人，按邮箱合并
joining-joined = 并入
joining-on = 是
joining-off = 否

joining-headline = 让 Slack 和 Teams 成为同一个组织
joining-what = 连接之后，两边看到的都是「{ $name }」的 OKR，这里对所有人生效的设置在两边都生效。
joining-how = 请另一边的管理员输入下面按钮显示的连接码。15 分钟内有效，只能用一次。
joining-button-code = 显示连接码
joining-which = 另一边必须还没有 OKR。如果没有 OKR 的是这一边，请在那边获取连接码，到这里输入。
joining-code-here = 连接码
joining-code-type = 请另一边的管理员对我说：「/okr 连接 { $code }」。{ $until }之前有效。除了对方，请不要告诉任何人。
joining-code-over = 现在没有有效的连接码。输入「/okr 连接码」可以重新获取。
joining-no-key = 连接需要服务器上有密钥。请运行服务的同事设置 MEASURED_ENCRYPTION_KEYS（用「python app.py new-key」生成）并重启，之后「/okr 连接码」就能用了。
joining-alone = 本地聊天不需要账号，也无法确认谁是谁，所以不能和别处连接。
joining-too-many = 输错的次数太多了。一小时内这里不再接受连接码；之后请在另一边重新获取。
joining-wrong-code = 这个连接码无效：可能有错字，可能已过 15 分钟，也可能已经用过。什么都没有改动。在另一边输入「/okr 连接码」可以重新获取。
joining-own-code = 这是本组织自己的连接码，应该由另一边的管理员在那边输入。
joining-same-door = 两边都在 { $doors } 上。能连接的是一个 Slack 工作区和一个 Teams 组织；什么都没有改动。
joining-not-blank = 这里已经有 OKR 了，为了不丢内容、不改编号，没有连接。如果「{ $name }」还没有 OKR，请在这里输入「/okr 连接码」，到那边去输入。
joining-sure = 要和「{ $name }」成为同一个组织吗？
joining-sure-what = 之后 { $doors } 通向同一套 OKR，也就是「{ $name }」的。提醒节奏、年度起点等规则以它为准；任何一边的管理员都是两边的管理员。
joining-sure-kept = 这里每个人自己的设置都会保留；团队和频道一起过去，重名的团队会改个名字。此操作无法撤销。
joining-button-join = 合为一个组织
joining-button-not-now = 暂不
joining-not-now = 什么都没有改动。连接码在 15 分钟内仍然有效。
joining-done = 「{ $name }」现在是同一个组织了，在 { $doors } 上都能用
joining-done-told = { $by }已把 { $doors } 并入本组织
joining-done-people = 两边都在的同事，目前在这里还是两个人。您可以允许按邮箱合并：只有两个平台都能证明是同一个邮箱才会合并，并且会告诉本人。
joining-button-by-email = 按邮箱合并人员
joining-button-not-by-email = 不再按邮箱合并人员
joining-one-door = 大家都在同一个平台上，没有需要合并的人。输入「/okr 连接码」可以接入另一个平台。
joining-by-email-on = 两边都在的人会按邮箱合并
joining-by-email-on-what = 本人下次使用时合并，并会收到通知。只认正式成员已确认的邮箱，访客的不算；有人共用同一邮箱也不合并。我只保留一个无法还原的标记。Slack 应用需要 users:read.email 权限。
joining-by-email-off = 不按邮箱合并人员
joining-by-email-off-what = 已经合并的保持不变。说「把 Slack 和 Teams 分开」可以重新变成两个人。
joining-one = 您在 { $doors } 上现在是同一个人了
joining-one-what = 目标、关键结果和更新在两边都一样，设置也是。
joining-one-nudges = 您最近用哪边，我就在哪边联系您。说「在 Slack 提醒我」或「在 Teams 提醒我」可以指定。
joining-one-apart = 不是您本人？说「把 Slack 和 Teams 分开」，各自的内容会各归各位。
joining-one-already = 您在这里已经是同一个人了，没有改动。
joining-not-there = 我还不能在 { $door } 上联系您：请先在那边给我发一条消息。如果您两边都在用，管理员可以允许按邮箱合并（「/okr 工作区」）。没有改动。
joining-only-there = 您只在 { $door } 上，我就在那里联系您。
joining-door-chosen = 以后我在 { $door } 上联系您。说「在我最近用的地方提醒我」可以改回去。
joining-any-door = 以后您最近用哪边，我就在哪边联系您。
joining-not-joined = 您在这里本来就是一个人，没有需要分开的。
joining-apart = 您在 { $doors } 上又是两个人了
joining-apart-what = 合并之前各自的内容各归各位；合并之后新增的，留给先来的那一个。
joining-apart-again = 除非在两边都说「我在 Slack 和 Teams 是同一个人」，否则不会再合并。
joining-by-hand-not = 管理员没有允许按邮箱合并，所以没有改动。「/okr 工作区」可以看到管理员是谁。
joining-same = 好的。请在另一边也说一次；如果两边证明的是同一个邮箱，下次使用时您就是同一个人了。
