"""Key results in Chinese, one table a concept. See ``said`` for how a reading is written down here."""

from __future__ import annotations

import pytest

from bot.reading.key_result import read_key_result
from tests.reading.saying import said

# A start and a target: numbers decide the direction.
MOVED = [
    ("年度营收从1200万元增长到2400万元", "increase 12000000 → 24000000 CNY"),
    ("毛利率由61%提升至68%", "increase 61 → 68 %"),
    ("每月工单数量从120个降到30个", "decrease 120 → 30 count"),
    ("注册流程从9步减少到6步", "decrease 9 → 6 count"),
    ("次日留存率从35%提升到45%", "increase 35 → 45 %"),
    ("获客成本从80元降到55元", "decrease 80 → 55 CNY"),
    ("邮件打开率22%→30%", "increase 22 → 30 %"),
    ("代码覆盖率提升到80%（当前62%）", "increase 62 → 80 %"),
    ("月活用户2万（基线1.2万）", "increase 12000 → 20000 count"),
    ("客单价从180元提高到250元", "increase 180 → 250 CNY"),
    ("抖音粉丝从1万涨到5万", "increase 10000 → 50000 count"),
    ("安装包体积从120MB减小到60MB", "decrease 120 → 60 count"),
    ("KR2（权重30%）：MQL到SQL的转化率从12%提升至18%", "increase 12 → 18 %"),
    ("日活从120万提升到200万", "increase 1200000 → 2000000 count"),
    ("日活从120提升到200万", "increase 1200000 → 2000000 count"),
    ("续约率从88%提高到92%，力争95%", "increase 88 → 92 %"),
    ("通过3场活动将转化率从5%提升到8%", "increase 5 → 8 %"),
    ("使用3个以上功能的用户占比从20%提升到30%", "increase 20 → 30 %"),
    ("試用轉付費率從8%提升到12%", "increase 8 → 12 %"),
    ("销售线索从１００条增加到２００条", "increase 100 → 200 count"),
    ("GMV 从 8000 万增长至 1.2 亿", "increase 80000000 → 120000000 CNY"),
    ("用户NPS由32提升到45", "increase 32 → 45 score"),
    ("体重从80公斤减到72公斤", "decrease 80 → 72 count"),
    ("目标值：90%；当前值：75%", "increase 75 → 90 %"),
    ("转化率提升到5%（现在3%）", "increase 3 → 5 %"),
    ("转化率由3%提到5%", "increase 3 → 5 %"),
    ("单测覆盖率从 40% 到 70%", "increase 40 → 70 %"),
    ("续费率达到 85%（去年 78%）", "increase 78 → 85 %"),
    ("海外收入占比由12%提升到20%", "increase 12 → 20 %"),
    ("平均每月投诉量从20起降至5起", "decrease 20 → 5 count"),
    ("体脂率从25%降到18%", "decrease 25 → 18 %"),
    ("故障数从每月10次降低到3次", "decrease 10 → 3 count"),
    ("會員數由 3 萬人成長到 5 萬人", "increase 30000 → 50000 count"),
    ("O2-KR3：签约率 15% → 25%", "increase 15 → 25 %"),
    ("把人工处理比例从60%降到20%", "decrease 60 → 20 %"),
    ("Q4 前将 CAC 从 ¥300 降至 ¥200", "decrease 300 → 200 CNY, due Q4 前"),
]

# Durations, in seconds.
TIMED = [
    ("客服平均响应时间从3小时缩短到1小时", "decrease 10800 → 3600 duration_seconds"),
    ("平均会话时长从2:37提升到3:45", "increase 157 → 225 duration_seconds"),
    ("招聘周期从60天缩短到45天", "decrease 5184000 → 3888000 duration_seconds"),
    ("审批时限由20个工作日压缩至5个工作日", "decrease 1728000 → 432000 duration_seconds"),
    ("应收账款周转天数从52天降到40天", "decrease 4492800 → 3456000 duration_seconds"),
    ("故障恢复时间从4小时降低到30分钟", "decrease 14400 → 1800 duration_seconds"),
    ("平均處理時間由 5 天縮短為 2 天", "decrease 432000 → 172800 duration_seconds"),
    ("接口平均耗时从800ms优化至300ms", "decrease 0.8 → 0.3 duration_seconds"),
    ("首屏加载时间3s→1.5s", "decrease 3 → 1.5 duration_seconds"),
    ("網頁載入時間從 4 秒降到 2 秒", "decrease 4 → 2 duration_seconds"),
    ("将订单履约时长从48小时压缩至24小时以内", "decrease 172800 → 86400 duration_seconds"),
]

# A change with no baseline.
CHANGED = [
    ("试用注册数翻倍", "increase by 2 ratio"),
    ("页面加载时间降低40%", "decrease by 40 %"),
    ("30日留存提升5个百分点", "increase by 5 %"),
    ("人均单产提升20%", "increase by 20 %"),
    ("自然流量同比增长50%", "increase by 50 %"),
    ("投诉率同比下降30%", "decrease by 30 %"),
    ("缺陷数减少一半", "decrease by 50 %"),
    ("用户数增长3倍", "increase by 3 ratio"),
    ("平均客单价提升15%", "increase by 15 %"),
    ("客訴案件減少 30%", "decrease by 30 %"),
    ("網站流量成長 2 倍", "increase by 2 ratio"),
    ("DAU 提升 20%，达到 60 万", "increase by 20 %"),
    ("交付周期缩短20%以上", "decrease by 20 %"),
    ("成本下降200万元", "decrease by 2000000 CNY"),
    ("库存周转天数缩短10天", "decrease by 864000 duration_seconds"),
    ("人均产出提升1.5倍", "increase by 1.5 ratio"),
    ("用户规模翻一番", "increase by 2 ratio"),
    ("营收实现翻倍增长", "increase by 2 ratio"),
    ("减少50%的人工审核工作量", "decrease by 50 %"),
    ("轉換率提升 2 個百分點", "increase by 2 %"),
    ("第三季度用户增长20%", "increase by 20 %, due 第三季度"),
    ("一线城市门店坪效提升20%", "increase by 20 %"),
]

# A direction with a target alone.
DIRECTED = [
    ("页面加载时间缩短至2秒以内", "decrease 2 duration_seconds"),
    ("7日留存率提升至30%", "increase 30 %"),
    ("缺陷逃逸率降至1%", "decrease 1 %"),
    ("每月營業額成長至 NT$500 萬", "increase 5000000 TWD"),
    ("90分位延迟降到200ms", "decrease 0.2 duration_seconds"),
    ("错误率降到1%以下", "decrease 1 %"),
    ("团队规模扩充至20人", "increase 20 count"),
    ("海外收入占比提升至30%以上", "increase 30 %"),
    ("库存周转天数缩短至30天", "decrease 2592000 duration_seconds"),
    ("客户投诉下降到每月5起以内", "decrease 5 count"),
    ("代码重复率降低到5%以内", "decrease 5 %"),
    ("客服首次回應時間縮短至 5 分鐘內", "decrease 300 duration_seconds"),
]

# A share to reach.
SHARES = [
    ("客户满意度达到95%以上", "reach 95 %"),
    ("单元测试覆盖率≥85%", "reach 85 %"),
    ("80%以上的团队使用新的发布流水线", "reach 80 %"),
    ("95%的项目按时交付", "reach 95 %"),
    ("90%的工单在24小时内解决", "reach 90 %"),
    ("复购率不低于25%", "reach 25 %"),
    ("“一网通办”事项办理率达到90%", "reach 90 %"),
    ("超过三分之二的经理完成课程", "reach 66.666667 %"),
    ("錄取率不低於六成", "reach 60 %"),
    ("准时交付率达到９５％", "reach 95 %"),
    ("问卷回收率达80%，回收500份", "reach 80 %"),
    ("系统可用率 99.99%", "reach 99.99 %"),
    ("100%完成年度培训计划", "reach 100 %"),
    ("年度培训计划完成率100%", "reach 100 %"),
    ("自动化测试占比达到60%", "reach 60 %"),
    ("重点项目按期完成率不低于95%", "reach 95 %"),
    ("API 可用性 ≥ 99.9%", "reach 99.9 %"),
    ("預算執行率達到 95% 以上", "reach 95 %"),
]

# Something to count.
COUNTED = [
    ("获得950条合格线索", "reach 950 count"),
    ("招聘4名后端工程师", "reach 4 count"),
    ("引入3家设计合作伙伴", "reach 3 count"),
    ("拓展2个新国家市场", "reach 2 count"),
    ("签下5个超过100万的大客户", "reach 5 count"),
    ("公众号粉丝达到5万", "reach 50000 count"),
    ("月活跃用户突破100万", "reach 1000000 count"),
    ("访谈20位客户", "reach 20 count"),
    ("新增付费企业客户30家", "reach 30 count"),
    ("培训150名教师", "reach 150 count"),
    ("帮扶500户困难家庭", "reach 500 count"),
    ("每周发布3条短视频", "reach 3 count"),
    ("每天部署10次", "reach 10 count"),
    ("三家客户在新平台上线", "reach 3 count"),
    ("完成两次成功试点", "reach 2 count"),
    ("• 每月发布4篇博客", "reach 4 count"),
    ("上线3个新功能以提升留存", "reach 3 count"),
    ("新增 20 家經銷商", "reach 20 count"),
    ("完成 12 場內部分享", "reach 12 count"),
    ("人均培训时长不少于40小时", "reach 144000 duration_seconds"),
    ("每人每月阅读1本书并分享", "reach 1 count"),
    ("每周跑步3次，每次5公里", "reach 3 count"),
    ("坚持每天英语学习30分钟", "reach 1800 duration_seconds"),
    ("读完24本书", "reach 24 count"),
    ("为65岁以上老人提供500次上门服务", "reach 500 count"),
    ("申请3项发明专利，授权1项", "reach 3 count"),
    ("每季度组织2次客户交流会", "reach 2 count"),
    ("培养5名以上技术骨干", "reach 5 count"),
    ("日均订单量达1万单", "reach 10000 count"),
    ("招聘20人，其中技术岗12人", "reach 20 count"),
    ("完成5家标杆客户签约，合同金额累计800万", "reach 5 count"),
    ("覆盖全国30个城市", "reach 30 count"),
    ("开设10家门店", "reach 10 count"),
    ("新开门店10家", "reach 10 count"),
    ("社群活跃用户达到2000人", "reach 2000 count"),
    ("视频播放量累计100万次", "reach 1000000 count"),
    ("输出10篇技术文章，阅读量均超过1000", "reach 10 count"),
    ("组织内部分享≥8次", "reach 8 count"),
    ("每周至少运动3次", "reach 3 count"),
    ("每天睡眠不少于7小时", "reach 25200 duration_seconds"),
    ("辦理 20 場社區說明會", "reach 20 count"),
    ("每月新增訂閱 500 人", "reach 500 count"),
    ("完成三個部門的導入", "reach 3 count"),
    ("KR1.2：获取1000个种子用户", "reach 1000 count"),
    ("关键结果一：拿到3个付费客户", "reach 3 count"),
    ("（1）发布3个版本，每个版本缺陷数不超过5个", "reach 3 count"),
    ("① 完成用户调研100份", "reach 100 count"),
    ("5万+新增注册用户", "reach 50000 count"),
    ("注册用户10w+", "reach 100000 count"),
    ("百度指数达到5000", "reach 5000 count"),
    ("客户数达到三百家", "reach 300 count"),
]

# Money, scores and ratios to reach.
VALUED = [
    ("员工净推荐值不低于45", "reach 45 score"),
    ("客户满意度达到4.6分", "reach 4.6 score"),
    ("完成A轮融资2000万美元", "reach 20000000 USD"),
    ("投产比达到1:4", "reach 0.25 ratio"),
    ("应用商店评分4.5分以上", "reach 4.5 score"),
    ("1. 渠道收入达到300万（20%）", "reach 3000000 CNY"),
    ("客戶滿意度達到 4.5 分以上", "reach 4.5 score"),
    ("GMV达到1.2亿", "reach 120000000 CNY"),
    ("托福考到105分", "reach 105 score"),
    ("存款达到20万", "reach 200000 CNY"),
    ("实现营收1亿元，同比增长50%", "reach 100000000 CNY"),
    ("618大促GMV达到1亿", "reach 100000000 CNY"),
    ("双11期间销售额突破5000万元", "reach 50000000 CNY"),
    ("销售额做到2个亿", "reach 200000000 CNY"),
    ("用户满意度 ≥ 4.8", "reach 4.8 score"),
    ("NPS ≥ 50", "reach 50 score"),
    ("雅思总分达到7分", "reach 7 score"),
    ("存够10万元应急金", "reach 100000 CNY"),
    ("產品評分 4.5 顆星以上", "reach 4.5 score"),
    ("完成五十万元的回款", "reach 500000 CNY"),
]

# Something to keep within bounds.
KEPT = [
    ("支付接口可用性保持在99.95%以上", "maintain_above 99.95 %"),
    ("云资源成本控制在每月4万元以内", "maintain_below 40000 CNY"),
    ("全年零安全事故", "maintain_below 0 count"),
    ("重大事故为0", "maintain_below 0 count"),
    ("线上P0故障不超过2次", "maintain_below 2 count"),
    ("接口P99延迟低于250毫秒", "maintain_below 0.25 duration_seconds"),
    ("离职率控制在8%以内", "maintain_below 8 %"),
    ("核心员工流失率低于5%", "maintain_below 5 %"),
    ("員工流動率維持在 5% 以下", "maintain_below 5 %"),
    ("响应时间≤30分钟", "maintain_below 1800 duration_seconds"),
    ("错误率＜1%", "maintain_below 1 %"),
    ("核心接口响应时间 < 200ms", "maintain_below 0.2 duration_seconds"),
    ("缺货率控制在3%以下", "maintain_below 3 %"),
    ("线上事故数为零", "maintain_below 0 count"),
    ("实现全年零投诉", "maintain_below 0 count"),
    ("无重大安全事故", "maintain_below 0 count"),
    ("平均修复时长控制在4小时以内", "maintain_below 14400 duration_seconds"),
    ("毛利率維持在 45% 以上", "maintain_above 45 %"),
    ("人力成本占比≤35%", "maintain_below 35 %"),
]

# By when, to the letter.
DUE = [
    ("6月30日前发布25篇知识库文章", "reach 25 count, due 6月30日前"),
    ("一季度新签合同额达到500万元", "reach 5000000 CNY, due 一季度"),
    ("第一季度开展6场营销活动", "reach 6 count, due 第一季度"),
    ("第二季度末前80%的员工完成合规培训", "reach 80 %, due 第二季度末前"),
    ("年底前完成50万份档案数字化", "reach 500000 count, due 年底前"),
    ("本季度末开通10座充电站", "reach 10 count, due 本季度末"),
    ("2026年6月底前完成3个城市的试点", "reach 3 count, due 2026年6月底前"),
    ("2025年底，用户规模突破1000万", "reach 10000000 count, due 2025年底"),
    ("半年内用户数达到1万", "reach 10000 count, due 半年内"),
]

# Done or not done; the numbers in it are names.
MILESTONE = [
    ("3月31日前新计费系统全量上线", "milestone, due 3月31日前"),
    ("完成ISO 27001认证", "milestone"),
    ("上线自助开户功能", "milestone"),
    ("制定数据治理规范并通过评审", "milestone"),
    ("於 Q3 前完成系統上線", "milestone, due Q3 前"),
    ("全员完成安全培训", "milestone"),
    ("完成供应商评估体系搭建", "milestone"),
    ("发布2.0版本", "milestone"),
    ("支持iOS 17和Android 14", "milestone"),
    ("进入行业前三", "milestone"),
    ("从0到1搭建数据平台", "milestone"),
    ("3个月内完成组织架构调整", "milestone, due 3个月内"),
    ("30天内上线新版官网", "milestone, due 30天内"),
    ("提供7×24小时客服支持", "milestone"),
    ("完成数字化2.0平台建设", "milestone"),
    ("进入应用商店TOP10", "milestone"),
    ("Q3实现盈亏平衡", "milestone, due Q3"),
    ("12月31日前通过PMP考试", "milestone, due 12月31日前"),
    ("完成半程马拉松", "milestone"),
    ("完成核心系统重构并全量上线", "milestone"),
    ("建立客户分级管理机制", "milestone"),
    ("获得国家高新技术企业认证", "milestone"),
    ("2027 年第一季前完成海外倉建置", "milestone, due 2027 年第一季前"),
    ("两周内完成需求评审", "milestone, due 两周内"),
]

# Nothing to measure by.
UNMEASURABLE = [
    ("提升品牌知名度", "unmeasurable"),
    ("优化跨部门协作", "unmeasurable"),
    ("转化率提升X%", "unmeasurable"),
    ("加强团队凝聚力", "unmeasurable"),
    ("提高客户满意度", "unmeasurable"),
    ("显著提升系统稳定性", "unmeasurable"),
]


@pytest.mark.parametrize(
    ("text", "reading"),
    [*MOVED, *TIMED, *CHANGED, *DIRECTED, *SHARES, *COUNTED, *VALUED, *KEPT, *DUE, *MILESTONE, *UNMEASURABLE],
    ids=lambda value: str(value),
)
def test_key_result(text: str, reading: str) -> None:
    assert said(read_key_result(text)) == reading
