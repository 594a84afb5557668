// The pages in a real browser: the numbers, the languages, the keyboard, no script, and an audit of accessibility.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { browser, serve } from "./server.js";

const here = path.dirname(fileURLToPath(import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const shots = path.join(here, "shots");

// Published examples: pay, deferrals, employer money, and what is left.
const examples = [
  { year: 2020, pay: "100,000", deferrals: "19,500", employer: "5,000", left: "$32,500" },
  { year: 2021, pay: "100,000", deferrals: "19,500", employer: "5,000", left: "$33,500" },
  { year: 2023, pay: "150,000", deferrals: "22,500", employer: "10,000", left: "$33,500" },
  { year: 2024, pay: "300,000", deferrals: "23,000", employer: "15,000", left: "$31,000" },
  { year: 2025, pay: "150,000", deferrals: "23,500", employer: "10,000", left: "$36,500" },
];

let server, chrome, ended;

before(async () => {
  await mkdir(shots, { recursive: true });
  server = await serve();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  if (server && !ended) assert.equal(await server.end(), 0);
});

// A page that fails the test on any error in the console, and on any request that leaves the server.
async function opened(options, run) {
  const context = await chrome.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("dialog", (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => !request.url().startsWith(server.address) && wrong.push(request.url()));
  try {
    await run(page, context);
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

const fill = async (page, facts) => {
  for (const [name, value] of Object.entries(facts)) await page.fill(`[name=${name}]`, value);
};
const facts = ({ pay, deferrals, employer }) => ({ pay, pre_tax: deferrals, match: employer });
const form = (year) => `${server.address}/plan/example-${year}-dsl/answer`;
const answer = (page) => page.locator("#answer-text").innerText();

for (const example of examples) {
  test(`${example.year}: ${example.left} as it is typed`, () => opened({ locale: "en-US" }, async (page) => {
    await page.goto(form(example.year));
    await fill(page, facts(example));
    await page.locator("#answer-text", { hasText: example.left }).waitFor({ timeout: 10_000 });
    assert.equal(page.url(), form(example.year), "no fact gets into the address");
  }));

  test(`${example.year}: ${example.left} without a script`, () => opened({ locale: "en-US", javaScriptEnabled: false }, async (page) => {
    await page.goto(form(example.year));
    await fill(page, facts(example));
    await page.click("#go");
    assert.ok((await answer(page)).includes(example.left), await answer(page));
    assert.equal(await page.inputValue("[name=pay]"), example.pay, "what was typed stays");
    assert.equal(page.url(), `${form(example.year)}#pane`, "no fact gets into the address");
  }));
}

test("a language is chosen, and what was typed stays", () => opened({ locale: "en-US" }, async (page) => {
  await page.goto(form(2024));
  await fill(page, facts(examples[3]));
  for (const [tag, name] of [["es", "Español"], ["ko", "한국어"], ["zh", "中文"], ["en", "English"]]) {
    await page.getByRole("button", { name }).click();
    await page.waitForFunction((tag) => document.documentElement.lang === tag, tag);
    assert.equal(await page.inputValue("[name=pay]"), "300,000", tag);
    assert.ok((await answer(page)).includes("$31,000"), tag);
    await page.screenshot({ path: path.join(shots, `answer-${tag}.png`), fullPage: true });
    assert.ok(!page.url().includes("300"), page.url());
  }
}));

test("the browser's language is taken, and an address may name another", () => opened({ locale: "ko-KR" }, async (page) => {
  await page.goto(`${server.address}/`);
  assert.equal(await page.getAttribute("html", "lang"), "ko");
  await page.getByRole("link", { name: "Español" }).click();
  assert.equal(await page.getAttribute("html", "lang"), "es");
  await page.getByRole("link", { name: "Example of 2025" }).click();
  assert.equal(await page.getAttribute("html", "lang"), "es");
}));

test("what cannot be used is said at the field", () => opened({ locale: "en-US", javaScriptEnabled: false }, async (page) => {
  await page.goto(form(2025));
  await fill(page, { pay: "lots", age: "200" });
  await page.click("#go");
  assert.equal(await page.getAttribute("[name=pay]", "aria-invalid"), "true");
  assert.equal(await page.inputValue("[name=pay]"), "lots");
  assert.equal(await page.locator("#problems li").count(), 2);
  await page.locator("#problems a").first().click();
  assert.ok(page.url().endsWith("#pay"));
}));

test("an answer is saved as a page and as Markdown", () => opened({ locale: "en-US", acceptDownloads: true }, async (page) => {
  await page.goto(form(2024));
  await fill(page, facts(examples[3]));
  for (const [name, ending] of [[/page/i, ".html"], [/markdown/i, ".md"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).last().click()]);
    assert.ok(download.suggestedFilename().endsWith(ending), download.suggestedFilename());
    const text = await readFile(await download.path(), "utf8");
    assert.ok(text.includes("31,000"), text);
  }
}));

test("all of it can be reached and used with the keyboard, in the order in which it is read", () => opened({ locale: "en-US" }, async (page) => {
  await page.goto(form(2025));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  const shown = await page.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0);
  assert.ok(shown, "the link that skips is seen when it has the focus");
  const order = [];
  for (let i = 0; i < 200; i += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      if (e === document.body) return null;
      const style = getComputedStyle(e);
      const all = [...document.querySelectorAll("*")];
      return { id: e.id, name: e.name ?? "", place: all.indexOf(e), outlined: style.outlineStyle !== "none" && style.outlineWidth !== "0px" };
    });
    if (!at) break;
    order.push(at);
  }
  const places = order.map((at) => at.place);
  assert.deepEqual(places, [...places].sort((a, b) => a - b), "in the order of the page");
  assert.deepEqual(order.filter((at) => !at.outlined), [], "where the focus is can be seen");
  const names = order.map((at) => at.name);
  assert.ok(names.indexOf("pay") < names.indexOf("pre_tax") && names.includes("match"), names.join());
  await page.focus("[name=pay]");
  await page.keyboard.type("150000");
  await page.keyboard.press("Enter");
  await page.waitForLoadState();
  assert.equal(await page.inputValue("[name=pay]"), "150000");
}));

test("a name with a script in it is a name", () => opened({ locale: "en-US" }, async (page) => {
  await page.goto(`${server.address}/`);
  await page.getByRole("link", { name: "<script>alert(1)</script>" }).click();
  assert.ok((await page.locator("h1").innerText()).includes("<script>"));
  await page.goto(`${page.url()}/answer`);
  assert.equal(await page.locator("main img").count(), 0);
}));

test("a plan that is blocked, and one that cannot be read, say so", () => opened({ locale: "en-US" }, async (page) => {
  await page.goto(`${server.address}/plan/blocked-dsl/answer`);
  assert.match(await answer(page), /no/i);
  await page.screenshot({ path: path.join(shots, "blocked.png"), fullPage: true });
  await page.goto(`${server.address}/plan/broken-dsl`);
  assert.ok((await page.locator("main").innerText()).includes("syntax-error"));
  await page.screenshot({ path: path.join(shots, "broken.png"), fullPage: true });
  await page.goto(`${server.address}/plan/broken-dsl/answer`);
  assert.equal(await page.locator("[name=pay]").count(), 0);
}));

const views = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } };
for (const [view, viewport] of Object.entries(views)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`accessible, ${view}, ${colorScheme}`, async () => {
      const paths = { list: "/", plan: "/plan/example-2024-dsl", form: "/plan/example-2024-dsl/answer", broken: "/plan/broken-dsl", none: "/none" };
      for (const [name, address] of Object.entries(paths)) {
        const context = await chrome.newContext({ viewport, colorScheme, locale: "en-US", bypassCSP: true });
        const page = await context.newPage();
        await page.goto(server.address + address);
        if (name === "form") {
          await fill(page, facts(examples[3]));
          await page.click("#go");
          await page.locator("details summary").first().click();
        }
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
        await page.screenshot({ path: path.join(shots, `${name}-${view}-${colorScheme}.png`), fullPage: true });
        assert.deepEqual(told, [], name);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `${name} is ${wide} pixels wider than the screen`);
        await context.close();
      }
    });
  }
}

test("what is printed is the answer alone", () => opened({ locale: "en-US" }, async (page) => {
  await page.goto(form(2024));
  await fill(page, facts(examples[3]));
  await page.click("#go");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#facts").isVisible(), false);
  assert.equal(await page.locator("#answer-text").isVisible(), true);
  await page.screenshot({ path: path.join(shots, "print.png"), fullPage: true });
}));

test("asked to end, the server ends well", async () => {
  ended = true;
  assert.equal(await server.end(), 0);
});
