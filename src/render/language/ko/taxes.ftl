# Taxes, warnings, and what is taken for granted. The glossary stands in terms.ftl.

## The taxes.
tax-basis = 옮기는 세후 납입 원금(basis), 과세되지 않음
tax-earnings = 그 수익(earnings), 소득으로 과세
tax-rate = 적용 세율
tax-tax = 전액 Roth로 보낼 때 수익에 대한 세금
tax-only-earnings = 세후 자금을 Roth로 옮길 때 수익만 과세됩니다. 납입금은 이미 과세되었습니다.
tax-withdrawal = { $amount }를 인출하면 비례하여(pro rata) 납입금 { $basis }와 수익 { $earnings }가 함께 나옵니다.
tax-split = 또는 플랜에서 인출하여 여러 곳으로 나누는 경우:
tax-split-after-tax = { $destination }: { $amount }, 전액 세후
tax-split-pretax = { $destination }: { $amount }, 전액 세전
tax-split-untaxed = 이렇게 나누면 지금 과세되는 금액이 없습니다.
tax-split-part = { $destination }: { $amount } (세후 { $after_tax }, 세전 { $pretax })
tax-split-taxable = 이렇게 나누면 지금 과세되는 금액: { $taxable }.
tax-split-tax = 이렇게 나누면 지금 과세되는 금액은 { $taxable }, 세금은 { $tax }입니다.
tax-split-choice = 직접 이체 전에 세전 자금을 어느 쪽으로 보낼지 플랜에 알리세요.
tax-cheque = { $amount }를 한 장의 수표로 본인이 받으면: 그중 { $taxable }는 소득, 원천징수 { $withheld }, 수령액 { $received }. 전액을 이체하려면 60일 안에 다른 돈 { $to_add }를 더해야 합니다.
destination-cash = 본인이 받아 보유
destination-traditional = 전통형 IRA, 직접 이체
destination-roth = Roth IRA, 직접 이체
destination-later-traditional = 전통형 IRA, 60일 이내
destination-later-roth = Roth IRA, 60일 이내
clock-roth-account = 플랜의 Roth 계좌: 이 계좌에 처음 들어가는 자금이 올해 자금이라면 5년 기간은 { $begins }년부터 { $ends }년까지입니다.
clock-roth-ira = 본인의 모든 Roth IRA: 어느 Roth IRA에든 처음 들어가는 자금이 올해 자금이라면 5년 기간은 { $begins }년부터 { $ends }년까지입니다.
clock-recapture = 각 전환마다 따로 계산: 전환 시 과세된 금액은 { $begins }년부터 { $ends }년까지, 또는 만 59.5세까지 두어야 10% 추가세를 피합니다.
form-in-plan = 양식 1099-R, 플랜 내 Roth 전환: 7번 칸 코드 { $code }
form-roth = 양식 1099-R, Roth IRA로 직접 이체: 7번 칸 코드 { $code }
form-traditional = 양식 1099-R, 전통형 IRA로 직접 이체: 7번 칸 코드 { $code }
form-roth-account = 양식 1099-R, 나중에 플랜 Roth 계좌에서 Roth IRA로: 7번 칸 코드 { $code }
form-early = 양식 1099-R, 만 59.5세 전에 본인 수령: 7번 칸 코드 { $code }
form-late = 양식 1099-R, 만 59.5세 이후 본인 수령: 7번 칸 코드 { $code }
form-boxes = 1번 칸 { $gross }, 2a번 칸 { $taxable }, 5번 칸 { $basis }
waiting-earnings = 가정하신 대로 연 { $growth }씩 늘어난다면, 한 달 기다리면 과세 수익이 약 { $month }, 1년 기다리면 { $year } 늘어납니다.
waiting-tax = 그에 대한 세금은 한 달이면 { $month }, 1년이면 { $year }입니다.

## The warnings.
warn-acp = 고액 보수 직원(HCE)입니다. 플랜이 매칭과 세후 납입금에 대한 연례 테스트(ACP test)를 통과하지 못하면 이미 전환했더라도 세후 납입금이 최대 전액까지 다음 해에 수익과 함께 반환될 수 있고, 수익은 과세됩니다.
warn-acp-up-to = 고액 보수 직원(HCE)입니다. 플랜이 매칭과 세후 납입금에 대한 연례 테스트(ACP test)를 통과하지 못하면 이미 전환했더라도 세후 납입금 최대 { $up_to }가 다음 해에 수익과 함께 반환될 수 있고, 수익은 과세됩니다.
warn-acp-if = 고액 보수 직원(HCE)이고 플랜이 매칭과 세후 납입금에 대한 연례 테스트(ACP test)를 통과하지 못하면, 이미 전환했더라도 세후 납입금이 최대 전액까지 다음 해에 수익과 함께 반환될 수 있고, 수익은 과세됩니다.
warn-per-payroll = 매칭(match)은 급여마다 계산되고 연말에 보충되지 않습니다. 이연 한도에 일찍 도달하면 매칭을 잃습니다.
warn-excess-deferral = 이연 납입금이 올해 법정 한도를 { $amount } 초과합니다. 미리 반환을 요청하세요. 다음 해 4월 15일까지 수익과 함께 지급되지 않으면 두 번 과세됩니다(IRC 402(g)).
warn-over-additions = 총납입이 이미 415(c) 한도를 { $amount } 초과했습니다. 관리자에게 알려 시정하게 하세요.
warn-catch-up-roth = 추가 납입(catch-up)은 Roth로 해야 합니다. 작년에 이 고용주에게 받은 임금이 { $wages_limit }를 넘었습니다(IRC 414(v)(7)).
warn-no-catch-up = 추가 납입(catch-up)이 불가능합니다. 작년 임금이 { $wages_limit }를 넘어 Roth여야 하지만 플랜에 Roth 납입이 없습니다(IRC 414(v)(7)).
warn-suspension = 세후 자금을 인출하면 플랜이 { $length } 동안 납입을 중단합니다.
warn-hired = 연중에 입사했습니다. 달러 한도는 줄지 않지만 급여 100% 한도는 이곳에서 받는 급여만 계산합니다.
warn-not-published = planlint가 아는 한 { $section }의 { $year }년 금액은 발표되지 않았습니다.
warn-other-deferrals = 이연 한도는 직장을 옮겨도 합산됩니다. 다른 곳에서 { $used } 사용, { $left } 남음.
warn-minimum = 전환은 최소 { $amount }부터 가능합니다.
warn-fee = 전환 1회 수수료: { $amount }.
warn-rare = Roth로 옮길 수 있는 횟수는 연 { $times }회뿐입니다. 그 사이에 쌓인 수익은 과세됩니다.
warn-max-deferrals = 이연 납입금이 한도에 도달한 뒤에만 세후 납입이 시작됩니다.
warn-spillover = 세후 납입은 이연 한도에 도달한 뒤 이어지는 납입(spillover)으로만 이루어지며, 해가 끝나면 멈춥니다.
warn-cheque = 직접 이체하지 않고 본인이 받으면 { $withheld }가 원천징수됩니다.
warn-earnings-taxed = 전환 전 수익 { $earnings }는 { $rate }로 과세됩니다.

## What is taken for granted.
assume-defers = 이연 한도 전액({ $amount })을 납입한다고 봅니다.
assume-pay = 급여가 { $amount } 이상이라고 봅니다.
assume-evenly = 급여와 이연 납입이 1년에 고르게 나뉜다고 봅니다.
assume-service = 플랜 표의 가장 긴 근속으로 봅니다.
assume-match-met = 마지막 날 재직 등 매칭(match) 요건을 충족한다고 봅니다.
assume-discretionary = 재량 매칭(discretionary match)이 최대라고 봅니다.
assume-none = 플랜 설명에 다음 질문의 답이 없어 해당 사항이 없는 것으로 봅니다: “{ $question }”
assume-no-catch-up = 결정에 필요한 정보를 알 수 없어, 이연 납입금 중 추가 납입(catch-up)에 해당하는 금액은 없다고 봅니다.
assume-eligible = 플랜의 조건을 충족하고 제외되는 직군이 아니라고 봅니다.
assume-no-related = 이 고용주나 관련 고용주의 다른 플랜에 들어가는 금액이 없다고 봅니다.
assume-higher-catch-up = 플랜이 추가 납입(catch-up)을 허용하고 달리 정하지 않아 만 60~63세의 더 높은 금액을 허용한다고 봅니다.
assume-hce-limit = 고액 보수 직원(HCE)인지 알 수 없어 고액 보수 직원의 더 낮은 한도를 적용합니다.
assume-not-owner = 고용주 지분이 5% 이하라고 봅니다.
assume-pay-periods = 1년 급여 횟수를 { $periods }회로 봅니다.
assume-whole-year = 1년 급여 { $periods }회가 모두 남아 있다고 봅니다.
assume-no-others = 올해 다른 고용주의 플랜에 이연하는 금액이 없다고 봅니다.
