// Categories: made, named anew, merged, deleted; what happens to the items in them. Told again to a browser that runs no
// scripts.
import assert from "node:assert/strict";
import { faults, follows, newest, picks, turns, typed } from "./lib/forms.mjs";
import { story } from "./lib/people.mjs";
import { makesItem, tag, variantOf } from "./lib/shop.mjs";

// Makes a category; its address.
async function makes(one, name) {
  await one.opens("/catalog/categories/new");
  await one.sends({ name }, "Create category");
  await one.sees(`The category ${name} is made.`);
  return new URL(one.page.url()).pathname;
}

const itemOf = async (one, sku) => (await one.asks(`/scans?code=${sku}`)).of.variant.item;
const heading = (one) => one.page.locator("h1").innerText();

// The names and SKUs of a category's items, by its tab.
async function items(one, category) {
  await one.opens(category);
  await turns(one, "Items");
  return one.page.locator("main").innerText();
}

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`a category is made and named anew, and no two have one name${how}`, async ({ person }) => {
    const buyer = await person({ role: "buyer", js, expects: [422] });
    const [lamps, lights, mark] = [`Lamps ${tag()}`, `Lights ${tag()}`, tag()];
    const first = await makes(buyer, lamps);
    await buyer.looksRight();
    const other = await makes(buyer, lights);
    const sku = await makesItem(buyer, "Lantern", { category: lamps });

    // Of one name whatever its case and accents: what was typed stays, and the way to the other is offered.
    await buyer.opens("/catalog/categories/new");
    await buyer.sends({ name: lamps.toUpperCase() }, "Create category");
    assert.match((await faults(buyer)).name, new RegExp(`The category ${lamps} has this name already`));
    assert.deepEqual(await typed(buyer, "name"), { name: lamps.toUpperCase() });
    await buyer.looksRight();
    await turns(buyer, "Open that category");
    assert.equal(new URL(buyer.page.url()).pathname, first);
    await turns(buyer, "Rename");
    await buyer.looksRight();
    assert.deepEqual(await typed(buyer, "name"), { name: lamps });
    await buyer.sends({ name: lights }, "Save");
    assert.match((await faults(buyer)).name, new RegExp(`The category ${lights} has this name already`));
    assert.deepEqual(await typed(buyer, "name"), { name: lights });
    assert.equal(await buyer.page.getByRole("link", { name: "Merge with it instead" }).getAttribute("href"), `${first}/merge?into=${other.split("/").at(-1)}`);
    await buyer.sends({ name: "  " }, "Save");
    assert.deepEqual(await faults(buyer), { name: "Fill this in." });
    await buyer.sends({ name: `  Lamps and shades ${mark} ` }, "Save");
    await buyer.sees("Saved.");
    assert.equal(await heading(buyer), `Lamps and shades ${mark}`);

    // Its items go by the new name, and it is found by it.
    await buyer.opens(`/catalog/items/${await itemOf(buyer, sku)}`);
    await follows(buyer, buyer.page.locator("main").getByRole("link", { name: `Lamps and shades ${mark}` }));
    await buyer.sees(`Lantern ${sku}`);
    await buyer.opens(`/catalog/categories?q=${encodeURIComponent(`lamps and shades ${mark}`)}`);
    await follows(buyer, buyer.page.locator("main tbody th a, main tbody td a").first());
    assert.equal(new URL(buyer.page.url()).pathname, first);
    await turns(buyer, "History");
    await buyer.looksRight();
    await newest(buyer, "Category renamed", lamps, `Lamps and shades ${mark}`);
    await buyer.sees("Category made");
  });

  story(`two categories become one, with all their items and what was done to them${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [404, 422] });
    const [from, into] = [`Candels ${tag()}`, `Candles ${tag()}`];
    const gone = await makes(manager, from);
    const stays = await makes(manager, into);
    const skus = [await makesItem(manager, "Tea light", { category: from }), await makesItem(manager, "Taper", { category: into })];
    await manager.opens(gone);
    await picks(manager, "Merge with another");
    assert.equal(await heading(manager), `Merge ${from} with another category`);
    await manager.sees(`All items of ${from} go to the category you choose`);
    await manager.looksRight();
    assert.ok(!(await manager.page.locator("[name=into] option").allInnerTexts()).includes(from), "nothing is merged with itself");
    await manager.sends({}, "Merge categories");
    assert.ok((await faults(manager)).into, "one has to be chosen");
    await manager.sends({ into: stays.split("/").at(-1) }, "Merge categories");
    assert.equal(new URL(manager.page.url()).pathname, stays);
    await manager.sees(new RegExp(`One item of ${from}`));
    await manager.looksRight();
    const listed = await items(manager, stays);
    for (const sku of skus) assert.ok(listed.includes(sku), `${sku} is not among ${listed}`);
    for (const path of ["", "/edit", "/merge", "/history"]) assert.equal((await manager.page.goto(gone + path)).status(), 404, path);
    await manager.looksRight();
    await manager.opens(`${stays}/history`);
    await newest(manager, "Categories merged", from);
    await manager.opens(`/catalog/items/${await itemOf(manager, skus[0])}/history`);
    await newest(manager, "Categories merged", "Category", from, into);
    // Whoever has the old name on paper: it is free again, and means a new one.
    await manager.opens(await makes(manager, from));
  });

  story(`a category that holds something is not deleted, an empty one is${how}`, async ({ person }) => {
    const owner = await person({ role: "owner", js, expects: [404, 409] });
    const name = `Passing ${tag()}`;
    const category = await makes(owner, name);
    const sku = await makesItem(owner, "Wick", { category: name });
    await owner.opens(category);
    await picks(owner, "Delete");
    await owner.sees(`${name} has one item, archived ones included.`);
    assert.equal(await heading(owner), name);
    await owner.looksRight();
    await owner.opens(`/catalog/items/${await itemOf(owner, sku)}/edit`);
    await owner.sends({ category: "" }, "Save");
    await owner.sees("Saved.");
    await owner.opens(category);
    await picks(owner, "Delete");
    assert.equal(new URL(owner.page.url()).pathname, "/catalog/categories");
    await owner.sees(`The category ${name} is deleted.`);
    await owner.looksRight();
    assert.equal((await owner.page.goto(category)).status(), 404);
    assert.ok(await variantOf(owner, sku), "the item stays");

    // Who may not change the catalog sees what is in a category, and no way to change it.
    const other = await makes(owner, `Standing ${tag()}`);
    const clerk = await person({ role: "clerk", js, phone: true, expects: [403] });
    await clerk.opens(other);
    await clerk.looksRight();
    assert.equal(await clerk.page.locator("main").getByRole("link", { name: "Rename" }).count(), 0);
    assert.equal(await clerk.page.locator("main summary[aria-label='More']").count(), 0);
    for (const path of ["/edit", "/merge"]) assert.equal((await clerk.page.goto(other + path)).status(), 403, path);
  });
}

story("of two who name a category anew, the slower is told and loses nothing", async ({ person }) => {
  const owner = await person({ role: "owner", expects: [422] });
  const buyer = await person({ role: "buyer" });
  const [name, mark] = [`Contested ${tag()}`, tag()];
  const category = await makes(owner, name);
  await owner.opens(`${category}/edit`);
  await buyer.opens(`${category}/edit`);
  await buyer.sends({ name: `Bowls ${mark}` }, "Save");
  await buyer.sees("Saved.");
  await owner.sends({ name: `Dishes ${mark}` }, "Save");
  await owner.sees("Somebody changed this while you were working on it");
  assert.deepEqual(await typed(owner, "name"), { name: `Dishes ${mark}` });
  await owner.looksRight();
  await owner.sends({}, "Save");
  await owner.sees("Saved.");
  assert.equal(await heading(owner), `Dishes ${mark}`);
});
