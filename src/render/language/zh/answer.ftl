# The verdict, the room, limits and ways. The glossary stands in terms.ftl.

## The verdict and why.
verdict-yes = 可以：{ $year } 年您可以在本计划中进行超级后门 Roth (mega backdoor Roth) 供款。
verdict-no = 不可以：目前您不能在本计划中进行超级后门 Roth (mega backdoor Roth) 供款（{ $year } 年）。
verdict-unknown = 尚不确定：{ $year } 年您能否在本计划中进行超级后门 Roth (mega backdoor Roth) 供款，取决于以下各项的答案。
reason-after-tax-allowed = 计划接受税后供款 (after-tax contributions)。
reason-route-open = 在职期间有一条通往 Roth 的途径：{ $route }。
reason-type = 法律不允许此类计划 ({ $plan_type }) 接受税后供款。
reason-not-allowed = 计划不接受税后供款 (after-tax contributions)。
reason-barred = 计划虽提及税后供款，但其条款不允许任何人缴纳。
reason-no-route = 在职期间税后资金无法转入 Roth：计划对税后资金既没有计划内 Roth 转换 (in-plan Roth rollover)，也没有在职提取 (in-service withdrawal)。离职后可以。
reason-not-yet = 通往 Roth 的途径须满足以下条件：{ $condition }。您尚未满足。
reason-not-yet-until = 通往 Roth 的途径须满足以下条件：{ $condition }。对您而言，日期是 { $from }。
reason-hce = 计划不允许高薪雇员 (HCE) 缴纳税后供款，而您今年属于高薪雇员。
reason-only-hces = 计划只允许高薪雇员 (HCE) 缴纳税后供款，而您今年不属于高薪雇员。
reason-not-eligible = 您不符合计划对缴纳税后供款的资格要求。
reason-not-eligible-until = 您自 { $from } 起可缴纳税后供款：此前不符合计划的要求。
reason-no-room = 今年已没有剩余额度。
reason-not-before = 自 { $date } 开始。
reason-undecided = 计划说明中没有载明决定此事的条款。
reason-fact = 取决于您的这项信息：{ $fact }。

## The room.
room-limit = 供款总额上限 (415(c))
room-limit-plan = 供款总额上限（计划设定更低）
room-pay = 您工资的 100%
room-lesser = 两者中较小者
room-deferrals = 您的递延供款：税前及 Roth (deferrals)
room-catch-up = 追加供款 (catch-up)，不计入
room-match = 匹配供款 (match)
room-match-formula = 按计划公式计算的匹配供款 (match)
room-employer = 全部雇主供款
room-nonelective = 雇主其他供款 (nonelective)
room-nonelective-formula = 按计划公式计算的雇主其他供款 (nonelective)
room-related = 该雇主或关联雇主的其他计划
room-after-tax = 迄今的税后供款
room-before-caps = 上限内剩余
room-over = 已超出上限
room-plan-cap = 计划上限 { $cap } 中剩余
room-hce-cap = 高薪雇员 (HCE) 上限 { $cap } 中剩余
room-combined-cap = 与递延合计上限 { $cap } 中剩余
room-pay-left = 尚未供款的工资
room-remaining = 您还可缴纳的税后供款
room-headline = 还可缴纳税后供款 { $remaining }。
room-headline-if = 如果可以，还可缴纳税后供款 { $remaining }。
room-per-paycheck = 剩余 { $periods } 个发薪期，每期最多 { $amount }
binds-additions = 决定上限的是：一年内各种来源存入您账户的供款总额上限，IRC 415(c)。
binds-pay = 决定上限的是：您的工资。各项供款合计不得超过工资的 100%，IRC 415(c)(1)(B)。
binds-plan = 决定上限的是：计划自身的税后供款上限。
binds-hce = 决定上限的是：计划对高薪雇员 (HCE) 的更低上限。
binds-combined = 决定上限的是：计划对递延供款与税后供款合计的上限。
binds-pay-left = 决定上限的是：可用于供款的剩余工资。
no-room-missing = 须得到计划管理人的答复后才能确定金额。
no-room-facts = 须有您的更多信息才能确定金额：见下文所需信息。
no-room-not-published = 据 planlint 所知，{ $section } 的 { $year } 年数额尚未公布，因此不给出金额。
no-room-type = 没有税后供款额度。
room-model = 例如，50 岁以下、工资 { $pay }、递延供款达到上限的人，全年额度为 { $remaining }。
room-front-loading = 若每期递延工资的 { $rate }，到第 { $ends_with } 期（共 { $periods } 期）即达上限，匹配供款 (match) 随之停止：平均分摊可得 { $even_match }，将损失其中 { $lost }。

## What may be deferred.
defer-law = 法律允许您今年在所有雇主处合计递延 { $amount }。
defer-left = 扣除在其他雇主处的递延后剩余 { $amount }。
defer-plan = 计划为您设定的上限为 { $amount }。
defer-catch-up = 追加供款 (catch-up)：另加 { $amount }。
defer-no-catch-up = 今年无追加供款 (catch-up)。
defer-catch-up-unknown = 尚不确定您是否可做追加供款 (catch-up)。
defer-roth-only = 您的追加供款 (catch-up) 必须为 Roth。
defer-roth-unknown = 追加供款 (catch-up) 是否必须为 Roth，取决于您去年从该雇主取得的工资（W-2 表第 3 栏）。

## Highly compensated.
hce-by-pay = 您今年属于高薪雇员 (HCE)：去年工资超过 { $threshold }。
hce-by-ownership = 您属于高薪雇员 (HCE)：持有雇主 { $share } 的股权，超过 5%。
hce-no = 您今年不属于高薪雇员 (HCE)：去年工资未超过 { $threshold }。
hce-new-hire = 您今年不属于高薪雇员 (HCE)：去年在此没有工资。
hce-top-paid = 去年工资超过 { $threshold }；雇主选择按薪酬最高的 20% 认定，您是否属于高薪雇员 (HCE) 取决于是否在其中。
hce-outside-top-paid = 您今年不属于高薪雇员 (HCE)：去年工资超过 { $threshold }，但不在雇主所选标准即薪酬最高的 20% 之内。
hce-stated = 根据所提供信息，您今年属于高薪雇员 (HCE)。
hce-stated-not = 根据所提供信息，您今年不属于高薪雇员 (HCE)。
hce-unknown = 尚不确定您今年是否属于高薪雇员 (HCE)：取决于去年工资和持股。

## The ways to Roth.
route-in-plan = 计划内 Roth 转换 (in-plan Roth rollover)
route-ira = 在职提取 (in-service withdrawal) 并转存至 Roth IRA
route-leaving = 离职后转存至 Roth IRA
open-now = 您现在可用
open-later = 须先满足：{ $condition }
open-from = { $from } 起可用（{ $condition }）
open-depends = 如满足：{ $condition }
open-unknown = 计划说明未载明
open-on-leaving = 仅限离职后
route-often = 频率：{ $frequency }
route-automatic = 自动：{ $every }
route-not-automatic = 非自动
route-minimum = 最低 { $minimum }
route-fee = 手续费 { $fee }
earnings-taxed = 收益一并转入，按当年收入纳税
earnings-split = 收益可转入传统 IRA，目前不纳税
defer-law-457 = 法律允许您今年在所有 457(b) 计划中合计递延 { $amount }；401(k) 或 403(b) 计划另有其上限。
