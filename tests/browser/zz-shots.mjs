import { spawn } from "node:child_process";
import { browser } from "./server.js";
const prog = process.env.PLANLINT ?? "/tmp/release/planlint";
const out = process.env.OUT ?? "/tmp/rhr/shots";
const child = spawn(prog, ["serve", "plan-specs", "--port", "0"], { cwd: "/tmp/wt/rhr", stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((r) => { let t = ""; child.stdout.on("data", (d) => { t += d; if (t.includes("\n")) r(t.split("\n")[0]); }); });
const plans = await (await fetch(address + "/api/plans")).json();
console.log(plans.map((p) => p.id).join(" "));
const b = await browser();
const views = (process.env.VIEWS ?? "desk,phone").split(",");
const dims = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 }, small: { width: 360, height: 740 } };
const id = process.env.ID ?? "acme";
const lang = process.env.LANG2 ?? "en";
for (const v of views) {
  const ctx = await b.newContext({ viewport: dims[v], colorScheme: process.env.SCHEME ?? "light", locale: "en-US", javaScriptEnabled: process.env.NOJS ? false : true });
  const p = await ctx.newPage();
  const shot = (n, full = true) => p.screenshot({ path: `${out}/${n}-${v}${process.env.SUFFIX ?? ""}.png`, fullPage: full });
  if (process.env.LIST) { await p.goto(address + "/?lang=" + lang); await shot("list"); }
  await p.goto(`${address}/plan/${id}?lang=${lang}`); if (!process.env.ANSWERONLY) await shot(`plan-${id}`);
  await p.goto(`${address}/plan/${id}/answer?lang=${lang}`); await shot(`form-${id}-${lang}`, false); 
  const fill = JSON.parse(process.env.FILL ?? '{"pay":"300000","age":"40","pre_tax":"24500","match":"auto"}');
  for (const [k, val] of Object.entries(fill)) { const l = p.locator(`[name="${k}"]`); if (await l.count()) { try { await l.first().fill(val); } catch (e) { console.log(k, "cannot fill", e.message.slice(0, 80)); } } else console.log("no field", k); }
  if (process.env.NOJS || process.env.SUBMIT) { await p.locator("form button[type=submit], form button:not([type])").last().click(); }
  await p.waitForTimeout(900);
  await shot(`answer-${id}-${lang}`);
  await shot(`answer-first-${id}-${lang}`, false);
  const over = await p.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) console.log(v, "scrolls sideways by", over);
  if (v === "desk" && process.env.PDF) await p.pdf({ path: `${out}/answer-${id}.pdf`, format: "Letter" });
  await ctx.close();
}
await b.close(); child.kill("SIGTERM");
