#!/usr/bin/env python3
"""ADP and ACP of many plans by planlint and, where they are installed, by DuckDB and Polars: processor time, time, memory
of whole processes, and whether the results agree. Linux and macOS; needs Python 3.10 or later and nothing else.

    cargo build --release
    pip install duckdb polars                  # for the comparison
    benches/compare-with-peers.py              # 1,000,000 rows in 1,000 plans, one thread
    benches/compare-with-peers.py --rows 10000000 --plans 10000 --exact no
"""

import argparse
import importlib.util
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"
HEADER = (
    "plan_id,employee_id,birth_date,hire_date,termination_date,hours,compensation,prior_compensation,ownership,officer,"
    "pre_tax,roth,catch_up,after_tax,match,nonelective,qnec,qmac\n"
)


def money(cents):
    return f"{cents // 100}.{cents % 100:02}"


def participants(rng, plan, size):
    """The rows of one plan. Amounts are in cents; the odd ones stand just at a limit or just beyond it."""
    match_rate, has_after_tax = rng.choice((0, 25, 50, 100)), rng.random() < 0.25
    has_qnec, mean_rate, scale = rng.random() < 0.03, rng.uniform(0.03, 0.08), rng.uniform(0.7, 1.5)
    for employee in range(size):
        pay = int(min(rng.lognormvariate(11, 0.55) * scale, 3_000_000) * 100)
        prior = int(pay / rng.uniform(0.97, 1.15))
        odd = rng.random()
        if odd < 0.0004:
            pay = 0
        elif odd < 0.0008:
            prior = 160_000_00
        elif odd < 0.0012:
            prior = 160_000_01
        owns = 0 if rng.random() > 0.005 else rng.choice((500, 501, 3333))
        birth_year = rng.randint(1952, 2008)
        hire_year = max(birth_year + 17, 2026 - int(rng.expovariate(0.15)))
        birth, hire = (f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}" for year in (birth_year, hire_year))
        left = f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}" if rng.random() < 0.12 else ""
        wanted = int(min(pay, 360_000_00) * rng.gammavariate(3, mean_rate / 3)) if rng.random() < 0.78 else 0
        base = min(wanted, 25_500_00 if odd > 0.9995 else 24_500_00)
        age = 2026 - birth_year
        catch_up_limit = 0 if age < 50 else 11_250_00 if 60 <= age <= 63 else 8_000_00
        catch_up = min(max(0, wanted - 24_500_00), catch_up_limit)
        roth = base * rng.choice((0, 0, 0, 1, 2, 4)) // 4
        matched = match_rate * min(base + catch_up, min(pay, 360_000_00) // 20) // 100
        after_tax = pay * rng.choice((2, 5, 10)) // 100 if has_after_tax and rng.random() < 0.15 else 0
        qnec, qmac = (pay // 100, matched // 5) if has_qnec else (0, 0)
        amounts = (base - roth, roth, catch_up, min(after_tax, 30_000_00), matched, 0, qnec, qmac)
        yield (
            f"P{plan:06},E{plan:06}{employee:07},{birth},{hire},{left},{rng.randint(300, 2200)},{money(pay)},{money(prior)},"
            f"{money(owns)},{'true' if rng.random() < 0.02 else 'false'},{','.join(map(money, amounts))}\n"
        )


def generate(path, rows, plans, seed, shuffle):
    """Plans of very different sizes, the same for the same seed."""
    rng = random.Random(seed)
    weights = [rng.lognormvariate(0, 1.2) for _ in range(plans)]
    total, left = sum(weights), rows
    lines = []
    with open(path, "w") as out:
        out.write(HEADER)
        for plan, weight in enumerate(weights):
            size = left if plan + 1 == plans else min(left, max(1, int(rows * weight / total)))
            left -= size
            people = participants(rng, plan, size)
            lines.extend(people) if shuffle else out.writelines(people)
        rng.shuffle(lines)
        out.writelines(lines)


def measured(name, command, out):
    """Runs a program whole, its start included. planlint ends with 1 where a test of a plan fails."""
    began = time.perf_counter()
    with open(out, "wb") as file:
        process = subprocess.Popen(command, stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) not in ((0, 1) if name == "planlint" else (0,)):
        sys.exit(f"{name} failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit / 1e6


def hundredths(text):
    return -1 if text is None else round(float(text) * 100)


def of_planlint(path):
    """The same figures of planlint's results; averages of a plan with an empty group are not shown and not compared."""
    results = {}
    for line in open(path):
        plan = json.loads(line)
        tests = [
            (hundredths(test["hce"]), hundredths(test["nhce"]), int(test["status"] == "pass"))
            for test in (plan["adp"], plan["acp"])
        ]
        results[plan["plan_id"]] = (plan["counts"]["hce"], plan["counts"]["nhce"], *tests[0], *tests[1])
    return results


def of_peer(path):
    results = {}
    for line in open(path).read().splitlines()[1:]:
        plan, *figures = line.split(",")
        hces, nhces, *rest = map(int, figures)
        if hces == 0 or nhces == 0:
            rest[0:2] = rest[3:5] = (-1, -1)
        results[plan] = (hces, nhces, *rest)
    return results


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--plans", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--shuffle", action="store_true", help="no plan's rows stand together")
    parser.add_argument("--exact", choices=("yes", "no"), default="yes", help="also run the exact reference, which is slow")
    parser.add_argument("--planlint", type=Path, default=HERE.parent / "target/release/planlint")
    return parser.parse_args()


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        census = Path(folder) / "census.csv"
        generate(census, options.rows, options.plans, options.seed, options.shuffle)
        print(f"{options.rows:,} rows, {options.plans:,} plans, {census.stat().st_size / 1e6:,.0f} MB, seed {options.seed}")
        threads = str(options.threads)
        test = [options.planlint, "test", PEERS / "rule.plan.yaml", "--census", census, "--format", "jsonl", "-j", threads]
        runs = {"planlint": measured("planlint", test, Path(folder) / "planlint.jsonl")}
        results = {"planlint": of_planlint(Path(folder) / "planlint.jsonl")}
        peers = [peer for peer in ("duckdb", "polars") if importlib.util.find_spec(peer)]
        scripts = {peer: f"with_{peer}.py" for peer in peers} | ({"exact": "exact.py"} if options.exact == "yes" else {})
        for name, script in scripts.items():
            out = Path(folder) / f"{name}.csv"
            runs[name] = measured(name, [sys.executable, PEERS / script, census, out, threads], os.devnull)
            results[name] = of_peer(out)
    print(f"{'':10}{'processor s':>13}{'wall s':>9}{'peak MB':>9}{'ns/row':>9}  results")
    for name, (processor, wall, peak) in runs.items():
        differ = sum(results["planlint"].get(plan) != figures for plan, figures in results[name].items())
        same = differ == 0 and len(results[name]) == len(results["planlint"])
        verdict = "" if name == "planlint" else "agree" if same else f"{differ} plans differ"
        print(f"{name:10}{processor:13.2f}{wall:9.2f}{peak:9.0f}{processor / options.rows * 1e9:9.0f}  {verdict}")
    sys.exit(any(results[name] != results["planlint"] for name in results))


if __name__ == "__main__":
    main()
