// The desk's islands: the palette, the keys, and work that is followed. Each also without JavaScript, where it has to do.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";

const meant = (page) => page.evaluate(() => document.getElementById(document.getElementById("palette-q").getAttribute("aria-activedescendant") ?? "")?.innerText.trim());

story("the palette goes anywhere by keyboard, and gives the focus back", async ({ person }) => {
  const maya = await person({ role: "owner" });
  const page = await maya.opens("/stock?store=LONDON");
  await maya.awake();
  await page.locator(".topbar a.searchbox").focus();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search and commands" });
  assert.ok(await field.evaluate((one) => one === document.activeElement));
  await maya.passesAxe();
  await page.keyboard.type("recei");
  assert.match(await meant(page), /Receive goods/);
  await page.keyboard.press("Escape");
  assert.ok(await page.locator(".topbar a.searchbox").evaluate((one) => one === document.activeElement), "the focus did not come back");
  // An item, as one types; accents and case do not matter for what is here.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("HAND WARM");
  await page.locator("#palette-items [role=option]").first().waitFor();
  assert.match(await meant(page), /Hand Warmer/);
  await maya.passesAxe();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await Promise.all([page.waitForURL(/\/catalog\/(items|variants)\//), page.keyboard.press("Enter")]);
  assert.match(page.url(), /store=LONDON/);
  // What nobody knows leads to the search of all items.
  await maya.awake();
  await page.keyboard.press("/");
  await page.keyboard.type("zzzz");
  await Promise.all([page.waitForURL(/\/catalog\/items\?store=LONDON&q=zzzz/), page.keyboard.press("Enter")]);
});

story("single keys work, are listed, and can be switched off", async ({ person }) => {
  const maya = await person({ role: "owner" });
  const page = await maya.opens("/catalog/items");
  await maya.awake();
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.name), "q");
  await page.keyboard.type("/?");
  assert.equal(await page.locator("[data-search-key]").inputValue(), "/?", "keys do nothing while one types");
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await maya.passesAxe();
  await page.getByLabel(/Single keys/).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  assert.ok(await page.evaluate(() => document.activeElement.name !== "q" && !document.querySelector("dialog[open]")));
  await page.keyboard.press("Control+k");
  await page.locator("dialog[open]").waitFor();
});

story("a clerk is offered only what a clerk may do", async ({ person }) => {
  const sam = await person({ role: "clerk" });
  const page = await sam.opens("/stock");
  await sam.awake();
  await page.keyboard.press("Control+k");
  const labels = await page.locator("#palette-list [role=option]:visible").allInnerTexts();
  assert.ok(labels.some((label) => /Receive goods/.test(label)), labels.join());
  assert.ok(!labels.some((label) => /Adjust stock|New item|Imports|People/.test(label)), labels.join());
});

story("without JavaScript the keys are listed and the search is a link", async ({ person }) => {
  const maya = await person({ role: "owner", js: false });
  const page = await maya.opens("/stock?store=LONDON");
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await Promise.all([page.waitForURL(/\/catalog\/items\?store=LONDON/), page.locator(".topbar a.searchbox").click()]);
});

// As many rows as take a while to check.
const many = (rows) => `sku,name,price\n${Array.from({ length: rows }, (_, n) => `P-${n},Progress item ${n},1.50`).join("\n")}\n`;
const file = (rows) => ({ name: "progress.csv", mimeType: "text/csv", buffer: Buffer.from(many(rows)) });

for (const js of [true, false]) {
  story(`an import is followed to its end ${js ? "without loading the page again" : "without JavaScript"}`, async ({ person }) => {
    const maya = await person({ role: "owner", js });
    const page = await maya.opens("/admin/imports");
    await page.setInputFiles("[name=file]", file(30_000));
    await Promise.all([page.waitForURL(/\/admin\/imports\/[0-9a-f-]+$/), page.getByRole("button", { name: "Upload" }).first().click()]);
    const busy = await page.locator("[data-follow]").count();
    assert.equal(busy, 1, "the check was over before one could see it: more rows are needed");
    if (js) {
      await page.evaluate(() => (globalThis.here = true));
      const bars = new Set();
      while ((await page.locator("[data-follow]").count()) > 0 && bars.size < 2) {
        const bar = await page.evaluate(() => globalThis.here && document.querySelector("[data-follow] .words > span")?.innerText).catch(() => null);
        if (bar) bars.add(bar);
        await page.waitForTimeout(150);
      }
      assert.ok(bars.size >= 2, `the bar did not move on the page: ${[...bars].join(", ")}`);
    }
    await maya.finishes();
    if (js) await maya.passesAxe();
    await maya.sees(/30,000/);
  });
}
