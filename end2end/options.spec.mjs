// What an item's variants differ in, and what else is said of it: options, attributes, and the warning that it may be there
// already. Told again to a browser that runs no scripts.
import assert from "node:assert/strict";
import { faults, follows, newest, picks, section, turns, typed } from "./lib/forms.mjs";
import { story } from "./lib/people.mjs";
import { books, fillsLines, makesItem, tag, variantOf } from "./lib/shop.mjs";

const itemOf = async (one, sku) => `/catalog/items/${(await one.asks(`/scans?code=${sku}`)).of.variant.item}`;

// The variants of an item, as its page lists them.
const variants = (one) => section(one, "variants").locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.innerText.replaceAll(/\s+/g, " ").trim()));

// The attributes of an item, as its page tells them.
const attributes = (one) => section(one, "attributes").locator("dl").evaluateAll((lists) => lists.flatMap((list) => [...list.querySelectorAll("dt")].map((name) => `${name.innerText.trim()}: ${name.nextElementSibling.innerText.trim()}`)));

const says = async (one, button) => follows(one, one.page.locator("main").getByRole("button", { name: button, exact: true }).last());

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`what came in one kind gets options, and its stock and codes stay${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [422] });
    const sku = await makesItem(manager, "Shirt");
    const item = await itemOf(manager, sku);
    await fillsLines(manager, "/stock/receive?store=LONDON", [[sku, "7"]]);
    const small = await variantOf(manager, sku);
    await manager.opens(item);
    await picks(manager, "Add options");
    await manager.looksRight();
    // An option needs to say what the one there is is.
    await manager.sends({}, "Save");
    assert.deepEqual(Object.keys(await faults(manager)), ["axis1"]);
    await manager.sends({ axis1: "Size" }, "Save");
    assert.deepEqual(Object.keys(await faults(manager)), ["value1"]);
    await manager.sends({ value1: "S", axis2: "size", value2: "red" }, "Save");
    assert.deepEqual(await faults(manager), { axis2: "This option is named twice." });
    assert.deepEqual(await typed(manager, "axis1", "value1", "axis2", "value2"), { axis1: "Size", value1: "S", axis2: "size", value2: "red" });
    await manager.sends({ axis2: "Colour" }, "Save");
    await manager.sees("Saved.");
    await manager.sees("S / red");
    assert.equal(await variantOf(manager, sku), small, "its code means the same variant");
    assert.equal((await books(manager, sku, "LONDON")).onHand, 7);

    // A further variant is of the same options.
    await picks(manager, "New variant");
    await manager.page.getByLabel("Size").fill("L");
    await manager.sends({ sku: `${sku}-L` });
    assert.deepEqual(Object.keys(await faults(manager)), ["option2"]);
    assert.deepEqual(await typed(manager, "option1", "sku"), { option1: "L", sku: `${sku}-L` });
    await manager.sends({ option2: "red" });
    await manager.opens(item);
    assert.equal((await variants(manager)).length, 2);
    await manager.looksRight();

    // Named anew; one that goes must leave the variants distinct.
    await picks(manager, "Change options");
    assert.deepEqual(await typed(manager, "axis1", "axis2"), { axis1: "Size", axis2: "Colour" });
    await manager.page.locator("[name=drop1]").check();
    await manager.sends({ axis2: "Shade" }, "Save");
    const told = await faults(manager);
    assert.deepEqual(Object.keys(told), ["drop1"]);
    assert.match(told.drop1, new RegExp(`${sku}.*would be the same then`));
    assert.deepEqual(await typed(manager, "axis2"), { axis2: "Shade" });
    assert.ok(await manager.page.locator("[name=drop1]").isChecked());
    await manager.looksRight();
    await manager.page.locator("[name=drop1]").uncheck();
    await manager.page.locator("[name=drop2]").check();
    await manager.sends({ axis1: "Fits" }, "Save");
    await manager.sees("Saved.");
    const now = await variants(manager);
    for (const option of ["S", "L"]) assert.ok(now.some((row) => new RegExp(`(^| )${option}( |$)`).test(row)), `${option} is not in ${now}`);
    assert.ok(!now.join().includes("red"), now.join());
    assert.equal((await books(manager, sku, "LONDON")).onHand, 7);
    await turns(manager, "History");
    await manager.looksRight();
    await manager.sees("Variant added");
    const acts = (await manager.page.locator("main .feed").innerText()).replaceAll(/\s+/g, " ");
    for (const part of ["Options changed", "Size, Colour", "Fits", "S / red"]) assert.ok(acts.includes(part), `${part} is not in ${acts}`);
  });

  story(`what is said of an item is added, changed and taken away${how}`, async ({ person }) => {
    const buyer = await person({ role: "buyer", js, expects: [422] });
    const sku = await makesItem(buyer, "Towel");
    const item = await itemOf(buyer, sku);
    const fibre = `Linen${tag()}`;
    await buyer.opens(item);
    assert.equal(await section(buyer, "attributes").count(), 0);
    await turns(buyer, "Edit");
    await buyer.looksRight();
    await buyer.page.fill("[name='attributes[0].name']", "Material");
    await buyer.page.fill("[name='attributes[0].value']", "Cotton");
    await says(buyer, "Add an attribute");
    if (js) await buyer.page.locator("[name='attributes[1].name']:focus").waitFor();
    // Of one name twice, whatever its case: told at the second, and nothing is lost.
    await buyer.page.fill("[name='attributes[1].name']", "material");
    await buyer.page.fill("[name='attributes[1].value']", "Wool");
    await says(buyer, "Save");
    assert.deepEqual(await faults(buyer), { "attributes[1].name": "This name is there already." });
    assert.deepEqual(await typed(buyer, "attributes[0].value", "attributes[1].name", "attributes[1].value"), { "attributes[0].value": "Cotton", "attributes[1].name": "material", "attributes[1].value": "Wool" });
    await buyer.looksRight();
    await buyer.page.fill("[name='attributes[1].name']", "Care");
    await buyer.page.fill("[name='attributes[1].value']", "");
    await says(buyer, "Save");
    assert.deepEqual(await faults(buyer), { "attributes[1].value": "Fill this in." });
    await buyer.page.fill("[name='attributes[1].value']", "Wash at 60");
    await says(buyer, "Save");
    await buyer.sees("Saved.");
    assert.deepEqual(await attributes(buyer), ["Material: Cotton", "Care: Wash at 60"]);
    await turns(buyer, "History");
    await newest(buyer, "Item changed", "Attribute", "Material: Cotton", "Care: Wash at 60");

    await buyer.opens(`${item}/edit`);
    await buyer.page.fill("[name='attributes[0].value']", fibre);
    await says(buyer, "Remove attribute 2");
    assert.equal(await buyer.page.locator("[name='attributes[1].name']").count(), 0);
    assert.deepEqual(await typed(buyer, "attributes[0].value"), { "attributes[0].value": fibre }, "what was typed in the others stays");
    await says(buyer, "Save");
    await buyer.sees("Saved.");
    assert.deepEqual(await attributes(buyer), [`Material: ${fibre}`]);
    await turns(buyer, "History");
    await newest(buyer, "Material: Cotton", `Material: ${fibre}`, "Care: Wash at 60");
    // It is found by what is said of it.
    await buyer.opens(`/catalog/items?q=${fibre.toLowerCase()}`);
    await buyer.sees(`Towel ${sku}`);
    await buyer.opens(`${item}/edit`);
    await says(buyer, "Remove attribute 1");
    await says(buyer, "Save");
    assert.equal(await section(buyer, "attributes").count(), 0);
  });

  story(`what may be there already is shown before it is there twice${how}`, async ({ person }) => {
    const buyer = await person({ role: "buyer", js, expects: [422] });
    const mark = tag();
    const name = `Green Jug ${mark}`;
    const creates = async (fields) => {
      await buyer.opens("/catalog/items/new");
      await buyer.sends(fields, "Create item");
    };
    await creates({ name, brand: "Ashdown" });
    const first = new URL(buyer.page.url()).pathname;
    // The same words in another order, whatever their case; of another brand it is another.
    const again = { name: `jug ${mark.toLowerCase()} GREEN`, brand: "" };
    await creates(again);
    await buyer.sees("You may have this already");
    await buyer.looksRight();
    assert.deepEqual(await typed(buyer, "name"), { name: again.name });
    assert.equal(new URL(await buyer.page.locator("main .notice a").first().evaluate((link) => link.href)).pathname, first);
    assert.match(await buyer.page.locator("main .notice").innerText(), /Ashdown/);
    await creates({ ...again, brand: "Brook" });
    await buyer.sees("is in your catalog");
    await creates({ name: `Blue Jug ${mark}` });
    await buyer.sees("is in your catalog");
    const blue = new URL(buyer.page.url()).pathname;
    // An item that is named anew is asked the same, but not of itself.
    await buyer.opens(`${blue}/edit`);
    await buyer.page.fill("[name=brand]", "Ashdown");
    await says(buyer, "Save");
    await buyer.sees("Saved.");
    await buyer.opens(`${blue}/edit`);
    await buyer.page.fill("[name=name]", name);
    await says(buyer, "Save");
    await buyer.sees("You may have this already");
    assert.deepEqual(await typed(buyer, "name", "brand"), { name, brand: "Ashdown" });
    await buyer.looksRight();
    await buyer.page.locator("[name=anyway]").check();
    await says(buyer, "Save");
    await buyer.sees("Saved.");
    assert.equal(await buyer.page.locator("h1").innerText(), name);
  });
}
