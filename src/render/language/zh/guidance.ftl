# Steps, pitfalls and what happens if. The glossary stands in terms.ftl.

## The steps, in order.
step-ask-first = 在办理任何选择之前，请先弄清上文所问各项的答案（由计划管理人答复的，以及您本人的信息）：这些答案决定后续步骤是否可行以及如何进行。
step-defer-in-full = 请将工资递延供款 (elective deferrals) 设定到上限：本计划只有在达到上限之后才接受税后供款 (after-tax contributions)。
step-enroll = 通过计划网站或薪资部门选择税后供款 (after-tax contributions)，不是 Roth，也不是税前供款。
step-enroll-called = 通过计划网站或薪资部门选择税后供款 (after-tax contributions)，不是 Roth，也不是税前供款。本计划称之为“{ $called }”。
step-spillover-automatic = 达到递延上限后，您的供款会自动转为税后供款 (spillover)。请确认您的账户已如此设置。
step-spillover-choose = 如希望递延供款达到上限后继续以税后方式供款，请选择该选项 (spillover)。
step-amount = 将每个剩余发薪期的金额设为最多 { $per_paycheck }，合计最多 { $remaining }。如果今年您的工资或雇主供款还可能增加，请设得更低。
step-amount-of-year = 将最多 { $remaining } 分摊到今年剩余的发薪期。
step-amount-unknown = 设定之前请先算出金额：需要您的工资和全年各项供款。
step-by-cheque = 除工资扣款外，本计划也接受以支票缴纳税后供款。
step-elect-automatic = 选择计划内 Roth 自动转换 (in-plan Roth rollover)；转换频率：{ $every }。这与供款选择是两项独立的选择。
step-keep-automatic = 计划会自动将税后资金转换为 Roth（{ $every }）。请确认您没有选择退出，并确认转换已经完成。
step-ask-rollover = 每次供款后尽快申请将税后账户及其收益在计划内转换为 Roth (in-plan Roth rollover)。计划允许的频率：{ $frequency }。
step-ask-rollover-often = 每次供款后，在计划允许的范围内尽可能频繁地申请将税后账户及其收益在计划内转换为 Roth (in-plan Roth rollover)。
step-rollover-minimum = 计划内转换的最低金额为 { $minimum }：请等账户达到该金额。
step-rollover-fee = 每次计划内转换收费 { $fee }：请与等待期间所得收益的税款相比较。
step-wait-until = 须满足以下条件才可办理：{ $condition }。在此之前税后资金留在原处，其间产生的收益日后须纳税。
step-withdraw = 申请对税后账户进行在职提取 (in-service withdrawal)（计划允许的频率：{ $frequency }），并要求以直接转存 (direct rollover) 支付，不要付给您本人。
step-withdraw-often = 在计划允许的范围内尽可能频繁地申请对税后账户进行在职提取 (in-service withdrawal)，并要求以直接转存 (direct rollover) 支付，不要付给您本人。
step-or-withdraw = 除计划内转换外，另一种做法是将资金转出至 Roth IRA。以下至保存对账单之前的步骤适用于该做法。
step-withdrawal-minimum = 每次提取的最低金额为 { $minimum }。
step-ask-two-places = 先问清计划是否把一次提取付往两处：计划说明未写明，而计划可以只向一处直接转存。
step-split = 每次提取时同时将两部分分别转往两处：供款本金 (basis) 转入 Roth IRA，收益 (earnings) 转入传统 IRA。这样目前无需纳税。
step-one-destination = 本计划每次提取只支付至一处。如全部转入 Roth IRA，其中的收益 (earnings) 须在当年纳税。
step-tax-money = 请另备资金缴纳收益的税款：计划内转换不预扣税。如税款较大，可能需要提高预扣额或缴纳预估税 (estimated tax)。
step-records = 请保存显示税后供款额（本金 basis）、每次转换日期及收益的对账单。
step-form-in-plan = 在转换次年的 1 月核对该转换的 1099-R 表：第 7 栏代码为 G，第 5 栏为税后供款，第 2a 栏只有收益。
step-form-rollover = 在直接转存次年的 1 月核对每笔转存的 1099-R 表：第 7 栏代码为 G，第 5 栏为税后供款；第 2a 栏只显示转入 Roth 且此前尚未纳税的部分。
step-report = 根据 1099-R 表在 1040 表第 { $all } 行（全部金额）和第 { $taxable } 行（应税部分）申报。8606 表用于 IRA：来自计划的转存不填该表。
step-next-year = 明年重新计算：上限、工资和雇主供款都会变化，未用完的额度不能结转。
step-ask-sponsor = 请询问计划的负责人能否增加所缺的部分：法律允许雇主提供税后供款及其 Roth 转换，但不要求必须提供。
step-ask-sponsor-route = 请询问计划的负责人能否为税后资金开通转入 Roth 的途径：计划内 Roth 转换 (in-plan Roth rollover)，或在职提取 (in-service withdrawal)。法律允许雇主提供这两种途径，但不要求必须提供。
step-on-leaving = 税后供款在您离职后可以转存：供款本金转入 Roth IRA，收益转入传统 IRA。在此之前产生的收益日后须纳税。

## What goes wrong.
pitfall-not-roth = 税后供款 (after-tax contributions) 不是 Roth 供款：不转换的话，其收益在支取时须纳税。
pitfall-match-lost = 匹配供款 (match) 按期计算，年末不补足：如递延供款过早达到上限，您将失去当年余下时间的匹配供款。请在全年平均分摊。
pitfall-match-may-be-lost = 请确认匹配供款 (match) 年末是否补足 (true-up)。如不补足，过早达到递延上限可能损失匹配供款：请在全年平均分摊。
pitfall-hce-refund = 您属于高薪雇员 (HCE)：如计划未通过匹配供款与税后供款的年度测试 (ACP test)，税后供款可能于次年连同收益退还给您，收益须纳税，即使已经转换也是如此。
pitfall-hce-refund-possible = 如您属于高薪雇员 (HCE) 且计划未通过匹配供款与税后供款的年度测试 (ACP test)，税后供款可能于次年连同收益退还给您，收益须纳税，即使已经转换也是如此。
pitfall-suspension = 提取税后资金后，计划会暂停供款 { $length }：可能因此损失额度和匹配供款 (match)。
pitfall-combined = 本计划对递延供款与税后供款合计设有上限：递延越多，可用于税后供款的就越少。
pitfall-spillover = 自动转入 (spillover) 只在递延供款达到上限时开始，并随年度结束：递延比例过低可能永远达不到上限，次年又从递延供款开始。
pitfall-pay-binds = 限制您账户各项供款总额的是您的工资，而非固定美元限额：如实际工资低于预期，可能会超额供款。
pitfall-employer-late = 年末之后存入的雇主供款也计入该年度：请为其预留额度。
pitfall-pro-rata = 收益按比例 (pro rata) 随供款一起离开税后账户：不能只转换供款而把收益留下。
pitfall-withholding = 如款项付给您本人而非直接转存，应税部分须预扣 20%；未满 59 岁半者，对自己留下的应税部分通常还须缴纳 10% 附加税。
pitfall-sixty-days = 付给您本人的款项只能在 60 天内转存，被预扣的部分须用其他资金补足。
pitfall-waiting = 等待有代价：在税后账户中每多停留一个月，都会增加转换时须纳税的收益。
pitfall-five-years = Roth 收益须同时满足两点才可免税支取：已满五年，并且您年满 59 岁半、残疾或身故。计划的 Roth 账户与您的 Roth IRA 分别计算五年。
pitfall-recapture = 如在转换后五年内且未满 59 岁半时支取转换中已纳税的部分，可能须就该部分缴纳 10% 附加税。
pitfall-no-undo = 转换为 Roth 后不能撤销。
pitfall-pre-1987 = 1987 年以前的税后供款适用单独规则：可先于收益支取。请向计划管理人查询您的余额。
pitfall-roth-catch-up = 您的追加供款 (catch-up) 必须为 Roth：您去年从该雇主取得的工资超过 { $wages }。
pitfall-loan = 如您有计划贷款，在转换作为担保的资金之前，请先问清贷款将如何处理。
pitfall-minimum-distribution = 年满 73 岁后，可能须先支取最低要求分配额 (RMD)，除非您仍为发起雇主工作且持股不超过 5%；该部分不能转存。

## What happens if.
event-leaving = 如果离职：无论年龄，税后账户均可转存，供款本金转入 Roth IRA，收益转入传统 IRA，Roth 资金转入 Roth IRA。
event-changing-jobs = 如果换工作：递延上限由两份工作共用（457(b) 计划另有上限），请把已递延的金额告知新的薪资部门。无关联的雇主另有其供款总额上限。新计划如接受税后资金，也只能以直接转存方式接受。
event-leaving-loan = 如离职时计划贷款未还清并从账户中抵销，您可在该年度报税截止日（含延期）之前用其他资金将该金额转存。
event-disability = 如发生税法所定义的残疾：不征 10% 附加税；满五年后 Roth 收益免税。
event-death = 身故时：账户归受益人所有。税后供款本金仍免税，收益须纳税但不征 10% 附加税。配偶可转存为自己的账户；其他人只能直接转存至继承 IRA (inherited IRA)。
event-death-roth = 已转换的资金以 Roth 形式继承：您的五年期限由继承人延续计算，配偶以外的多数继承人须在十年内取完。
event-loss = 如转换时税后账户的价值低于供款额：届时无需纳税，当时也不能扣除损失。
event-divorce = 离婚时：符合条件的法院命令 (QDRO) 可将账户的一部分分给前配偶；由其就该部分纳税，同时取得相应份额的税后本金，并可转存。
