// The people of the stories, each in a browser of their own. Whatever they do, the console must stay silent.
import { chromium } from "playwright-core";
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";

export const base = process.env.STOCKROOM_E2E_BASE;
export const root = join(import.meta.dirname, "..", "..");
export const results = process.env.STOCKROOM_E2E_RESULTS;
export const logins = JSON.parse(readFileSync(join(process.env.STOCKROOM_E2E_DATA, "demo-logins.json"), "utf8"));

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

// The one without windows is quickest.
const BROWSERS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
const installed = () => BROWSERS.flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name))).find((file) => existsSync(file));

// Chromium says so by itself where a page was shown before its view transition was ready: the page then simply comes
// without one. No script of ours has to do with it.
const CHROMIUMS_OWN = /^Transition was aborted because of invalid state\. Page already revealed$/;

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? installed(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});
after(() => browser?.close());

// A story: its people's browsers are closed and their consoles judged at its end.
export function story(name, tell) {
  test(name, async () => {
    const company = [];
    const person = async (options) => {
      const one = await arrive(options ?? {});
      company.push(one);
      return one;
    };
    try {
      await tell({ person });
    } catch (error) {
      for (const [at, one] of company.entries()) {
        const file = `${name.replace(/[^a-z0-9]+/gi, "-").slice(0, 60)}-${at}.png`;
        await one.page.screenshot({ path: join(results, file), fullPage: true }).catch(() => {});
      }
      throw error;
    } finally {
      for (const one of company) {
        await one.leaves().catch(() => {});
        await one.context.close();
      }
    }
    for (const one of company) assert.deepEqual(one.said, [], "the console said something");
  });
}

// role: whom to sign in as (none: a guest), of which tenant; or a login, their address and password. phone, js, lang,
// theme: how they look at it. They have asked for less motion, unless `motion`: a quarter of a browser's work would be
// painting what moves.
// `expects` lists statuses a story provokes on purpose (Chromium writes a console line for each of 400 and more);
// or what such a line says of a network that is away.
async function arrive({ role, login, tenant = "Hart & Finch Gifts", phone = false, js = true, lang = "en", theme = "light", motion = false, expects = [] }) {
  const context = await browser.newContext({
    viewport: phone ? PHONE : DESK,
    hasTouch: phone,
    isMobile: phone,
    javaScriptEnabled: js,
    colorScheme: theme,
    reducedMotion: motion ? "no-preference" : "reduce",
    locale: lang,
    baseURL: base,
  });
  await context.addCookies([{ name: "lang", value: lang, url: base }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const said = [];
  page.on("console", (message) => {
    const text = message.text();
    const expected = expects.some((what) => text.includes(typeof what === "number" ? `status of ${what}` : what));
    if (["error", "warning"].includes(message.type()) && !expected) said.push(`${message.type()}: ${text}`);
  });
  page.on("pageerror", (error) => CHROMIUMS_OWN.test(error.message) || said.push(`uncaught: ${error.message}`));
  const one = { context, page, said, phone, js, ...verbs(page, js) };
  one.leaves = async () => {};
  if (login) await one.signsIn(login);
  if (role) {
    const { email, password } = loginOf(role, tenant);
    if (await comesBack(one, email)) await page.goto("/");
    else await one.signsIn({ email, password });
    one.leaves = async () => {
      const cookie = (await context.cookies()).find(({ name }) => name === SESSION);
      if (cookie) left(email).push(cookie);
    };
  }
  return one;
}

const SESSION = "stockroom";
const sessions = new Map();
// The sessions that earlier stories of the file left behind, by whose they are.
const left = (email) => sessions.get(email) ?? sessions.set(email, []).get(email);

// Whether somebody could go on in a session that still stands: a password is checked slowly on purpose. No two people of
// a story share one.
async function comesBack({ context, page }, email) {
  for (let cookie; (cookie = left(email).pop()); ) {
    await context.addCookies([cookie]);
    if ((await page.request.get("/api/v1/account")).ok()) return true;
  }
  return false;
}

function loginOf(role, tenant) {
  const { email } = logins.people.find((person) => person.role === role && person.tenant === tenant);
  return { email, password: logins.password };
}

function verbs(page, js) {
  return {
    async signsIn({ email, password }) {
      await page.goto("/signin");
      await page.fill("[name=email]", email);
      await page.fill("[name=password]", password);
      await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/signin")), page.press("[name=password]", "Enter")]);
    },
    // Goes to a page that is there.
    async opens(path) {
      const answer = await page.goto(path);
      assert.equal(answer.status(), 200, `${path} answered ${answer.status()}`);
      return page;
    },
    // Fills a form's fields by name and sends it with its main button.
    async sends(fields, button) {
      for (const [name, value] of Object.entries(fields)) {
        const field = page.locator(`main [name="${name}"]`).first();
        const tag = await field.evaluate((element) => `${element.tagName} ${element.type}`);
        if (tag.startsWith("SELECT")) await field.selectOption(value);
        else if (/ (checkbox|radio)$/.test(tag)) await page.locator(`main [name="${name}"][value="${value}"]`).check();
        else await field.fill(String(value));
      }
      const press = button ? page.locator("main").getByRole("button", { name: button }).first() : page.locator("main form button[type=submit]").last();
      await Promise.all([page.waitForLoadState("load"), page.waitForNavigation(), press.click()]);
    },
    async sees(text) {
      await page.locator("body").getByText(text).filter({ visible: true }).first().waitFor();
    },
    // What the interface for programs answers, asked as the person.
    async asks(path) {
      const answer = await page.request.get(`/api/v1${path}`);
      assert.equal(answer.status(), 200, `${path}: ${await answer.text()}`);
      return answer.json();
    },
    // Waits while the page says that work goes on: it follows the work, or reloads itself, until it is done.
    async finishes() {
      const done = () => document.readyState === "complete" && document.querySelector("main") && !document.querySelector("#import-progress, [data-follow]");
      await page.waitForFunction(done, undefined, { timeout: 120_000 });
    },
    // The page's islands are awake.
    async awake() {
      await page.waitForFunction(() => "awake" in document.documentElement.dataset);
    },
    // No accessibility fault that axe can find. Of a long list, whose rows are alike, a story has it look at the first
    // dozen; `whole` at every row.
    async passesAxe({ whole = false } = {}) {
      // axe is a script itself, and waits for ever where none may run. The page is the same with and without.
      assert.ok(js, "axe needs JavaScript: look at this page as somebody who has it");
      // A page has no frames of other sites, so axe may look at all of it in one go: three times as quick.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
      if (!whole) axe.exclude("tbody > tr:nth-child(n + 13)");
      const found = await axe.analyze();
      const faults = found.violations.map((fault) => `${fault.id}: ${fault.help} (${fault.nodes.map((node) => node.target.join(" ")).slice(0, 3).join("; ")})`);
      assert.deepEqual(faults, [], `axe on ${page.url()}`);
    },
    // A page as it should be: it fits, no word is missing, axe finds nothing (it looks where it can run).
    async looksRight(how) {
      const text = await page.locator("body").innerText();
      assert.ok(!text.includes("⟦"), `${page.url()} lacks a word: ${text.match(/⟦[^⟧]*⟧/)?.[0]}`);
      await this.fits();
      if (js) await this.passesAxe(how);
    },
    // Nothing sticks out sideways.
    async fits() {
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(beyond <= 0, `${page.url()} is ${beyond} px too wide`);
    },
  };
}
