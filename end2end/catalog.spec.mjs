// The catalog told as stories: a new item, its codes, its changes, its end.
import assert from "node:assert/strict";
import { base, story } from "./lib/people.mjs";

const tag = () => Math.random().toString(36).slice(2, 8).toUpperCase();

story("a buyer adds an item with variants, and finds it by what people leave out", async ({ person }) => {
  const buyer = await person({ role: "buyer" });
  const name = `Hängendes Gläschen ${tag()}`;
  await buyer.opens("/catalog/items/new");
  await buyer.passesAxe();
  await buyer.sends({ name, brand: "Ashdown", category: "Candles", price: "2.95", cost: "1.46", axis1: "Colour", values1: "Red, Blue", axis2: "Size", values2: "S, L" }, "Create item");
  await buyer.sees("is in your catalog");
  await buyer.sees("4 variants");
  await buyer.passesAxe();
  await buyer.opens(`/catalog/items?q=${encodeURIComponent(name.replace("ä", "a").replace("Gl", "gl").toLowerCase())}`);
  await buyer.sees(name);
  await buyer.page.getByRole("link", { name }).click();
  await buyer.page.getByRole("link", { name: "Blue / L" }).click();
  await buyer.sees("No stock was ever recorded");
  await buyer.passesAxe();
});

story("codes: one GTIN in three lengths, a wrong digit named, and no code twice; without JavaScript", async ({ person }) => {
  const owner = await person({ role: "owner", js: false, expects: [422] });
  const body = `4${String(Date.now()).slice(-10)}`;
  const digit = (10 - ([...body].reverse().reduce((sum, d, at) => sum + Number(d) * (at % 2 ? 1 : 3), 0) % 10)) % 10;
  const upc = body + digit;
  const name = `Coded ${tag()}`;
  await owner.opens("/catalog/items/new");
  await owner.sends({ name, barcode: `0${body}${(digit + 1) % 10}` }, "Create item");
  await owner.sees(`it should be ${digit}`);
  assert.equal(await owner.page.inputValue("[name=name]"), name, "what was typed is still there");
  await owner.sends({ barcode: `0${upc}` }, "Create item");
  await owner.sees("is in your catalog");
  const item = new URL(owner.page.url()).pathname;
  for (const code of [upc, `0${upc}`, `00${upc}`]) {
    await owner.page.goto(`/catalog/scan?code=${code}`);
    assert.equal(new URL(owner.page.url()).pathname, item, code);
  }
  await owner.opens("/catalog/items/new");
  await owner.sends({ name: `Other ${tag()}`, barcode: `00${upc}` }, "Create item");
  await owner.sees("same barcode");
  await owner.page.check("[name=anyway]");
  await owner.sends({}, "Create item");
  await owner.sees(`is under ${name}`);
  await owner.opens("/catalog/items/new");
  await owner.sends({ name: name.toLowerCase() }, "Create item");
  await owner.sees("You may have this already");
  await owner.page.check("[name=anyway]");
  await owner.sends({}, "Create item");
  await owner.sees("is in your catalog");
});

story("who was slower is told, and loses nothing that was typed", async ({ person }) => {
  const owner = await person({ role: "owner", expects: [422] });
  const manager = await person({ role: "manager" });
  const name = `Contested ${tag()}`;
  await owner.opens("/catalog/items/new");
  await owner.sends({ name }, "Create item");
  const edit = `${new URL(owner.page.url()).pathname}/edit`;
  await owner.opens(edit);
  await manager.opens(edit);
  await manager.sends({ brand: "Brook" }, "Save");
  await manager.sees("Saved.");
  await owner.sends({ brand: "Ashdown" }, "Save");
  await owner.sees("Somebody changed this while you were working on it");
  assert.equal(await owner.page.inputValue("[name=brand]"), "Ashdown");
  await owner.sends({}, "Save");
  await owner.sees("Saved.");
  await owner.opens(edit.replace("/edit", "/history"));
  await owner.sees("Brook");
  await owner.passesAxe();
});

story("an item is put away and taken out again; one with stock stays", async ({ person }) => {
  const owner = await person({ role: "owner", expects: [409] });
  const name = `Passing ${tag()}`;
  await owner.opens("/catalog/items/new");
  await owner.sends({ name }, "Create item");
  const press = async (label) => {
    await owner.page.locator("main summary[aria-label='More']").click();
    await Promise.all([owner.page.waitForNavigation(), owner.page.locator("main .popover").getByRole("button", { name: label }).click()]);
  };
  await press("Archive");
  await owner.sees("Archived.");
  await Promise.all([owner.page.waitForNavigation(), owner.page.getByRole("button", { name: "Undo" }).click()]);
  await owner.sees("Restored.");
  await owner.opens("/catalog/items");
  await owner.page.locator("tbody tr").filter({ has: owner.page.locator("td.lead:not(:empty)") }).first().getByRole("link").first().click();
  await owner.page.waitForLoadState();
  await press("Archive");
  await owner.sees("There is still stock of this");
});

story("the catalog in Arabic on a phone", async ({ person }) => {
  const owner = await person({ role: "owner", lang: "ar", phone: true, theme: "dark" });
  await owner.opens("/catalog/items");
  await owner.passesAxe();
  await owner.fits();
  await owner.page.locator("tbody a").first().click();
  await owner.page.waitForLoadState();
  await owner.passesAxe();
  await owner.fits();
  const text = await owner.page.locator("body").innerText();
  assert.ok(!text.includes("⟦"), text);
});

story("another tenant's item is nothing here, and odd addresses are pages", async ({ person }) => {
  const theirs = await person({ role: "owner", tenant: "Nordlicht Kaffee" });
  const ours = await person({ role: "owner", expects: [404, 422] });
  await theirs.opens("/catalog/items");
  const href = (await theirs.page.locator("tbody a").first().getAttribute("href")).split("?")[0];
  for (const path of [href, `${href}/edit`, `${href}/history`, `${href}/variants/new`, "/catalog/items/nothing", "/catalog/variants/%00"]) {
    const answer = await ours.page.goto(base + path);
    assert.equal(answer.status(), 404, path);
  }
  // What an address says and cannot be read is told, beside what would be right; what can be is a search like any other.
  assert.equal((await ours.page.goto(`${base}/catalog/items?q=x&cursor=zz&category=no&state=no`)).status(), 422);
  assert.match(await ours.page.locator("main").innerText(), /no/);
  await ours.opens("/catalog/items?q=%00%F0%9F%8E%81&q=x");
  await ours.opens("/catalog/scan?code=%00");
});
