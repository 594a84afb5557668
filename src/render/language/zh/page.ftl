# Headings, the page, the form. The glossary stands in terms.ftl.

## Headings and what stands around the answer.
page-title = 超级后门 Roth：{ $plan }
page-skip = 跳到答案
head-why = 原因
head-room = 剩余额度
head-bar = 上限的使用情况
head-line = 项目
head-amount = 金额
head-deferrals = 您可递延的金额
head-routes = 通往 Roth 的途径
head-steps = 步骤
head-taxes = 税务
head-forms = 申报
head-clocks = 五年期
head-warnings = 警告
head-pitfalls = 常见陷阱
head-events = 如果发生以下情况
head-ways = 今年的其他储蓄方式
head-order = 通常的储蓄顺序
note-order = 这是通常的做法；适合您的顺序可能不同。
head-questions = 请询问计划管理人
head-wanted = 可使答案更准确的信息
head-assumptions = 本答案所作的假定
head-law = 法律依据
note-disclaimer = 本内容为信息，并非建议。
note-made-by = 由 planlint { $version } 生成。
note-plan-year = 计划年度：{ $from }至{ $to }
bar-text = 在 { $limit } 的上限中，还可缴纳税后供款 { $remaining }。
bar-deferrals = 递延供款
bar-match = 匹配供款
bar-nonelective = 其他雇主供款
bar-related = 其他计划
bar-after-tax = 迄今税后供款
bar-room = 税后供款额度
bar-unused = 不可使用
