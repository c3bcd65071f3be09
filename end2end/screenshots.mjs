// The README's pictures, out of the demo shop: starts a server of its own as run.mjs does.
//   node end2end/run.mjs --pictures
import { chromium } from "playwright-core";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const base = process.env.STOCKROOM_E2E_BASE;
const root = join(import.meta.dirname, "..");
const folder = join(root, "docs", "pictures");
const logins = JSON.parse(readFileSync(join(process.env.STOCKROOM_E2E_DATA, "demo-logins.json"), "utf8"));
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

async function arrives(role, viewport, theme) {
  const context = await browser.newContext({ viewport, baseURL: base, locale: "en", colorScheme: theme, isMobile: viewport.width < 500, hasTouch: viewport.width < 500, deviceScaleFactor: viewport.width < 500 ? 2 : 1 });
  await context.addCookies([{ name: "lang", value: "en", url: base }]);
  const page = await context.newPage();
  const { email } = logins.people.find((person) => person.role === role && person.tenant === "Hart & Finch Gifts");
  await page.goto("/signin");
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", logins.password);
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/signin")), page.press("[name=password]", "Enter")]);
  return page;
}

const picture = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });
const sends = (page, name) => Promise.all([page.waitForNavigation(), page.locator("main").getByRole("button", { name }).first().click()]);
const asks = async (page, path) => (await page.request.get(`/api/v1${path}`)).json();

const desk = { width: 1280, height: 800 };
const manager = await arrives("manager", desk, "light");
const clerk = await arrives("clerk", { width: 390, height: 780 }, "light");

// A day's trade, so that there is something to see.
const sku = "85123A";
const { variant } = (await asks(manager, `/scans?code=${sku}`)).of.variant;
for (const [path, quantity, then] of [["receive", "24", "Receive"], ["sell", "3", "Sell"], ["sell", "2", "Sell"], ["takeback", "1", "Take back"]]) {
  await manager.goto(`/stock/${path}?store=LEEDS`);
  await manager.fill("[name='lines[0].item']", sku);
  await manager.fill("[name='lines[0].quantity']", quantity);
  await Promise.all([manager.waitForNavigation(), manager.locator("main .action-bar, main form").last().getByRole("button", { name: then, exact: true }).click()]);
}
await manager.goto("/stock/counts/new?store=LEEDS");
await manager.fill("[name=name]", "Front shelves");
await manager.check("[name=scope][value=items]");
await manager.fill("[name=variants]", `${sku}\n22633\n21754`);
await sends(manager, "Plan the count");
const count = new URL(manager.url()).pathname.split("/").pop();

await clerk.goto(`/floor/counts/${count}`);
await clerk.locator("#code:focus").waitFor();
for (const code of ["LOC:LEEDS:FLOOR", "22633", sku, sku, sku]) {
  await clerk.keyboard.type(code);
  await clerk.keyboard.press("Enter");
  await clerk.waitForTimeout(150);
}
await clerk.locator("#badge-said", { hasText: /^Saved$/ }).waitFor();
await picture(clerk, "count-on-a-phone");

await manager.goto("/");
await picture(manager, "home");
await manager.goto("/stock");
await picture(manager, "stock");
await manager.goto(`/stock/why?variant=${variant}&store=LEEDS`);
await picture(manager, "why");
await manager.goto("/admin/imports");
await manager.setInputFiles("[type=file]", join(root, "server/admin/import/fixtures/shopify-products.csv"));
await Promise.all([manager.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}/), manager.locator("main form button[type=submit]").first().click()]);
await manager.waitForFunction(() => document.readyState === "complete" && document.querySelector("main") && !document.getElementById("import-progress"));
await picture(manager, "import-check");
await manager.goto(`/notify/labels?store=LEEDS&lines=${encodeURIComponent(`${sku} * 6\n22633 * 4\n21754 * 3`)}`);
await picture(manager, "labels");
await browser.close();
