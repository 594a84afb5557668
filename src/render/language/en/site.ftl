# The pages of `planlint serve`, around plans and answers.
site-name = Plan answers
site-skip = Skip to the content
site-languages = Language
site-plans = Plans
site-shown = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
}
site-none-shown = No plan fits. Try fewer letters or another choice.
site-filter-name = Name contains
site-filter-verdict = Mega backdoor Roth
site-filter-any = any
site-filter-go = Show
site-plan = Plan
site-verdict = Mega backdoor Roth
site-room = Room
site-available = available
site-blocked = not available
site-unknown = not known yet
site-room-of = { $amount } a year
site-room-note = The room is that of an employee who is paid the most that plans count and defers in full; another person's can be less or more. Open a plan to see it for one person.
site-cannot-be-read = cannot be read
site-not-read = Not read
site-not-read-note = These are not shown. Nothing is known about them.
site-for-one = Answer for one employee
site-details = The plan and its findings
site-in-english = This part is in English.
site-question = Can I do a mega backdoor Roth, and how much?
site-intro = Fill in what you know; everything may be left empty. Only what matters under this plan is asked.
site-private = Nothing that you type is stored, logged or put into an address.
site-more = More about this person
site-not-told = not told
site-yes = yes
site-no = no
site-submit = Show the answer
site-clear = Clear all
site-answer = The answer
site-problems = { $count ->
    [one] One fact cannot be used:
   *[other] { $count } facts cannot be used:
}
site-fix = The answer follows once this is put right.
site-print = Print
site-copy = Copy a link to this page without the facts
site-copied = The link is copied.
site-save-html = Save as a page
site-save-markdown = Save as Markdown
site-no-answer = No answer for this plan yet
site-no-answer-note = Not all of its description can be read. What is wrong stands on the plan's page.
site-not-found = There is no such page
site-not-found-note = The plan may have been renamed or removed.
site-sign-in = Sign in
site-token = Token
site-token-note = Who started the server has it.
site-wrong-token = This is not the token.
site-fine-print = Findings are about plan designs. They are not legal or tax advice.
