// Lists of imports, stores and categories: narrowed, arranged, kept as views, taken along as files. Told again to a
// browser that runs no scripts.
import assert from "node:assert/strict";
import { downloads, uploads } from "./lib/files.mjs";
import { story } from "./lib/people.mjs";
import { lets, makesItem, tag } from "./lib/shop.mjs";

const follows = (one, link) => Promise.all([one.page.waitForNavigation(), link.click()]);

// Narrows a list by one of its menus.
async function narrows(one, menu, to) {
  const box = one.page.locator("main .toolbar details", { has: one.page.locator("summary", { hasText: menu }) });
  await box.locator("summary").click();
  await follows(one, box.getByRole("link", { name: to, exact: true }));
}

// The cells of a column, by its head's key.
const column = (one, key) => one.page.locator("main table").first().evaluate((table, key) => {
  const at = [...table.querySelectorAll("thead th")].findIndex((head) => head.dataset.col === key);
  return at < 0 ? null : [...table.querySelectorAll("tbody tr")].map((row) => row.children[at].innerText.trim());
}, key);

// The list as a file, without its first mark; its lines.
async function file(one) {
  const href = await one.page.locator("main .toolbar").getByRole("link", { name: "Export" }).getAttribute("href");
  return { href, lines: (await downloads(one, href)).replace("\ufeff", "").trim().split("\r\n") };
}

// Hides or shows a column.
async function toggles(one, name) {
  const chooser = one.page.locator(".column-chooser");
  await chooser.locator("summary").click();
  const box = chooser.getByRole("checkbox", { name });
  await box.setChecked(!(await box.isChecked()));
  await follows(one, chooser.getByRole("button", { name: "Show these" }).last());
}

// Keeps what is shown under a name.
async function keeps(one, name) {
  await one.page.locator("summary", { hasText: "Save view" }).click();
  await one.page.locator(".popover [name=name]").fill(name);
  await follows(one, one.page.locator(".popover").getByRole("button", { name: "Save", exact: true }));
}

const view = (one, name) => one.page.locator(".views").getByRole("link", { name });

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`imports are narrowed by how they stand and what they hold${how}`, async ({ person }) => {
    const manager = await person({ login: await lets(await person({ role: "owner" }), `Ida ${tag()}`, "manager"), js });
    const name = `list-${tag()}.csv`;
    await uploads(manager, { name, text: `sku,name,price\n${tag()},Listed item,1.50\n` });
    await manager.opens("/admin/imports");
    await manager.looksRight();
    await narrows(manager, "State", "Ready to import");
    await narrows(manager, "Holds", "Items");
    assert.match(manager.page.url(), /\?state=ready&kind=catalog$/);
    await manager.looksRight();
    assert.ok((await column(manager, "file")).includes(name));
    assert.deepEqual([...new Set(await column(manager, "state")), ...new Set(await column(manager, "holds"))], ["Ready to import", "Items"]);
    await toggles(manager, "By");
    assert.equal(await column(manager, "by"), null);
    const { href, lines } = await file(manager);
    assert.match(href, /^\/admin\/imports\/export\.csv\?state=ready&kind=catalog/);
    assert.equal(lines[0], "File,Holds,State,Written,Set aside,When");
    assert.ok(lines.slice(1).every((line) => /,Items,Ready to import,/.test(line)), lines.join("\n"));
    await keeps(manager, "Ready");
    assert.equal(await view(manager, "Ready").getAttribute("aria-current"), "page");
    await follows(manager, manager.page.getByRole("link", { name: "Remove the filter Holds" }));
    assert.match(manager.page.url(), /\?state=ready$/);
    await narrows(manager, "State", "Undoing");
    await manager.sees("Nothing found");
    await manager.looksRight();
    await follows(manager, view(manager, "Ready"));
    assert.ok((await column(manager, "file")).includes(name));
  });

  story(`stores are found by name and by state${how}`, async ({ person }) => {
    const owner = await person({ role: "owner", js });
    const [code, mark] = [`Q${tag()}`, tag()];
    await owner.opens("/stock/stores/new");
    await owner.sends({ name: `Quäy ${mark}`, code, zone: "Europe/London", locale: "en", currency: "GBP" });
    await owner.opens("/stock/stores");
    await owner.looksRight();
    await owner.page.fill("main [name=q]", `quay ${mark}`);
    await Promise.all([owner.page.waitForNavigation(), owner.page.press("main [name=q]", "Enter")]);
    assert.deepEqual(await column(owner, "code"), [code]);
    await owner.looksRight();
    await toggles(owner, "Currency");
    const { href, lines } = await file(owner);
    assert.match(href, /^\/stock\/stores\/export\.csv\?q=quay/);
    assert.deepEqual([lines.length, lines[0]], [2, "Store,Code,Places,Time zone,Language,Status"]);
    assert.match(lines[1], new RegExp(`^Quäy ${mark},${code},\\d+,Europe/London,English,Open$`));
    await toggles(owner, "Currency");
    await narrows(owner, "Status", "Archived");
    await owner.sees("Nothing found");
    await follows(owner, owner.page.getByRole("link", { name: "Remove the filter Status" }));
    await follows(owner, owner.page.locator("main table").getByRole("link", { name: mark }));
    await owner.page.locator("main .page-head summary").click();
    await follows(owner, owner.page.locator("main .page-head").getByRole("button", { name: "Archive" }));
    await owner.opens("/stock/stores?state=archived");
    assert.ok((await column(owner, "code")).includes(code));
    await owner.opens("/stock/stores?state=open");
    assert.ok(!(await column(owner, "code")).includes(code));
    await keeps(owner, `Open ${mark}`);
    assert.equal(await view(owner, mark).getAttribute("aria-current"), "page");
    await owner.page.locator(".row.spread .menu-box summary").first().click();
    await follows(owner, owner.page.getByRole("button", { name: /Remove the view/ }));
    assert.equal(await view(owner, mark).count(), 0);
  });

  story(`a category is found by how its name begins${how}`, async ({ person }) => {
    const owner = await person({ role: "owner", js });
    const category = `Zöpfe ${tag()}`;
    await makesItem(owner, "Braid", { category });
    await owner.opens("/catalog/categories");
    await owner.looksRight();
    await owner.page.fill("main [name=q]", category.replace("Zö", "zo"));
    await Promise.all([owner.page.waitForNavigation(), owner.page.press("main [name=q]", "Enter")]);
    assert.deepEqual([await column(owner, "name"), await column(owner, "items")], [[category], ["1"]]);
    await owner.looksRight();
    await owner.opens("/catalog/categories?q=nosuchcategory");
    await owner.sees("Nothing found");
    await owner.looksRight();
  });

  story(`what a word in the movements may mean is offered, and days that are the wrong way round are told${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    await manager.opens("/stock/movements?store=LONDON&item=alarm+clock");
    await manager.sees(/items match. Choose one/);
    await manager.looksRight();
    const link = manager.page.locator("main .notice a").first();
    const name = await link.innerText();
    await Promise.all([manager.page.waitForNavigation(), link.click()]);
    assert.match(manager.page.url(), /store=LONDON&variant=/);
    await manager.sees(name);
    await manager.opens("/stock/movements?store=LONDON&from=2026-11-02&to=2026-11-01");
    await manager.sees("The first day is after the last");
  });

  story(`what is wrong with a view's name is said beside it${how}`, async ({ person }) => {
    const clerk = await person({ login: await lets(await person({ role: "owner" }), `Vic ${tag()}`, "clerk"), js, expects: [422] });
    await clerk.opens("/stock?store=LONDON&view=low");
    // A browser lets blanks pass for a name.
    await keeps(clerk, "   ");
    assert.match(clerk.page.url(), /\/admin\/lists\/stock\/views$/);
    const field = clerk.page.locator("main [name=name]");
    assert.deepEqual([await field.inputValue(), await field.getAttribute("aria-invalid")], ["   ", "true"]);
    await clerk.looksRight();
    await clerk.sends({ name: "Low in London" }, "Save");
    assert.match(clerk.page.url(), /\/stock\?store=LONDON&view=low$/);
    assert.equal(await view(clerk, "Low in London").getAttribute("aria-current"), "page");
    for (let n = 2; n <= 12; n += 1) {
      await clerk.opens(`/admin/lists/stock/views?query=${encodeURIComponent(`q=item${n}`)}`);
      await clerk.sends({ name: `View ${n}` }, "Save");
    }
    await clerk.opens("/stock?view=out");
    await keeps(clerk, "One too many");
    await clerk.sees("There is no room for another view: 12 are the most.");
    await clerk.looksRight();
    // Room is made on the spot, and what was typed is still there.
    await follows(clerk, clerk.page.getByRole("button", { name: "Remove the view View 7" }));
    assert.equal(await field.inputValue(), "One too many");
    await clerk.looksRight();
    await clerk.sends({}, "Save");
    assert.match(clerk.page.url(), /\/stock\?view=out$/);
    assert.equal(await view(clerk, "One too many").getAttribute("aria-current"), "page");
  });
}

story("the file of the stock list has every store, the page a few", async ({ person }) => {
  const owner = await person({ role: "owner" });
  for (let n = 0; n < 3; n += 1) {
    await owner.opens("/stock/stores/new");
    await owner.sends({ name: `Stall ${n}`, code: `T${tag()}`, zone: "Europe/London", locale: "en", currency: "GBP" });
  }
  const open = (await owner.asks("/stores?archived=false")).rows.map((store) => store.code);
  assert.ok(open.length > 3, "more stores than stand side by side");
  await owner.opens("/stock");
  const { lines } = await file(owner);
  for (const code of open) assert.ok(lines[0].includes(`${code} On hand`), `${code} is not in ${lines[0]}`);
  const width = lines[0].split(",").length;
  // On hand, promised, available, what each of three ways of selling has left, and how many of a kit can be made.
  assert.equal(width, 3 + 7 * open.length);
  await owner.opens("/stock?store=LONDON");
  assert.equal((await file(owner)).lines[0].split(",").length, 10);
});
