# Steps, pitfalls and what happens if. The glossary stands in terms.ftl.

## The steps, in order.
step-ask-first = 무엇이든 신청하기 전에 위에서 묻는 항목(플랜 관리자에게 물어볼 것과 본인에 관한 정보)의 답을 먼저 확인하세요. 그 답에 따라 나머지 절차가 가능한지, 어떻게 하는지가 정해집니다.
step-defer-in-full = 급여 이연 납입금(elective deferrals)이 한도에 도달하도록 설정하세요. 이 플랜은 그 후에만 세후 납입금(after-tax contributions)을 받습니다.
step-enroll = 플랜 웹사이트나 급여 담당 부서에서 세후 납입금(after-tax contributions)을 선택하세요. Roth나 세전 납입이 아닙니다.
step-enroll-called = 플랜 웹사이트나 급여 담당 부서에서 세후 납입금(after-tax contributions)을 선택하세요. Roth나 세전 납입이 아닙니다. 이 플랜에서 쓰는 명칭: “{ $called }”.
step-spillover-automatic = 이연 한도에 도달하면 납입이 자동으로 세후 납입금으로 이어집니다(spillover). 본인에게도 적용되는지 확인하세요.
step-spillover-choose = 이연 한도에 도달한 뒤 세후 납입으로 이어지게 하려면 해당 옵션(spillover)을 선택하세요.
step-amount = 남은 급여마다 최대 { $per_paycheck }, 모두 합쳐 최대 { $remaining }로 설정하세요. 올해 급여나 고용주 납입금이 더 늘 수 있다면 그보다 낮게 잡으세요.
step-amount-of-year = 올해 남은 급여에 걸쳐 최대 { $remaining }를 나누어 납입하세요.
step-amount-unknown = 금액을 정하기 전에 먼저 계산하세요. 급여와 올해의 모든 납입금을 알아야 합니다.
step-by-cheque = 이 플랜은 급여 공제뿐 아니라 수표로도 세후 납입금을 받습니다.
step-elect-automatic = 플랜 내 Roth 자동 전환(in-plan Roth rollover)을 신청하세요. 전환 시기: { $every }. 납입 신청과는 별도의 신청입니다.
step-keep-automatic = 플랜이 세후 자금을 자동으로 Roth로 전환합니다({ $every }). 자동 전환을 거부(opt out)하지 않았는지, 실제로 전환되었는지 확인하세요.
step-ask-rollover = 납입할 때마다 곧바로 세후 계좌와 그 수익의 플랜 내 Roth 전환(in-plan Roth rollover)을 신청하세요. 플랜이 허용하는 시기: { $frequency }.
step-ask-rollover-often = 납입할 때마다 곧바로, 플랜이 허용하는 한 자주 세후 계좌와 그 수익의 플랜 내 Roth 전환(in-plan Roth rollover)을 신청하세요.
step-rollover-minimum = 플랜 내 전환은 최소 { $minimum }부터 가능합니다. 계좌가 그 금액이 될 때까지 기다리세요.
step-rollover-fee = 플랜 내 전환은 1회에 { $fee }의 수수료가 듭니다. 기다리는 동안 생기는 수익에 대한 세금과 비교해 보세요.
step-wait-until = 다음 조건이 충족되어야 가능합니다: { $condition }. 그때까지 세후 자금은 그대로 있고, 그동안 생기는 수익에는 나중에 세금이 붙습니다.
step-withdraw = 세후 계좌의 재직 중 인출(in-service withdrawal)을 신청하고(플랜이 허용하는 시기: { $frequency }), 본인이 아니라 직접 이체(direct rollover)로 지급되게 하세요.
step-withdraw-often = 플랜이 허용하는 한 자주 세후 계좌의 재직 중 인출(in-service withdrawal)을 신청하고, 본인이 아니라 직접 이체(direct rollover)로 지급되게 하세요.
step-or-withdraw = 플랜 내 전환 대신 자금을 Roth IRA로 옮기는 방법도 있습니다. 명세서 보관 전까지의 다음 단계는 그 방법에 관한 것입니다.
step-withdrawal-minimum = 인출은 최소 { $minimum }부터 가능합니다.
step-ask-two-places = 한 번의 인출을 두 곳으로 나누어 지급하는지 먼저 물어보세요. 플랜 명세에 나와 있지 않으며, 플랜은 직접 이체를 한 곳으로만 할 수도 있습니다.
step-split = 인출할 때마다 두 부분을 동시에 두 곳으로 보내세요. 납입 원금(basis)은 Roth IRA로, 수익(earnings)은 전통형 IRA로 보내면 지금 과세되는 금액이 없습니다.
step-one-destination = 이 플랜은 인출금을 한 곳으로만 지급합니다. 전액을 Roth IRA로 보내면 수익(earnings)은 그 해에 과세됩니다.
step-tax-money = 수익에 대한 세금을 낼 다른 돈을 준비해 두세요. 플랜 내 전환에서는 원천징수가 없습니다. 세금이 많으면 원천징수를 늘리거나 추정세(estimated tax)를 내야 할 수 있습니다.
step-records = 세후로 납입한 금액(basis), 각 전환의 날짜와 수익이 나온 명세서를 보관하세요.
step-form-in-plan = 전환한 다음 해 1월에 그 전환의 양식 1099-R을 확인하세요. 7번 칸은 코드 G, 5번 칸은 세후 납입금, 2a번 칸은 수익만 있어야 합니다.
step-form-rollover = 직접 이체한 다음 해 1월에 각 이체의 양식 1099-R을 확인하세요. 7번 칸은 코드 G, 5번 칸은 세후 납입금이며, 2a번 칸에는 Roth로 간 금액 중 아직 과세되지 않은 부분만 있어야 합니다.
step-report = 양식 1099-R에 따라 양식 1040의 { $all }행(전액)과 { $taxable }행(과세 부분)에 신고하세요. 양식 8606은 IRA에 관한 것이므로 플랜에서의 이체는 거기에 적지 않습니다.
step-next-year = 다음 해에 다시 계산하세요. 한도, 급여, 고용주 납입금이 바뀌며, 쓰지 않은 한도는 이월되지 않습니다.
step-ask-sponsor = 플랜 운영 담당자에게 없는 부분을 추가할 수 있는지 물어보세요. 법은 고용주가 세후 납입과 그 Roth 전환을 제공하도록 허용하지만 의무는 아닙니다.
step-ask-sponsor-route = 세후 자금을 Roth로 옮길 길을 플랜에 추가할 수 있는지 플랜 운영 담당자에게 물어보세요. 플랜 안의 Roth 전환(in-plan Roth rollover)이나 재직 중 인출(in-service withdrawal)이 그 길입니다. 법은 고용주가 둘 다 제공하도록 허용하지만 의무는 아닙니다.
step-on-leaving = 세후로 납입한 금액은 퇴직하면 이체할 수 있습니다. 납입 원금은 Roth IRA로, 수익은 전통형 IRA로 옮길 수 있습니다. 그때까지 생기는 수익에는 나중에 세금이 붙습니다.

## What goes wrong.
pitfall-not-roth = 세후 납입금(after-tax contributions)은 Roth 납입금이 아닙니다. 전환하지 않으면 인출할 때 수익에 세금이 붙습니다.
pitfall-match-lost = 매칭(match)은 기간별로 계산되고 연말에 보충되지 않습니다. 이연 한도에 일찍 도달하면 남은 기간의 매칭을 잃으니 1년에 걸쳐 고르게 납입하세요.
pitfall-match-may-be-lost = 매칭(match)이 연말에 보충되는지(true-up) 확인하세요. 보충되지 않으면 이연 한도에 일찍 도달할 때 매칭을 잃을 수 있으니 1년에 걸쳐 고르게 납입하세요.
pitfall-hce-refund = 고액 보수 직원(HCE)에 해당합니다. 플랜이 매칭과 세후 납입금에 대한 연례 테스트(ACP test)를 통과하지 못하면 이미 전환했더라도 세후 납입금이 다음 해에 수익과 함께 반환될 수 있고, 그 수익은 과세됩니다.
pitfall-hce-refund-possible = 고액 보수 직원(HCE)이고 플랜이 매칭과 세후 납입금에 대한 연례 테스트(ACP test)를 통과하지 못하면, 이미 전환했더라도 세후 납입금이 다음 해에 수익과 함께 반환될 수 있고 그 수익은 과세됩니다.
pitfall-suspension = 세후 자금을 인출하면 플랜이 { $length } 동안 납입을 중단합니다. 그동안 한도와 매칭(match)을 잃을 수 있습니다.
pitfall-combined = 이 플랜에는 이연 납입금과 세후 납입금을 합친 상한이 있습니다. 이연을 늘리면 세후로 넣을 수 있는 금액이 줄어듭니다.
pitfall-spillover = 한도 도달 후 이어지는 납입(spillover)은 이연 한도에 도달해야 시작되고 해가 끝나면 끝납니다. 납입률이 낮으면 한도에 도달하지 못할 수 있고, 다음 해는 다시 이연 납입부터 시작합니다.
pitfall-pay-binds = 달러 한도가 아니라 급여가 계좌에 들어가는 총액의 한도입니다. 급여가 예상보다 적으면 초과 납입이 될 수 있습니다.
pitfall-employer-late = 연말이 지나 들어오는 고용주 납입금도 그 해의 한도에 포함됩니다. 그만큼 여유를 남겨 두세요.
pitfall-pro-rata = 세후 계좌에서는 수익이 납입금과 비례하여(pro rata) 함께 나갑니다. 납입금만 전환하고 수익을 남겨 둘 수 없습니다.
pitfall-withholding = 직접 이체하지 않고 본인이 받으면 과세 부분의 20%가 원천징수되고, 만 59.5세 전에는 대개 이체하지 않고 보유한 과세 부분에 10% 추가세가 붙습니다.
pitfall-sixty-days = 본인이 받은 돈은 60일 안에만 이체할 수 있고, 원천징수된 금액은 다른 돈으로 채워야 합니다.
pitfall-waiting = 기다리면 비용이 듭니다. 세후 계좌에 한 달 더 있을 때마다 전환할 때 과세될 수익이 늘어납니다.
pitfall-five-years = Roth 수익은 5년이 지나고, 또한 만 59.5세 이상이거나 장애가 있거나 사망한 경우에만 비과세로 인출됩니다. 플랜의 Roth 계좌와 본인의 Roth IRA는 5년을 따로 계산합니다.
pitfall-recapture = 전환 시 과세된 부분을 5년 안에, 그리고 만 59.5세 전에 인출하면 그 부분에 10% 추가세가 붙을 수 있습니다.
pitfall-no-undo = Roth 전환은 되돌릴 수 없습니다.
pitfall-pre-1987 = 1987년 이전의 세후 납입금에는 별도의 규칙이 있어 수익보다 먼저 인출될 수 있습니다. 본인의 잔액을 관리자에게 확인하세요.
pitfall-roth-catch-up = 작년에 이 고용주에게 받은 임금이 { $wages }를 넘었으므로 추가 납입(catch-up)은 Roth로 해야 합니다.
pitfall-loan = 플랜 대출이 있으면 담보가 되는 자금을 전환하기 전에 대출이 어떻게 되는지 물어보세요.
pitfall-minimum-distribution = 만 73세부터는 최소 의무 인출금(RMD)을 먼저 받아야 할 수 있습니다(플랜 스폰서 회사에서 계속 근무하고 그 지분이 5% 이하이면 예외). 그 부분은 이체할 수 없습니다.

## What happens if.
event-leaving = 퇴직하는 경우: 나이와 관계없이 세후 계좌를 이체할 수 있습니다. 납입 원금은 Roth IRA로, 수익은 전통형 IRA로, Roth 자금은 Roth IRA로 옮길 수 있습니다.
event-changing-jobs = 이직하는 경우: 이연 한도는 두 직장을 합쳐 하나이므로(457(b) 플랜은 별도) 새 급여 부서에 이미 이연한 금액을 알리세요. 관련이 없는 고용주에게는 총납입 한도가 따로 있습니다. 새 플랜은 세후 자금을 받더라도 직접 이체로만 받을 수 있습니다.
event-leaving-loan = 갚지 않은 플랜 대출이 있는 상태로 퇴직하여 계좌에서 상계되면, 그 해 세금 신고 마감일(연장 포함)까지 다른 돈으로 그 금액을 이체할 수 있습니다.
event-disability = 세법이 정한 장애인 경우: 10% 추가세가 없고, 5년이 지났으면 Roth 수익은 비과세입니다.
event-death = 사망 시: 계좌는 수익자에게 갑니다. 세후 납입금은 비과세로 남고 수익은 과세되지만 10% 추가세는 없습니다. 배우자는 자기 계좌로 이체할 수 있고, 그 밖의 수익자는 상속 IRA(inherited IRA)로 직접 이체만 할 수 있습니다.
event-death-roth = 전환된 금액은 Roth 자금으로 상속됩니다. 본인의 5년 기간은 상속인에게 이어지며, 배우자가 아닌 상속인은 대부분 10년 안에 모두 인출해야 합니다.
event-loss = 전환할 때 세후 계좌의 가치가 납입액보다 적으면: 그때 과세되는 금액은 없고, 그 시점에 손실을 공제할 수도 없습니다.
event-divorce = 이혼 시: 요건을 갖춘 법원 명령(QDRO)에 따라 계좌의 일부가 전 배우자에게 갈 수 있습니다. 전 배우자는 그 금액에 대해 과세되고, 세후 원금의 일부를 함께 받으며, 이를 이체할 수 있습니다.
