"""What people say about the bot itself, rather than about their work: "who sees this?", "go away", 谢谢.

Read only where a whole message is it, and the last of all but for the questions: "fine" may be news of a key result.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.reading.markup import fold, plain

Smalltalk = Literal["about", "seen", "kept", "ranks", "enough", "thanks", "unsure", "nothing"]

_BOSS = r"(?:my )?(?:boss|manager|lead|team lead|supervisor|management|hr)"
_BOSS_ZH = r"(?:我的?)?(?:领导|老板|上级|主管|上司|人事)"
_SAID: tuple[tuple[Smalltalk, tuple[str, ...]], ...] = (
    (
        "about",
        (
            r"what(?:'s| is| are) (?:this|that|these)(?: (?:bot|thing|app|about|for|message|messages|here))?",
            r"what(?:'s| is) (?:this|that) (?:all )?(?:about|for)|what are you(?: for)?|who are you",
            r"(?:is this|are you) (?:a |an )?(?:bot|robot|ai|human)",
            r"why (?:do|did|am) i (?:get|getting|receive|receiving) (?:this|these|that|it|messages?|your messages)(?: messages?)?",
            r"why (?:do|are|did) you (?:keep )?(?:ask|messag|writ|nudg|ping|bother)(?:e|ing)?(?: to)?(?: me)?(?: this)?",
            r"what do you want(?: from me)?|what am i supposed to do(?: here| now)?",
            r"(?:这|那)(?:个)?(?:是|是个)?(?:什么|啥|干嘛的|做什么的|干什么的)(?:东西|机器人)?|在吗|在不在|你是(?:谁|什么|干什么的|做什么的|机器人吗)|你(?:想|要)(?:干嘛|干什么|做什么|怎样)",
            r"(?:为什么|为啥|干嘛)(?:总|老|一直)?(?:是)?(?:要)?(?:问|找|发给|提醒|打扰|催|给)我?(?:发)?(?:这个|这些|这种|消息|这个消息|这些消息)?|要我(?:做什么|干什么|干嘛)",
        ),
    ),
    (
        "seen",
        (
            r"who (?:can |will |gets to )?(?:see|read)s? (?:this|it|that|these|all this|my [a-z-]{3,12})",
            r"(?:is|are) (?:this|it|these|my (?:answers?|check-?ins?|updates?|notes?)) (?:private|public|confidential|anonymous|secret)",
            rf"(?:does|can|will|do) {_BOSS} (?:see|read|know|hear|get|find out)(?: (?:this|it|that|about (?:this|it)|of (?:this|it)))?",
            rf"(?:is|will) {_BOSS} (?:be )?(?:told|informed|notified)(?: (?:of|about) (?:this|it))?",
            rf"do you (?:tell|report(?: this)? to|inform|spy for) {_BOSS}(?: (?:this|about (?:this|it)))?",
            r"who (?:is|gets|will be) (?:told|informed|notified)(?: (?:of|about) (?:this|it))?|are you (?:spying|reporting)(?: on me)?",
            r"is (?:this|it) (?:used )?(?:for|in|part of) (?:my )?(?:(?:performance )?(?:reviews?|appraisals?|evaluations?)|performance|bonus)",
            r"am i (?:being )?(?:rated|judged|scored|evaluated)",
            r"(?:有)?(?:谁|哪些人)(?:都)?(?:能|会|可以)?(?:看到|看见|看得到|看)(?:得到)?(?:这些|这个|它|我写的|我的更新|我的回答|我说的)?(?:内容|东西)?",
            rf"(?:你)?(?:会|要)?(?:不会)?(?:告诉|通知|报告给?){_BOSS_ZH}|{_BOSS_ZH}(?:会|能|可以)?(?:看到|看见|知道|看得到)(?:这些|这个|吗)?",
            r"(?:这|这个|这些)?(?:内容)?(?:是)?(?:公开|保密|匿名|私密)(?:的)?|(?:这|这个|这些)?(?:会|要)?(?:算|用于|用在|影响|计入|关系到)?(?:我的)?(?:绩效|考核|奖金)",
        ),
    ),
    (
        "kept",
        (
            r"(?:please )?(?:delete|erase|remove|wipe) (?:all )?(?:of )?my (?:data|account|messages|answers|history|information|profile)",
            r"forget (?:about )?me|gdpr",
            r"(?:请)?(?:删除|清除|删掉)(?:所有)?我的(?:所有)?(?:数据|账号|帐号|信息|记录|消息)|忘了我",
        ),
    ),
    (
        "ranks",
        (
            r"(?:rank|rate|grade|score) (?:my |the |our )?(?:team|people|employees|members|everybody|everyone|staff)(?: members)?",
            r"who(?:'s| is) (?:the )?(?:best|worst|laziest|slowest|fastest|most active|least active)(?: (?:in|of|on) .{2,30})?",
            r"(?:show |give )?(?:me )?(?:the |a )?(?:leaderboard|ranking)(?: of .{2,30})?",
            r"(?:给)?(?:团队|大家|员工|成员|所有人)?(?:排名|排个名|打分|评分)|谁(?:最差|最好|最慢|最快|最懒|最积极|(?:在)?拖(?:了)?后腿|干得最(?:好|差))|(?:查看|看看)?排行榜",
        ),
    ),
    (
        "enough",
        (
            r"(?:go|get) away|shut up|enough(?: already)?|stop(?: it| this| that)?|be quiet|quiet|silence|off|turn off|piss off|get lost",
            r"i (?:do not|don't|dont) (?:want|need|like) (?:this|that|it|you|to)(?: .{1,20})?|not interested|no more|i (?:hate|can't stand) .{2,20}",
            r"(?:this|that|it|you)(?:'s| is|'re| are) (?:so |really |very )?(?:stupid|annoying|useless|pointless|spam|silly|a waste of time|nonsense|too much)",
            r"(?:please )?(?:ask|message|ping|nudge|bother|write)(?: to)? (?:me )?(?:a bit )?less(?: often)?",
            r"(?:less|fewer)(?: often| messages| questions)?|too (?:many|much|often)(?: messages| questions)?",
            r"(?:do not|don't|dont) ask me on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:stop|no more) spam(?:ming)?(?: me)?",
            r"走开|滚|滚开|闭嘴|别吵了?|够了|烦(?:死了|人)?|(?:好|真|太)烦(?:人)?了?|别发了|不想(?:用|要|弄|更新|填)(?:了|这个)?|我不想(?:用|要|弄|更新|填)(?:了|这个)?",
            r"(?:真|太)?(?:没用|没意思|无聊)|少问(?:我)?(?:一点|点|几次)?|别问(?:那么|这么)(?:多|勤)|(?:消息|问题)?太(?:多|频繁)了|问得太(?:多|勤|频繁)了?|安静(?:点|一点|一下)?",
        ),
    ),
    (
        "thanks",
        (
            r"(?:many |ok |okay |great |cool |nice |perfect )?(?:thanks|thank you|thx|ty|cheers)(?: a lot| so much| very much| you)?",
            r"(?:非常|太)?(?:谢谢|感谢|多谢|谢啦|谢了)(?:你|您|啦|了|哈)?|辛苦(?:你|您)?了",
        ),
    ),
    (
        "unsure",
        (
            r"dunno|i (?:do not|don't|dont) know(?: yet)?|no (?:idea|clue)|idk|not sure(?: yet)?|hard to say|can't say(?: yet)?",
            r"(?:i'm |i am )?(?:too |very |so )?busy(?: right now| this week| today)?|no time(?: right now| this week| today)?",
            r"(?:我)?(?:这周|今天|最近|现在)?(?:太|很)?(?:忙|没空|没时间)(?:[,，]?\s*(?:晚点|晚些|回头|改天)(?:再)?(?:说|弄|填|更新))?|(?:晚点|晚些|回头|改天)(?:再)?(?:说|弄|填|更新)",
            r"(?:我)?(?:不知道|不清楚|不确定|不晓得|说不好|不好说|没数)(?:啊|呢|呀)?",
        ),
    ),
    (
        "nothing",
        (
            r"yes|yep|yeah|sure|no|nope|nah|ok|okay|k|got it|alright|all right|understood|noted",
            r"是|是的|对|对的|不|不是|不用|不要|好|好的|好吧|嗯|嗯嗯|行|收到|知道了|了解|明白|明白了",
        ),
    ),
)
_FORMS = tuple((kind, re.compile(form)) for kind, forms in _SAID for form in forms)
_AROUND = re.compile(
    r"^(?:(?:hey|hi|hello|ok|okay|so|but|well|please|and|fine|er|um|那|请问|所以|但是|喂|请|好吧)[ ,，]*)+(?=.)"
)
_EDGES = " \t\n,.!?~。，、;；:：！？…"
_ENDS = re.compile(r"(?:[ ,，]*(?:please|bot|then|now|again|吗|呢|啊|呀|吧|了吧))+$")
_LONGEST = 80


def read_smalltalk(text: str) -> Smalltalk | None:
    """What of the bot itself is meant; None where it is anything else."""
    folded = fold(plain(text)).strip(_EDGES)
    if not folded or len(folded) > _LONGEST:
        return None
    for said in (folded, _ENDS.sub("", _AROUND.sub("", folded))):
        for kind, form in _FORMS:
            if form.fullmatch(said):
                return kind
    return None
