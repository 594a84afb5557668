# The verdict, the room, limits and ways. The glossary stands in terms.ftl.

## The verdict and why.
verdict-yes = 예: { $year }년에 이 플랜에서 메가 백도어 Roth(mega backdoor Roth) 납입을 할 수 있습니다.
verdict-no = 아니요: 지금 이 플랜에서는 메가 백도어 Roth(mega backdoor Roth) 납입을 할 수 없습니다({ $year }년).
verdict-unknown = 아직 알 수 없음: { $year }년에 이 플랜에서 메가 백도어 Roth(mega backdoor Roth) 납입이 가능한지는 아래에서 묻는 항목의 답에 달려 있습니다.
reason-after-tax-allowed = 플랜이 세후 납입금(after-tax contributions)을 받습니다.
reason-route-open = 재직 중에 Roth로 가는 길이 열려 있습니다: { $route }.
reason-type = 법은 이 유형의 플랜({ $plan_type })에 세후 납입금을 허용하지 않습니다.
reason-not-allowed = 플랜이 세후 납입금(after-tax contributions)을 받지 않습니다.
reason-barred = 플랜에 세후 납입금이 있지만, 그 조건상 아무도 납입할 수 없습니다.
reason-no-route = 재직 중에는 세후 자금을 Roth로 옮길 수 없습니다. 이 플랜에는 세후 자금에 대한 플랜 내 Roth 전환(in-plan Roth rollover)도 재직 중 인출(in-service withdrawal)도 없습니다. 퇴직 후에는 가능합니다.
reason-not-yet = Roth로 가는 길은 다음 조건에서만 열립니다: { $condition }. 아직 충족하지 않았습니다.
reason-not-yet-until = Roth로 가는 길은 다음 조건에서만 열립니다: { $condition }. 해당 날짜: { $from }.
reason-hce = 플랜은 고액 보수 직원(HCE)의 세후 납입을 허용하지 않으며, 본인은 올해 고액 보수 직원입니다.
reason-only-hces = 플랜은 고액 보수 직원(HCE)에게만 세후 납입을 허용하며, 본인은 올해 고액 보수 직원이 아닙니다.
reason-not-eligible = 세후 납입에 필요한 플랜의 자격 요건을 충족하지 않습니다.
reason-not-eligible-until = 세후 납입 가능일: { $from }. 그 전에는 플랜의 자격 요건을 충족하지 않습니다.
reason-no-room = 올해 남은 한도가 없습니다.
reason-not-before = 시작일: { $date }.
reason-undecided = 이를 결정하는 내용이 플랜 설명에 없습니다.
reason-fact = 본인에 관한 다음 정보에 달려 있습니다: { $fact }.

## The room.
room-limit = 총납입 한도(415(c))
room-limit-plan = 총납입 한도(플랜이 낮춤)
room-pay = 급여의 100%
room-lesser = 둘 중 적은 금액
room-deferrals = 이연 납입금: 세전 및 Roth(deferrals)
room-catch-up = 추가 납입(catch-up), 포함되지 않음
room-match = 고용주 매칭(match)
room-match-formula = 플랜 산식에 따른 매칭(match)
room-employer = 고용주 납입금 전체
room-nonelective = 고용주의 기타 납입금(nonelective)
room-nonelective-formula = 플랜 산식에 따른 고용주의 기타 납입금(nonelective)
room-related = 이 고용주나 관련 고용주의 다른 플랜
room-after-tax = 지금까지의 세후 납입금
room-before-caps = 한도에서 남은 금액
room-over = 이미 한도를 초과한 금액
room-plan-cap = 플랜 상한 { $cap } 중 남은 금액
room-hce-cap = HCE 상한 { $cap } 중 남은 금액
room-combined-cap = 이연 합산 상한 { $cap } 중 남은 금액
room-pay-left = 아직 납입하지 않은 급여
room-remaining = 더 넣을 수 있는 세후 납입금
room-headline = 세후로 { $remaining } 더 납입할 수 있습니다.
room-headline-if = 가능하다면 세후로 { $remaining } 더 납입할 수 있습니다.
room-per-paycheck = { $periods ->
    [1] 남은 급여 1회에서 최대 { $amount }
   *[other] 남은 급여 { $periods }회에 걸쳐 매회 최대 { $amount }
}
binds-additions = 한도를 정하는 것: 모든 납입금을 합쳐 1년에 계좌에 넣을 수 있는 총납입 한도, IRC 415(c).
binds-pay = 한도를 정하는 것: 급여. 총납입은 급여의 100%를 넘을 수 없습니다(IRC 415(c)(1)(B)).
binds-plan = 한도를 정하는 것: 세후 납입금에 대한 플랜 자체의 상한.
binds-hce = 한도를 정하는 것: 고액 보수 직원(HCE)에 대한 플랜의 더 낮은 상한.
binds-combined = 한도를 정하는 것: 이연 납입금과 세후 납입금을 합친 플랜의 상한.
binds-pay-left = 한도를 정하는 것: 납입에 쓸 수 있는 남은 급여.
no-room-missing = 관리자의 답이 있어야 금액을 계산할 수 있습니다.
no-room-facts = 본인에 관한 정보가 더 있어야 금액을 계산할 수 있습니다. 필요한 정보는 아래에 있습니다.
no-room-not-published = planlint가 아는 한 { $section }의 { $year }년 금액이 아직 발표되지 않아 금액을 제시하지 않습니다.
no-room-type = 세후 납입 한도가 없습니다.
room-model = 예를 들어 만 50세 미만이고 급여가 { $pay }이며 이연 한도를 모두 채우는 사람의 1년 한도는 { $remaining }입니다.
room-front-loading = 급여의 { $rate }를 이연하면 { $periods }회 중 { $ends_with }번째 급여에서 한도에 도달해 매칭(match)이 멈춥니다. 고르게 나누었을 때의 { $even_match } 중 { $lost }를 잃습니다.

## What may be deferred.
defer-law = 올해 법이 허용하는 이연 한도는 모든 고용주를 합쳐 { $amount }입니다.
defer-left = 다른 고용주의 플랜에 이연한 금액을 빼면 { $amount }가 남습니다.
defer-plan = 플랜이 정한 본인의 한도: { $amount }.
defer-catch-up = 추가 납입(catch-up): { $amount } 추가.
defer-no-catch-up = 올해는 추가 납입(catch-up)이 없습니다.
defer-catch-up-unknown = 추가 납입(catch-up)이 가능한지는 아직 알 수 없습니다.
defer-roth-only = 추가 납입(catch-up)은 Roth로 해야 합니다.
defer-roth-unknown = 추가 납입(catch-up)이 Roth여야 하는지는 작년 이 고용주에게 받은 임금(양식 W-2의 3번 칸)에 달려 있습니다.

## Highly compensated.
hce-by-pay = 올해 고액 보수 직원(HCE)입니다. 작년 급여가 { $threshold }를 넘었습니다.
hce-by-ownership = 고액 보수 직원(HCE)입니다. 고용주 지분이 { $share }로 5%를 넘습니다.
hce-no = 올해 고액 보수 직원(HCE)이 아닙니다. 작년 급여가 { $threshold }를 넘지 않았습니다.
hce-new-hire = 올해 고액 보수 직원(HCE)이 아닙니다. 작년에 이곳에서 받은 급여가 없습니다.
hce-top-paid = 작년 급여가 { $threshold }를 넘었습니다. 고용주가 상위 20% 기준을 선택했으므로 고액 보수 직원(HCE)인지는 거기에 드는지에 달려 있습니다.
hce-outside-top-paid = 올해 고액 보수 직원(HCE)이 아닙니다. 작년 급여가 { $threshold }를 넘었지만 고용주가 선택한 기준인 상위 20%에 들지 않습니다.
hce-stated = 입력하신 정보에 따라 올해 고액 보수 직원(HCE)입니다.
hce-stated-not = 입력하신 정보에 따라 올해 고액 보수 직원(HCE)이 아닙니다.
hce-unknown = 올해 고액 보수 직원(HCE)인지 알 수 없습니다. 작년 급여와 지분에 달려 있습니다.

## The ways to Roth.
route-in-plan = 플랜 내 Roth 전환(in-plan Roth rollover)
route-ira = 재직 중 인출(in-service withdrawal) 후 Roth IRA로 이체
route-leaving = 퇴직 후 Roth IRA로 이체
open-now = 지금 이용 가능
open-later = 다음 조건을 충족해야 가능: { $condition }
open-from = { $from }부터 가능({ $condition })
open-depends = 다음을 충족하면 가능: { $condition }
open-unknown = 플랜 설명에 없음
open-on-leaving = 퇴직 후에만 가능
route-often = 신청 가능 시기: { $frequency }
route-automatic = 자동: { $every }
route-not-automatic = 자동 아님
route-minimum = 최소 { $minimum }
route-fee = 수수료 { $fee }
earnings-taxed = 수익도 함께 옮겨지고 그 해 소득으로 과세
earnings-split = 수익은 지금 과세되지 않고 전통형 IRA로 이체 가능
defer-law-457 = 올해 법이 허용하는 이연 한도는 모든 457(b) 플랜을 합쳐 { $amount }입니다. 401(k)나 403(b) 플랜에는 별도의 한도가 있습니다.
