"""The rule of exact.py as expressions of Polars, streaming. usage: with_polars.py CENSUS.csv RESULTS.csv THREADS"""

import os
import sys

census, results, threads = sys.argv[1:4]
os.environ["POLARS_MAX_THREADS"] = threads

import polars as pl  # noqa: E402
from polars import col, lit, when  # noqa: E402

DATES = {"birth_date", "hire_date", "termination_date"}
TEXTS = {"plan_id", "employee_id", "officer", "union"}
with open(census) as file:
    header = file.readline().strip().split(",")
schema = {name: pl.Date if name in DATES else pl.String if name in TEXTS else pl.Float64 for name in header}


def cents(name):
    return (col(name) * 100).round().cast(pl.Int64)


def at_most(value, most):
    return when(value > most).then(most).otherwise(value)


def at_least(value, least):
    return when(value < least).then(least).otherwise(value)


def day(name, years=0):
    date = col(name).dt
    return (date.year() + years) * 10_000 + date.month().cast(pl.Int32) * 100 + date.day().cast(pl.Int32)


people = pl.scan_csv(census, schema=schema, try_parse_dates=True).select(
    "plan_id",
    qualified=pl.max_horizontal(day("birth_date", 21), day("hire_date", 1)),
    left=day("termination_date"),
    hce=(cents("ownership") > 500) | (cents("prior_compensation") > 160_000_00),
    age=2026 - col("birth_date").dt.year(),
    pay=at_most(cents("compensation"), lit(360_000_00)),
    deferrals=cents("pre_tax") + cents("roth") + cents("catch_up"),
    qnec=cents("qnec"),
    contributions=cents("after_tax") + cents("match") + cents("qmac"),
)
catch_up_limit = when(col("age").is_between(60, 63)).then(11_250_00).when(col("age") >= 50).then(8_000_00).otherwise(0)
above = at_least(col("deferrals") - 24_500_00, lit(0))
entry = when(col("qualified") <= 20260101).then(20260101).otherwise(20260701)
is_in = (col("pay") > 0) & (col("qualified") <= 20260701) & (col("left").is_null() | (col("left") >= entry))
members = people.select(
    "plan_id",
    "pay",
    "contributions",
    hce=col("hce") & is_in,
    nhce=~col("hce") & is_in,
    deferred=col("deferrals") + col("qnec") - when("hce").then(at_most(above, catch_up_limit)).otherwise(above),
)


def ratio(amount):
    return (20_000 * col(amount) + col("pay")) // (2 * col("pay"))


def of_group(value, group):
    return when(group).then(value).otherwise(0).sum()


groups = members.group_by("plan_id").agg(
    hces=col("hce").cast(pl.Int64).sum(),
    nhces=col("nhce").cast(pl.Int64).sum(),
    dh=of_group(ratio("deferred"), col("hce")),
    dn=of_group(ratio("deferred"), col("nhce")),
    ch=of_group(ratio("contributions"), col("hce")),
    cn=of_group(ratio("contributions"), col("nhce")),
)


def average(total, heads):
    return when(col(heads) > 0).then((2 * col(total) + col(heads)) // (2 * col(heads))).otherwise(-1)


def passes(hce, nhce):
    hce, nhce = col(hce), col(nhce)
    limit = pl.max_horizontal(125 * nhce, 100 * pl.min_horizontal(2 * nhce, nhce + 200))
    return ((hce < 0) | (nhce < 0) | (100 * hce <= limit)).cast(pl.Int8)


averages = groups.select(
    "plan_id",
    "hces",
    "nhces",
    adp_hce=average("dh", "hces"),
    adp_nhce=average("dn", "nhces"),
    acp_hce=average("ch", "hces"),
    acp_nhce=average("cn", "nhces"),
)
averages.select(
    "plan_id",
    "hces",
    "nhces",
    "adp_hce",
    "adp_nhce",
    passes("adp_hce", "adp_nhce").alias("adp_passes"),
    "acp_hce",
    "acp_nhce",
    passes("acp_hce", "acp_nhce").alias("acp_passes"),
).sort("plan_id").collect(engine="streaming").write_csv(results)
