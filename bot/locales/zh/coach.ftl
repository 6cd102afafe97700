coach-no-key-results = 怎么知道做成了？补上三到五个能衡量的结果。
coach-unmeasurable = { $key_results }：用什么数字来说明？写成「从…到…」最容易跟进。
coach-activity = { $count ->
   *[other] { $key_results } 更像要做的事。做完以后什么会变好？事情本身可以放进「计划」。
}
coach-no-baseline = { $key_results }：今天是多少？有了起点，才看得出进展。
coach-past-date = { $key_results } 的日期已经过去了，请看看是不是写错了。
coach-no-date = { $count ->
   *[other] { $key_results } 没有日期，我先按周期最后一天算。
}
coach-no-owner = { $count ->
   *[other] { $key_results } 没有负责人，所以不会有人收到询问。
}
coach-too-many-key-results = { $count } 个关键结果太多，记不住。最要紧的三到五个最好。
coach-too-few-key-results = { $count ->
    [one] 只有一个关键结果，可能它达成了而目标没达成。三到五个更周全。
   *[other] { $count } 个关键结果少了点，三到五个更周全。
}
coach-vague = { $key_results }：「{ $words }」具体是什么样子？
coach-too-many-initiatives = 同时做 { $count } 项计划太多。哪三到五项最能推动关键结果？
coach-too-few-initiatives = 只有 { $count } 项计划，略显单薄，通常是三到五项。
coach-no-initiatives = 还没有写计划。用「通过 …」补上打算做的事，晚点再写也行。
