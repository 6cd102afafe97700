stray-button = 这个按钮来自另一个版本，已经不起作用了，什么都没有记录。打字总是可以的，也可以回到首页。
stray-home = 我的 OKR
stray-nothing-open = 现在没有需要取消的。
