# Terms that stand within messages.
#
# Glossary: 税后供款 (after-tax contributions) · 工资递延供款 (elective deferrals) · 雇主匹配供款 (match) · 雇主非选择性供款
# (nonelective contribution) · 追加供款 (catch-up) · 计划内 Roth 转换 (in-plan Roth rollover) · 在职提取 (in-service withdrawal) · 直接
# 转存 (direct rollover) · 本金 (basis) · 收益 (earnings) · 年度供款总额 (annual additions) · 高薪雇员 (HCE) · 计划管理人 (plan
# administrator) · 发薪期 (pay period). The reader is addressed as 您.
term-january = 1月
term-february = 2月
term-march = 3月
term-april = 4月
term-may = 5月
term-june = 6月
term-july = 7月
term-august = 8月
term-september = 9月
term-october = 10月
term-november = 11月
term-december = 12月
term-any-time = 随时
term-daily = 每天
term-each-payroll = 每个发薪期
term-monthly = 每月
term-quarterly = 每季度
term-twice-a-year = 每年两次
term-once-a-year = 每年一次
term-times-a-year = 每年 { $times } 次
term-days = { $count } 天
term-months = { $count } 个月
term-years = { $count } 年
term-age = 年满 { $years } 岁
term-age-and-a-half = 年满 { $years } 岁半
term-service = 服务满 { $length }
term-hours = 一年内工作 { $count } 小时
term-participation = 参加计划满 { $length }
term-both = { $left }且{ $right }
term-either = { $left }或{ $right }
term-immediate = 无需等待
term-never = 不可
term-separation = 离职
term-hardship = 经济困难 (hardship)
term-disability = 残疾
term-reservist = 预备役应召
term-birth = 生育或收养子女
term-disaster = 联邦宣布的灾害
term-emergency = 紧急支出
term-domestic-abuse = 家庭暴力
term-long-term-care = 长期护理保险费
term-lifetime-income = 终身收入选项终止
term-plan-termination = 计划终止
term-terminal-illness = 绝症
term-normal-retirement-age = 计划的正常退休年龄
term-in-plan-roth = 计划内 Roth 转换 (in-plan Roth rollover)
term-roth-ira = 在职提取 (in-service withdrawal) 并转存至 Roth IRA
term-after-leaving = 离职后转存至 Roth IRA
