"""The rule of the benchmark in plain Python integers: slow, and what every other program has to agree with.

usage: exact.py CENSUS.csv RESULTS.csv

For the plan year 2026, of every plan in rule.plan.yaml's terms:
- In the tests is who met age 21 and one year of service by 1 January or 1 July 2026, was still there on that day, and
  was paid.
- Highly compensated is who owns more than 5% or was paid more than $160,000 in 2025.
- Pay counts up to $360,000. Deferrals are pre_tax, roth and catch_up. What is above $24,500 is a catch-up contribution
  up to $8,000 from 50 and $11,250 from 60 to 63, and out of the test; what is left above it counts for the highly
  compensated only.
- QNECs count in the ADP test; after-tax contributions, match and QMACs in the ACP test.
- Ratios and averages are rounded half up to 0.01 point. The highly compensated may average 1.25 times the others, or
  the lesser of twice and two points more, whichever is higher.

A result line is: plan, heads of both groups, then of each test both averages in hundredths of a point (-1 where a group
is empty) and 1 for a pass.
"""

import csv
import sys

HEADER = "plan_id,hces,nhces,adp_hce,adp_nhce,adp_passes,acp_hce,acp_nhce,acp_passes\n"


def cents(text):
    whole, _, fraction = text.partition(".")
    return int(whole) * 100 + int((fraction + "00")[:2])


def day(text, years=0):
    return (int(text[:4]) + years) * 10_000 + int(text[5:7]) * 100 + int(text[8:])


def is_in(row):
    qualified = max(day(row["birth_date"], 21), day(row["hire_date"], 1))
    if qualified > 20260701 or cents(row["compensation"]) == 0:
        return False
    entry = 20260101 if qualified <= 20260101 else 20260701
    return not row["termination_date"] or day(row["termination_date"]) >= entry


def counted_deferrals(row, is_hce):
    deferrals = cents(row["pre_tax"]) + cents(row["roth"]) + cents(row["catch_up"])
    above = max(0, deferrals - 24_500_00)
    age = 2026 - int(row["birth_date"][:4])
    catch_up = 0 if age < 50 else 11_250_00 if 60 <= age <= 63 else 8_000_00
    return deferrals - (min(above, catch_up) if is_hce else above)


def ratio(amount, pay):
    return (20_000 * amount + pay) // (2 * pay)


def verdict(sums, heads):
    if 0 in heads:
        return -1 if heads[0] == 0 else average(sums[0], heads[0]), -1 if heads[1] == 0 else average(sums[1], heads[1]), 1
    hce, nhce = average(sums[0], heads[0]), average(sums[1], heads[1])
    return hce, nhce, int(100 * hce <= max(125 * nhce, 100 * min(2 * nhce, nhce + 200)))


def average(total, heads):
    return (2 * total + heads) // (2 * heads)


def run(path):
    plans = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            heads, adp, acp = plans.setdefault(row["plan_id"], ([0, 0], [0, 0], [0, 0]))
            if not is_in(row):
                continue
            is_hce = cents(row["ownership"]) > 500 or cents(row["prior_compensation"]) > 160_000_00
            pay = min(cents(row["compensation"]), 360_000_00)
            group = 0 if is_hce else 1
            heads[group] += 1
            adp[group] += ratio(counted_deferrals(row, is_hce) + cents(row["qnec"]), pay)
            acp[group] += ratio(cents(row["after_tax"]) + cents(row["match"]) + cents(row["qmac"]), pay)
    for plan, (heads, adp, acp) in sorted(plans.items()):
        yield (plan, *heads, *verdict(adp, heads), *verdict(acp, heads))


if __name__ == "__main__":
    with open(sys.argv[2], "w") as out:
        out.write(HEADER)
        out.writelines(",".join(map(str, line)) + "\n" for line in run(sys.argv[1]))
