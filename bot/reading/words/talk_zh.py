"""Chinese, as spoken in a conversation about objectives."""

from __future__ import annotations

from bot.reading.words.command_zh import COMMAND
from bot.reading.words.listing_zh import LISTING
from bot.reading.words.reply_zh import REPLY
from bot.reading.words.talk import Talk
from bot.reading.words.template_zh import TEMPLATE

_VARIANTS = (
    "俩两仨三丟丢來来係系們们備备傳传債债價价儘尽儲储兒儿內内別别刪删則则啓启嗎吗噸吨嚐尝夥伙奬奖帶带彙汇滙汇採采擬拟暫暂樂乐樹树檔档湯汤滲渗潤润潰溃煩烦爲为甯宁盃杯盧卢眞真"
    "睏困箇个籤签糰团紋纹絲丝絶绝綫线緑绿縫缝繫系纍累義义脩修臺台舘馆葯药覈核註注証证評评誌志認认説说讚赞貢贡賦赋贊赞蹟迹躍跃辯辩遲迟鈕钮鉆钻鋭锐錶表鎊镑鑑鉴閑闲閲阅頂顶"
    "颱台養养髒脏麪面麵面麼么麽么齣出裡里裏里製制纔才傢家衆众陞升昇升乾干檯台噹当衝冲洩泄涼凉溼湿閤合査查棄弃敎教斬斩"
)

CHINESE = Talk("zh", TEMPLATE, REPLY, COMMAND, LISTING, _VARIANTS, (("计画", "计划"),))
