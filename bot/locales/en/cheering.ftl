cheering-likes = 👍 { $count }: { $names }
cheering-others = { $count ->
    [one] one more
   *[other] { $count } more
}
cheering-more-comments = { $count ->
    [one] One earlier comment
   *[other] { $count } earlier comments
}
cheering-comment-by = comment by { $name }
cheering-button-like = 👍 Like
cheering-button-unlike = Take the like back
cheering-button-comment = Comment
cheering-button-answer = Answer
cheering-liked = You like the check-in of { $name } for { $key_result }.
cheering-unliked = You no longer like the check-in of { $name } for { $key_result }.
cheering-commented = Your comment stands beneath { $key_result }. { $name } hears of it, together with whatever else comes in.
cheering-commented-own = Your comment stands beneath { $key_result }.
cheering-gone = That check-in was taken back, so there is nothing to say of it.
cheering-gone-words = That check-in was taken back meanwhile. Your words: { $words }
cheering-error-empty = A word or two, please.
cheering-error-long = That is longer than { $most } characters. A shorter one fits.
cheering-form = Comment on { $key_result }
cheering-form-intro = { $name } is told once, together with whatever else comes in.
cheering-field-words = Comment
cheering-form-submit = Comment
cheering-notice = { $comments ->
    [0] { $likes ->
        [one] Somebody likes your check-in
       *[other] { $likes } likes for your check-ins
    }
    [one] { $likes ->
        [0] A comment on your check-in
        [one] A comment and a like for your check-ins
       *[other] A comment and { $likes } likes for your check-ins
    }
   *[other] { $likes ->
        [0] { $comments } comments on your check-ins
        [one] { $comments } comments and a like for your check-ins
       *[other] { $comments } comments and { $likes } likes for your check-ins
    }
}
cheering-notice-elsewhere = { $comments ->
    [one] A new comment where you had commented
   *[other] { $comments } new comments where you had commented
}
cheering-notice-both = { $own }; { $comments ->
    [one] a new comment where you had commented
   *[other] { $comments } new comments where you had commented
}
cheering-of = { $label } { $title } · check-in of { $name }
