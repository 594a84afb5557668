# Taxes, warnings, and what is taken for granted. The glossary stands in terms.ftl.

## The taxes.
tax-basis = 转移的税后供款本金 (basis)，不纳税
tax-earnings = 其收益 (earnings)，作为收入纳税
tax-rate = 您的税率
tax-tax = 若全部转入 Roth，收益的税款
tax-only-earnings = 税后资金转入 Roth 时只对收益征税；供款已经纳过税。
tax-withdrawal = 提取 { $amount } 时按比例 (pro rata) 包含供款 { $basis } 和收益 { $earnings }。
tax-split = 或从计划中提取并拆分转往不同去处：
tax-split-after-tax = { $destination }：{ $amount }，全部为税后
tax-split-pretax = { $destination }：{ $amount }，全部为税前
tax-split-untaxed = 如此拆分后，目前无须纳税。
tax-split-part = { $destination }：{ $amount }（税后 { $after_tax }，税前 { $pretax }）
tax-split-taxable = 如此拆分，目前应税的金额为 { $taxable }。
tax-split-tax = 如此拆分，目前应税的金额为 { $taxable }，税款 { $tax }。
tax-split-choice = 在办理直接转存之前，请告知计划税前资金转入哪一处。
tax-cheque = 如以一张支票付给您 { $amount }：其中 { $taxable } 为收入，预扣 { $withheld }，您收到 { $received }；要全部转存，须在 60 天内用其他资金补足 { $to_add }。
destination-cash = 付给您并留存
destination-traditional = 传统 IRA，直接转存
destination-roth = Roth IRA，直接转存
destination-later-traditional = 传统 IRA，60 天内
destination-later-roth = Roth IRA，60 天内
clock-roth-account = 计划的 Roth 账户：如今年的资金是该账户的第一笔，五年期为 { $begins } 年至 { $ends } 年。
clock-roth-ira = 您的所有 Roth IRA：如今年的资金是其中任何一个账户的第一笔，五年期为 { $begins } 年至 { $ends } 年。
clock-recapture = 每次转换单独计算：转换中已纳税的部分须从 { $begins } 年保留至 { $ends } 年，或至 59 岁半，以免缴纳 10% 附加税。
form-in-plan = 1099-R 表，计划内 Roth 转换：第 7 栏代码 { $code }
form-roth = 1099-R 表，直接转入 Roth IRA：第 7 栏代码 { $code }
form-traditional = 1099-R 表，直接转入传统 IRA：第 7 栏代码 { $code }
form-roth-account = 1099-R 表，日后由计划 Roth 账户转入 Roth IRA：第 7 栏代码 { $code }
form-early = 1099-R 表，59 岁半前付给您本人：第 7 栏代码 { $code }
form-late = 1099-R 表，59 岁半后付给您本人：第 7 栏代码 { $code }
form-boxes = 第 1 栏 { $gross }，第 2a 栏 { $taxable }，第 5 栏 { $basis }
waiting-earnings = 若按您假设每年增长 { $growth }，等待一个月约增加应税收益 { $month }，等待一年增加 { $year }。
waiting-tax = 相应税款：一个月 { $month }，一年 { $year }。

## The warnings.
warn-acp = 您属于高薪雇员 (HCE)：如计划未通过匹配供款与税后供款的年度测试 (ACP test)，您的税后供款最多可能全部于次年连同收益退还，即使已经转换；收益须纳税。
warn-acp-up-to = 您属于高薪雇员 (HCE)：如计划未通过匹配供款与税后供款的年度测试 (ACP test)，最多 { $up_to } 的税后供款可能于次年连同收益退还，即使已经转换；收益须纳税。
warn-acp-if = 如您属于高薪雇员 (HCE) 且计划未通过匹配供款与税后供款的年度测试 (ACP test)，您的税后供款最多可能全部于次年连同收益退还，即使已经转换；收益须纳税。
warn-per-payroll = 匹配供款 (match) 按每个发薪期计算，年末不补足：过早达到递延上限者会损失匹配供款。
warn-excess-deferral = 您的递延供款超出今年法定上限 { $amount }。请尽早申请退还：如最迟在次年 4 月 15 日未连同收益付给您，该金额会被重复征税 (IRC 402(g))。
warn-over-additions = 各项供款已超出 415(c) 上限 { $amount }：请告知计划管理人，由其负责更正。
warn-catch-up-roth = 您的追加供款 (catch-up) 必须为 Roth：去年从该雇主取得的工资超过 { $wages_limit } (IRC 414(v)(7))。
warn-no-catch-up = 您无法做追加供款 (catch-up)：去年工资超过 { $wages_limit }，必须为 Roth，而计划没有 Roth 供款 (IRC 414(v)(7))。
warn-suspension = 提取税后资金后，计划会暂停供款 { $length }。
warn-hired = 您在年中入职：美元上限不因此减少，但工资 100% 的上限只计算在此取得的工资。
warn-not-published = 据 planlint 所知，{ $section } 的 { $year } 年数额尚未公布。
warn-other-deferrals = 递延上限跟随个人：在别处已用 { $used }，剩余 { $left }。
warn-minimum = 每次转换的最低金额为 { $amount }。
warn-fee = 每次转换收费 { $amount }。
warn-rare = 每年只能转入 Roth { $times } 次：期间累积的收益须纳税。
warn-max-deferrals = 只有在递延供款达到上限后才开始税后供款。
warn-spillover = 税后供款只能由达到上限的递延供款自动转入 (spillover)，并随年度结束而停止。
warn-cheque = 如付给您本人而非直接转存，将预扣 { $withheld }。
warn-earnings-taxed = 转换前的收益 { $earnings } 按 { $rate } 的税率纳税。

## What is taken for granted.
assume-defers = 假定您递延达到全部上限 { $amount }。
assume-pay = 假定您的工资至少为 { $amount }。
assume-evenly = 假定工资和递延供款在全年平均分布。
assume-service = 假定您的服务年限为计划表中最长一档。
assume-match-met = 假定您符合匹配供款 (match) 的条件，例如最后一天在职。
assume-discretionary = 假定酌情匹配供款 (discretionary match) 达到最高额。
assume-none = 计划说明未回答“{ $question }”，视为没有。
assume-no-catch-up = 因缺少认定所需的信息，假定没有递延供款计为追加供款 (catch-up)。
assume-eligible = 假定您符合计划条件，且不属于被排除的类别。
assume-no-related = 假定您在该雇主或关联雇主的其他计划中没有供款。
assume-higher-catch-up = 计划允许追加供款 (catch-up) 且未另作规定，假定适用 60 至 63 岁的更高额度。
assume-hce-limit = 因不确定您是否属于高薪雇员 (HCE)，采用其较低的上限。
assume-not-owner = 假定您持有雇主的股权不超过 5%。
assume-pay-periods = 假定全年有 { $periods } 个发薪期。
assume-whole-year = 假定全年 { $periods } 个发薪期都尚未到来。
assume-no-others = 假定您今年在其他雇主处没有递延。
