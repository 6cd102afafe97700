who-unknown = 这里没有叫「{ $name }」的人，什么都没有改动。可以用 @用户名 或全名。
who-has-left = { $name }已经离开，什么都没有改动。请换一个人。
who-several = 这里不止一个人叫这个名字：{ $people }。什么都没有改动；请用 @用户名 再说一次。
