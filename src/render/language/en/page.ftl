# Headings, the page, the form. The glossary stands in terms.ftl.

## Headings and what stands around the answer.
page-title = Mega backdoor Roth: { $plan }
page-skip = Skip to the answer
head-why = Why
head-room = How much is left
head-bar = How the limit is filled
head-line = Line
head-amount = Amount
head-deferrals = What you may defer
head-routes = Ways to Roth
head-steps = Steps
head-taxes = Taxes
head-forms = Reporting
head-clocks = Five-year periods
head-warnings = Warnings
head-pitfalls = Pitfalls
head-events = What happens if
head-ways = Other ways to save this year
head-order = The usual order of saving
note-order = This is what people customarily do; what fits you can differ.
head-questions = Ask the plan administrator
head-wanted = Facts about you that would make this answer more certain
head-assumptions = What this answer assumes
head-law = Law
note-disclaimer = This is information, not advice.
note-made-by = Made by planlint { $version }.
note-plan-year = Plan year from { $from } to { $to }
bar-text = Of the limit of { $limit }, { $remaining } can still go in after tax.
bar-deferrals = Deferrals
bar-match = Match
bar-nonelective = Other employer money
bar-related = Other plans
bar-after-tax = After-tax so far
bar-room = Room for after-tax
bar-unused = Not usable
