cheering-likes = 👍 { $count }：{ $names }
cheering-others = { $count ->
   *[other] 另外 { $count } 人
}
cheering-more-comments = { $count ->
   *[other] 还有 { $count } 条更早的评论
}
cheering-comment-by = { $name }的评论
cheering-button-like = 👍 赞
cheering-button-unlike = 取消赞
cheering-button-comment = 评论
cheering-button-answer = 回复
cheering-liked = 已赞{ $name }对 { $key_result } 的更新。
cheering-unliked = 已取消对{ $name } { $key_result } 更新的赞。
cheering-commented = 评论已写在 { $key_result } 下面，{ $name }会和其他消息一起看到。
cheering-commented-own = 评论已写在 { $key_result } 下面。
cheering-gone = 那次更新已经撤销，没法再回应了。
cheering-gone-words = 那次更新已经撤销。您写的是：{ $words }
cheering-error-empty = 请写一两句。
cheering-error-long = 超过了 { $most } 个字符，请写短一些。
cheering-form = 评论 { $key_result }
cheering-form-intro = { $name }会收到一次通知，和其他消息一起。
cheering-field-words = 评论
cheering-form-submit = 发表
cheering-notice = { $comments ->
    [0] { $likes ->
       *[other] 您的更新收到 { $likes } 个赞
    }
   *[other] { $likes ->
        [0] 您的更新收到 { $comments } 条评论
       *[other] 您的更新收到 { $comments } 条评论和 { $likes } 个赞
    }
}
cheering-notice-elsewhere = 您评论过的更新有 { $comments } 条新评论
cheering-notice-both = { $own }；您评论过的更新有 { $comments } 条新评论
cheering-of = { $label } { $title } · { $name }的更新
