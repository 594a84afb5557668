# Terms that stand within messages.
#
# Glossary: 세후 납입금 (after-tax contributions) · 급여 이연 납입금 (elective deferrals) · 고용주 매칭 (match) · 고용주 비선택
# 납입금 (nonelective contribution) · 추가 납입 (catch-up) · 플랜 내 Roth 전환 (in-plan Roth rollover) · 재직 중 인출
# (in-service withdrawal) · 직접 이체 (direct rollover) · 원금 (basis) · 수익 (earnings) · 연간 총납입 (annual additions) · 고액 보수
# 직원 (HCE) · 플랜 관리자 (plan administrator) · 급여일 (payroll). The reader is addressed in -습니다 and -(으)세요.
term-january = 1월
term-february = 2월
term-march = 3월
term-april = 4월
term-may = 5월
term-june = 6월
term-july = 7월
term-august = 8월
term-september = 9월
term-october = 10월
term-november = 11월
term-december = 12월
term-any-time = 언제든지
term-daily = 매일
term-each-payroll = 급여일마다
term-monthly = 매월
term-quarterly = 분기마다
term-twice-a-year = 연 2회
term-once-a-year = 연 1회
term-times-a-year = 연 { $times }회
term-days = { $count }일
term-months = { $count }개월
term-years = { $count }년
term-age = 만 { $years }세
term-age-and-a-half = 만 { $years }.5세
term-service = 근속 { $length }
term-hours = 연간 { $count }시간 근무
term-participation = 플랜 가입 { $length }
term-both = { $left } 및 { $right }
term-either = { $left } 또는 { $right }
term-immediate = 대기 없음
term-never = 불가
term-separation = 퇴직
term-hardship = 긴급 재정 곤란(hardship)
term-disability = 장애
term-reservist = 예비군 소집
term-birth = 출산 또는 입양
term-disaster = 연방 선포 재난
term-emergency = 긴급 지출
term-domestic-abuse = 가정 폭력
term-long-term-care = 장기 요양 보험료
term-lifetime-income = 종신 소득 옵션 종료
term-plan-termination = 플랜 종료
term-terminal-illness = 말기 질환
term-normal-retirement-age = 플랜의 정상 은퇴 연령
term-in-plan-roth = 플랜 내 Roth 전환(in-plan Roth rollover)
term-roth-ira = 재직 중 인출(in-service withdrawal) 후 Roth IRA로 이체
term-after-leaving = 퇴직 후 Roth IRA로 이체
