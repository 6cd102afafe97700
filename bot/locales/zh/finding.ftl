finding-found = 「{ $words }」的搜索结果
finding-nothing = 没有找到含有「{ $words }」的内容。
finding-instead = 只写词语的一部分也行，简体繁体都可以。写负责人或团队的名字，能找到他们的 OKR。
finding-nothing-yet = 这里还没有 OKR。在和我的对话里写一句话，就能开始第一个。
finding-what = 想找什么？例如：搜索 新手引导
finding-for = 所属目标：{ $label } { $title }
finding-button-show = 查看 { $label }
