# Other ways to save and their usual order. The glossary stands in terms.ftl.

## The other ways to save.
way-pre-tax = 本计划的税前递延供款 (pre-tax deferrals)：与 Roth 递延合计最多 { $limit }。现在降低应税收入，支取时纳税。
way-roth-deferral = 本计划的 Roth 递延供款 (Roth deferrals)：与税前递延合计最多 { $limit }。现在纳税；符合条件时收益免税。无收入限制。
way-catch-up = 50 岁起的追加供款 (catch-up)：另加 { $limit }。不占用税后供款额度。
way-super-catch-up = 60 至 63 岁适用更高的追加供款 (catch-up)：以 { $limit } 取代上项。
way-traditional-ira = 传统 IRA (traditional IRA)：所有 IRA 合计最多 { $limit }，50 岁起另加 { $catch_up }。若有雇主计划，抵扣额随收入递减。
way-roth-ira = Roth IRA：在同一 { $limit } 限额之内；单身 (single) 申报者收入在 { $single_from } 至 { $single_to }、夫妻合并申报者在 { $joint_from } 至 { $joint_to } 之间时，限额递减至零。
way-backdoor = 后门 Roth IRA (backdoor Roth IRA)：不论收入高低，向传统 IRA 缴存最多 { $limit } 且不抵扣，然后转换。您所有税前 IRA 资金都计入税额计算，8606 表正用于此。
way-hsa = HSA（须参加高免赔额健康保险，high-deductible health plan）：个人保障 { $self_only }，家庭保障 { $family }，55 岁起另加 { $catch_up }，均含雇主缴款。存入时和用于医疗支出时均不纳税。
way-taxable = 应税账户 (taxable account)：无限额、无需等待，但利息和股息每年纳税，卖出时就利得纳税。
way-not-published = 据 planlint 所知，{ $year } 年 IRA 和 HSA 的限额尚未全部公布，因此未列出。

## The usual order of saving.
order-match = 递延供款至取得全部雇主匹配供款 (match)
order-debt = 偿还高息债务并建立应急储备
order-hsa = HSA（如您的健康保险允许）
order-deferral = 递延供款至上限
order-ira = IRA、Roth IRA 或后门 Roth IRA
order-mega = 税后供款并转换为 Roth (mega backdoor)
order-taxable = 应税账户
way-deferral-457 = 本计划的递延供款：所有 457(b) 计划合计最多 { $limit }，与 401(k) 或 403(b) 计划允许的递延分别计算。
