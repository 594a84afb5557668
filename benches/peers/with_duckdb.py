"""The rule of exact.py in SQL, by DuckDB. usage: with_duckdb.py CENSUS.csv RESULTS.csv THREADS"""

import sys

import duckdb

MONEY = ["compensation", "prior_compensation", "pre_tax", "roth", "catch_up", "after_tax", "match", "qnec", "qmac"]
TYPES = {
    "plan_id": "VARCHAR", "employee_id": "VARCHAR",
    "birth_date": "DATE", "hire_date": "DATE", "termination_date": "DATE", "ownership": "DECIMAL(5,2)",
    **{name: "DECIMAL(12,2)" for name in MONEY},
}  # fmt: skip

census, results, threads = sys.argv[1:4]
with open(census) as file:
    header = file.readline().strip().split(",")
columns = "{" + ", ".join(f"'{name}': '{TYPES.get(name, 'VARCHAR')}'" for name in header) + "}"


def cents(amount):
    return f"CAST(({amount}) * 100 AS BIGINT)"


QUERY = f"""
WITH people AS (
    SELECT plan_id, greatest(birth_date + INTERVAL 21 YEAR, hire_date + INTERVAL 1 YEAR) AS qualified,
        ownership > 5 OR prior_compensation > 160000 AS hce, 2026 - year(birth_date) AS age, termination_date,
        least({cents("compensation")}, 36000000) AS pay,
        {cents("pre_tax + roth + catch_up")} AS deferrals, {cents("qnec")} AS qnec,
        {cents('"match" + after_tax + qmac')} AS contributions
    FROM read_csv('{census}', header = true, columns = {columns})
), members AS (
    SELECT *, greatest(deferrals - 2450000, 0) AS above,
        CASE WHEN age BETWEEN 60 AND 63 THEN 1125000 WHEN age >= 50 THEN 800000 ELSE 0 END AS catch_up_limit,
        pay > 0 AND qualified <= DATE '2026-07-01' AND (termination_date IS NULL OR termination_date >=
            CASE WHEN qualified <= DATE '2026-01-01' THEN DATE '2026-01-01' ELSE DATE '2026-07-01' END) AS is_in
    FROM people
), ratios AS (
    SELECT plan_id, is_in, hce, pay,
        deferrals + qnec - CASE WHEN hce THEN least(above, catch_up_limit) ELSE above END AS deferred, contributions
    FROM members
), groups AS (
    SELECT plan_id,
        count(*) FILTER (is_in AND hce) AS hces, count(*) FILTER (is_in AND NOT hce) AS nhces,
        sum((20000 * deferred + pay) // nullif(2 * pay, 0)) FILTER (is_in AND hce) AS dh,
        sum((20000 * deferred + pay) // nullif(2 * pay, 0)) FILTER (is_in AND NOT hce) AS dn,
        sum((20000 * contributions + pay) // nullif(2 * pay, 0)) FILTER (is_in AND hce) AS ch,
        sum((20000 * contributions + pay) // nullif(2 * pay, 0)) FILTER (is_in AND NOT hce) AS cn
    FROM ratios GROUP BY plan_id
), averages AS (
    SELECT plan_id, hces, nhces,
        coalesce((2 * dh + hces) // nullif(2 * hces, 0), -1)::BIGINT AS adp_hce,
        coalesce((2 * dn + nhces) // nullif(2 * nhces, 0), -1)::BIGINT AS adp_nhce,
        coalesce((2 * ch + hces) // nullif(2 * hces, 0), -1)::BIGINT AS acp_hce,
        coalesce((2 * cn + nhces) // nullif(2 * nhces, 0), -1)::BIGINT AS acp_nhce
    FROM groups
)
SELECT plan_id, hces, nhces, adp_hce, adp_nhce,
    (adp_hce < 0 OR adp_nhce < 0
        OR 100 * adp_hce <= greatest(125 * adp_nhce, 100 * least(2 * adp_nhce, adp_nhce + 200)))::INT AS adp_passes,
    acp_hce, acp_nhce,
    (acp_hce < 0 OR acp_nhce < 0
        OR 100 * acp_hce <= greatest(125 * acp_nhce, 100 * least(2 * acp_nhce, acp_nhce + 200)))::INT AS acp_passes
FROM averages ORDER BY plan_id
"""

connection = duckdb.connect()
connection.execute(f"SET threads = {int(threads)}")
connection.execute(f"COPY ({QUERY}) TO '{results}' (HEADER)")
