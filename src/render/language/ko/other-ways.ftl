# Other ways to save and their usual order. The glossary stands in terms.ftl.

## The other ways to save.
way-pre-tax = 이 플랜의 세전 이연 납입(pre-tax deferrals): Roth 이연과 합쳐 최대 { $limit }. 지금 과세 소득이 줄고, 인출할 때 과세됩니다.
way-roth-deferral = 이 플랜의 Roth 이연 납입(Roth deferrals): 세전 이연과 합쳐 최대 { $limit }. 지금 과세되고, 요건을 갖추면 수익은 비과세입니다. 소득 제한이 없습니다.
way-catch-up = 만 50세부터의 추가 납입(catch-up): { $limit } 추가. 세후 납입 한도를 줄이지 않습니다.
way-super-catch-up = 만 60~63세의 더 높은 추가 납입(catch-up): 위 금액 대신 { $limit }.
way-traditional-ira = 전통형 IRA(traditional IRA): 모든 IRA를 합쳐 최대 { $limit }, 만 50세부터 { $catch_up } 추가. 직장 플랜이 있으면 소득에 따라 공제가 줄어듭니다.
way-roth-ira = Roth IRA: 같은 { $limit } 한도 안에서 가능하며, 소득이 미혼(single) 신고는 { $single_from }~{ $single_to }, 부부 합산 신고는 { $joint_from }~{ $joint_to } 구간에서 한도가 0까지 줄어듭니다.
way-backdoor = 백도어 Roth IRA(backdoor Roth IRA): 소득과 관계없이 전통형 IRA에 공제 없이 최대 { $limit }를 넣고 전환합니다. 모든 세전 IRA 자금이 세금 계산에 포함되며, 이때 양식 8606을 씁니다.
way-hsa = HSA(고액 공제 건강보험(high-deductible health plan) 가입자): 본인 보장 { $self_only }, 가족 보장 { $family }, 만 55세부터 { $catch_up } 추가. 고용주 납입금을 포함한 금액입니다. 넣을 때도, 의료비로 인출할 때도 과세되지 않습니다.
way-taxable = 과세 계좌(taxable account): 한도와 대기가 없지만 이자와 배당은 매년, 이익은 팔 때 과세됩니다.
way-not-published = planlint가 아는 한 { $year }년 IRA와 HSA 한도가 아직 모두 발표되지는 않아 표시하지 않습니다.

## The usual order of saving.
order-match = 고용주 매칭(match)을 모두 받을 만큼 이연 납입
order-debt = 고금리 부채 상환과 비상금
order-hsa = HSA(건강보험이 허용하는 경우)
order-deferral = 이연 납입을 한도까지
order-ira = IRA, Roth IRA 또는 백도어 Roth IRA
order-mega = 세후 납입 후 Roth 전환(mega backdoor)
order-taxable = 과세 계좌
way-deferral-457 = 이 플랜의 이연 납입: 모든 457(b) 플랜을 합쳐 최대 { $limit }이며, 401(k)나 403(b) 플랜의 이연과는 별도입니다.
