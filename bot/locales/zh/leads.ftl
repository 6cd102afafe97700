leads-to-come = { $moment }还没更新的，我会告诉{ $leads }，只说一次。
leads-headline = 您团队里还有 { $count } 个关键结果没有更新
leads-why = { $count ->
   *[other] 已经问过、也提醒过负责人，他们知道我会告诉您。可能只是最近太忙，您问一句，比我再催一次管用。
}
leads-asked = { $day }问过，还没有回复
leads-more = 另外还有 { $count } 个
leads-once = 这几个我不会再提，这条消息只有您能看到。
leads-button-off = { $team }：以后不用告诉我
