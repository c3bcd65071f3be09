// The desk's islands: the palette, the keys, and work that is followed. Each also without JavaScript, where it has to do.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";

const meant = (page) => page.evaluate(() => document.getElementById(document.getElementById("palette-q").getAttribute("aria-activedescendant") ?? "")?.innerText.trim());

story("the palette goes anywhere by keyboard, and gives the focus back", async ({ person }) => {
  const maya = await person({ role: "owner", motion: true });
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
  const maya = await person({ role: "owner", motion: true });
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
    await page.setInputFiles("[name=file]", file(100_000));
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
    await maya.sees(/100,000/);
  });
}

for (const js of [true, false]) {
  story(`rows are picked and taken on ${js ? "with the island" : "without JavaScript"}`, async ({ person }) => {
    const maya = await person({ role: "owner", js });
    const page = await maya.opens("/stock?store=LONDON");
    const boxes = page.locator("tbody .pick input");
    const bar = page.getByRole("region", { name: "Selected" });
    await assert.rejects(bar.waitFor({ state: "visible", timeout: 200 }), "the bar is there before anything is picked");
    if (js) {
      await maya.awake();
      await boxes.nth(1).click();
      await boxes.nth(4).click({ modifiers: ["Shift"] });
      assert.equal(await page.locator("tbody .pick input:checked").count(), 4);
      assert.equal(await page.locator("#live-polite").textContent(), "Selected 4");
      await maya.passesAxe();
      await page.getByRole("checkbox", { name: "Select all" }).check();
      assert.equal(await page.locator("tbody .pick input:checked").count(), await boxes.count());
      await page.getByRole("button", { name: "Clear the selection" }).click();
      assert.equal(await page.locator("tbody .pick input:checked").count(), 0);
    }
    await boxes.nth(0).check();
    await boxes.nth(2).check();
    await bar.waitFor({ state: "visible" });
    await Promise.all([page.waitForURL(/\/notify\/labels\?.*variant=.*variant=/), page.getByRole("button", { name: "Print labels" }).click()]);
    assert.equal(await page.locator("[name=variant]").count(), 2);
    await maya.opens("/stock?store=LONDON");
    await page.locator("tbody .pick input").nth(0).check();
    await Promise.all([page.waitForURL(/\/stock\/counts\/new\?/), page.getByRole("button", { name: "Plan a count" }).click()]);
    assert.match(await page.locator("[name=variants]").inputValue(), /^\S+$/);
    await maya.opens("/stock?store=LONDON");
    await page.locator("tbody .pick input").nth(0).check();
    await page.locator("tbody .pick input").nth(1).check();
    await Promise.all([page.waitForURL(/\/stock\/move\?/), page.locator(".bulkbar").getByRole("button", { name: "Move" }).click()]);
    assert.ok((await page.locator("[name='lines[1].variant']").inputValue()).length > 30, "both items are in the form");
  });
}

story("columns are chosen, moved, remembered, and saved as a view, without JavaScript", async ({ person }) => {
  const maya = await person({ role: "owner", js: false });
  const page = await maya.opens("/catalog/items");
  const heads = async () => (await page.locator("thead th[data-col]").evaluateAll((all) => all.map((one) => one.dataset.col))).join();
  const chooser = page.locator(".column-chooser");
  await page.locator(".column-chooser summary").click();
  await Promise.all([page.waitForNavigation(), chooser.getByRole("button", { name: "As usual" }).click()]);
  assert.equal(await heads(), "sku,name,category,price,available,state");
  await page.locator(".column-chooser summary").click();
  await chooser.getByRole("checkbox", { name: "Category" }).uncheck();
  await chooser.getByRole("checkbox", { name: "Brand" }).check();
  await Promise.all([page.waitForNavigation(), chooser.getByRole("button", { name: "Move Brand forward" }).click()]);
  assert.equal(await page.locator(".column-chooser[open]").count(), 1, "the chooser stays open for the next step");
  assert.equal(await heads(), "sku,name,price,available,brand,state");
  await Promise.all([page.waitForNavigation(), chooser.getByRole("button", { name: "Move Brand forward" }).click()]);
  assert.equal(await heads(), "sku,name,price,brand,available,state");
  // Remembered by the server, for this person.
  await maya.opens("/catalog/items?state=active");
  assert.equal(await heads(), "sku,name,price,brand,available,state");
  await page.locator("summary", { hasText: "Save view" }).click();
  await page.fill("[name=name]", "For sale, by brand");
  await Promise.all([page.waitForNavigation(), page.locator(".popover").getByRole("button", { name: "Save", exact: true }).click()]);
  const tab = page.locator(".views").getByRole("link", { name: "For sale, by brand" });
  assert.equal(await tab.getAttribute("aria-current"), "page");
  await maya.opens("/catalog/items");
  await page.locator(".column-chooser summary").click();
  await Promise.all([page.waitForNavigation(), chooser.getByRole("button", { name: "As usual" }).click()]);
  assert.equal(await heads(), "sku,name,category,price,available,state");
  // The view has columns of its own, whatever the list has.
  await Promise.all([page.waitForNavigation(), tab.click()]);
  assert.match(page.url(), /state=active/);
  assert.equal(await heads(), "sku,name,price,brand,available,state");
  // Nobody else has it.
  const lena = await person({ role: "manager" });
  await lena.opens("/catalog/items");
  assert.equal(await lena.page.locator(".views").getByRole("link", { name: "For sale" }).count(), 0);
  await page.locator(".row.spread .menu-box summary").first().click();
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: /Remove the view/ }).click()]);
  assert.equal(await tab.count(), 0);
});

// What a page shows in one column has a column for each thing in its file.
const HEADS = {
  "/catalog/items?state=active": /Lowest price,Highest price/,
  "/stock/movements?store=LONDON": /SKU,Item,Lot,What happened,Number,From,To,/,
  "/stock/counts": /Places finished,Places,Planned,Who$/,
};

story("a list goes out as a file, as it is filtered, and only for who may", async ({ person }) => {
  const maya = await person({ role: "owner" });
  await maya.opens("/stock");
  for (const path of ["/stock?store=LONDON&view=low", "/catalog/items?state=active", "/stock/movements?store=LONDON", "/stock/counts", "/stock/transfers", "/admin/people"]) {
    const page = await maya.opens(path);
    await maya.passesAxe();
    const href = await page.getByRole("link", { name: "Export" }).getAttribute("href");
    const answer = await page.request.get(href);
    assert.equal(answer.status(), 200, href);
    assert.match(answer.headers()["content-type"], /text\/csv/);
    const lines = (await answer.text()).trim().split("\r\n");
    assert.ok(lines.length > 1 || /counts|transfers/.test(path), `${href}: ${lines[0]}`);
    if (HEADS[path]) assert.match(lines[0], HEADS[path]);
    if (path.startsWith("/stock?")) assert.ok(lines.slice(1).every((line) => /,Low$/.test(line)), lines.join("\n"));
  }
  const sam = await person({ role: "clerk", expects: [403] });
  const page = await sam.opens("/stock");
  assert.equal(await page.getByRole("link", { name: "Export" }).count(), 0);
  assert.equal((await page.request.get("/stock/export.csv")).status(), 403);
});
