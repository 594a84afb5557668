# Headings, the page, the form. The glossary stands in terms.ftl.

## Headings and what stands around the answer.
page-title = 메가 백도어 Roth: { $plan }
page-skip = 답으로 건너뛰기
head-why = 이유
head-room = 남은 금액
head-bar = 한도 사용 현황
head-line = 항목
head-amount = 금액
head-deferrals = 이연할 수 있는 금액
head-routes = Roth로 가는 길
head-steps = 절차
head-taxes = 세금
head-forms = 신고
head-clocks = 5년 기간
head-warnings = 경고
head-pitfalls = 주의할 점
head-events = 이런 경우에는
head-ways = 올해의 다른 저축 방법
head-order = 일반적인 저축 순서
note-order = 일반적인 관행이며 본인에게 맞는 순서는 다를 수 있습니다.
head-questions = 플랜 관리자에게 물어볼 것
head-wanted = 더 정확한 답을 위해 필요한 정보
head-assumptions = 이 답이 가정한 것
head-law = 법적 근거
note-disclaimer = 이 내용은 정보이며 조언이 아닙니다.
note-made-by = planlint { $version } 작성.
note-plan-year = 플랜 연도: { $from } ~ { $to }
bar-text = 한도 { $limit } 중 세후로 { $remaining } 더 납입할 수 있습니다.
bar-deferrals = 이연 납입금
bar-match = 매칭
bar-nonelective = 기타 고용주 납입금
bar-related = 다른 플랜
bar-after-tax = 지금까지의 세후 납입금
bar-room = 세후 납입 가능
bar-unused = 사용 불가
