// planlint as a server on plans of several years, and a browser to look at it.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = path.dirname(fileURLToPath(import.meta.url));
const program = process.env.PLANLINT ?? path.join(here, "../../target/debug/planlint");
const browsers = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const years = [2020, 2021, 2023, 2024, 2025];

const example = (year) => `plan "Example of ${year}" {
  type 401(k)
  year ${year}
  goals mega backdoor
  deferrals { pre-tax up to 100% of pay; roth up to 100% of pay; catch-up yes }
  match { formula 50% of first 6% of pay; period payroll; true-up yes }
  nonelective { formula none }
  after-tax { allowed yes; limit none }
  in-plan-roth { allowed yes; sources after-tax }
  in-service { after-tax any time }
}
`;

// Starts the server; returns its address and how to end it.
export async function serve() {
  const folder = await mkdtemp(path.join(tmpdir(), "planlint-browser-"));
  for (const year of years) await writeFile(path.join(folder, `example-${year}.plan`), example(year));
  await writeFile(path.join(folder, "blocked.plan"), 'plan "Blocked" {\n  type 401(k)\n  year 2026\n  after-tax { allowed no }\n}\n');
  await writeFile(path.join(folder, "broken.plan"), 'plan "Broken" {\n  type 401(k\n');
  await writeFile(path.join(folder, "hostile.plan"), example(2026).replace("Example of 2026", "<script>alert(1)</script><img src=x onerror=alert(2)>"));
  const child = spawn(program, ["serve", folder, "--port", "0", "--isolated", "--as-of", "2026-06-01"], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (data) => {
      text += data;
      if (text.includes("\n")) resolve(text.split("\n")[0]);
    });
    child.on("exit", (code) => reject(new Error(`planlint ended with ${code}`)));
  });
  const end = async () => {
    child.removeAllListeners("exit");
    const ended = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGTERM");
    const code = await ended;
    await rm(folder, { recursive: true, force: true });
    return code;
  };
  return { address, end };
}

export function browser() {
  const executablePath = browsers.find((candidate) => candidate && existsSync(candidate));
  if (!executablePath) throw new Error("no Chromium: set CHROMIUM to its path");
  const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath, args: quiet });
}
