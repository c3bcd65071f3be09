// Stock by place: what lies on a shelf, in the shelves of an aisle, and where nothing lies. Told again to a browser that
// runs no scripts.
import assert from "node:assert/strict";
import { downloads } from "./lib/files.mjs";
import { follows, section } from "./lib/forms.mjs";
import { story } from "./lib/people.mjs";
import { fillsLines, lines, makesItem, storeOf, tag } from "./lib/shop.mjs";

// Adds a place to a store; where it is looked at.
async function adds(owner, store, code, name, kind, inside) {
  await owner.opens(`/stock/stores/${store}`);
  const parent = inside && (await owner.page.locator("[name=place_parent] option").filter({ hasText: inside }).first().getAttribute("value"));
  await owner.sends({ place_code: code, place_name: name, place_kind: kind, ...(parent ? { place_parent: parent } : {}) }, "Add a place");
  await owner.sees(`Place ${code} added`);
  const { locations } = await owner.asks(`/stores/${await storeOf(owner, store)}/locations`);
  return `/stock/stores/${store}/places/${locations.find((place) => place.code === code).id}`;
}

// A store with a zone, an aisle in it and a bin in that: once for all stories.
let built;
async function builds(owner) {
  const code = `P${tag()}`;
  await owner.opens("/stock/stores/new");
  await owner.sends({ name: `Pier ${code}`, code, zone: "Europe/London", locale: "en", currency: "GBP" });
  return { code, zone: await adds(owner, code, "N", "North", "zone"), aisle: await adds(owner, code, "N-1", "First aisle", "aisle", "North"), bin: await adds(owner, code, "N-1-A", "", "bin", "First aisle") };
}

// What a place's page says lies there of these, row by row: SKU, place, quantity.
const lies = async (one, ...skus) => (await listed(one)).filter((row) => skus.some((sku) => row.startsWith(`${sku} `)));
const listed = (one) =>
  section(one, "stock").evaluate((part) => {
    const cols = [...part.querySelectorAll("thead th")].map((head) => head.dataset.col);
    const cell = (row, col) => row.children[cols.indexOf(col)]?.innerText.trim() ?? "";
    return [...part.querySelectorAll("tbody tr")].map((row) => [cell(row, "sku"), cell(row, "place"), cell(row, "on-hand")].filter(Boolean).join(" "));
  });

// What a form has chosen for a place.
const chosen = (one, name) => one.page.locator(`main [name=${name}]`).evaluate((field) => field.selectedOptions?.[0]?.label ?? field.value);

const link = (one, name) => follows(one, one.page.locator("main").getByRole("link", { name, exact: true }).first());

for (const js of [true, false]) {
  story(`one looks at a place, and at what is in it${js ? "" : ", without JavaScript"}`, async ({ person }) => {
    const owner = await person({ role: "owner", js, expects: [404] });
    const { code, zone, aisle, bin } = (built ??= await builds(owner));
    const q = `Q${tag()}`;
    const quay = await adds(owner, code, q, "Quay", "zone");
    const [rope, hook] = [await makesItem(owner, "Rope"), await makesItem(owner, "Hook")];
    const receives = async (location, ...rows) => {
      await fillsLines(owner, `/stock/receive?store=${code}`, rows, { location });
      await owner.sees("received");
    };
    await receives("N-1-A", [rope, "12"], [hook, "3"]);
    await receives("N-1, First aisle", [hook, "40"], [rope, "5"]);

    // Nothing lies there yet: goods can be received to it at once.
    await owner.opens(quay);
    await owner.sees("Nothing lies here");
    await owner.looksRight();
    await link(owner, "Receive goods");
    assert.match(await chosen(owner, "location"), /Quay/);

    // From the store to the zone, the aisle and the bin.
    await owner.opens(`/stock/stores/${code}`);
    await link(owner, "N, North");
    assert.equal(new URL(owner.page.url()).pathname, zone);
    assert.equal(await owner.page.locator("h1").innerText(), "N, North");
    await owner.looksRight();
    // Of what lies in several of its places one row says how many those are.
    assert.deepEqual((await lies(owner, rope, hook)).sort(), [`${hook} 2 places 43`, `${rope} 2 places 17`].sort());
    await link(owner, "Only here");
    await owner.sees("Nothing lies here");
    await link(owner, "With the places inside");
    await follows(owner, section(owner, "inside").getByRole("link", { name: "N-1, First aisle" }));
    assert.equal(new URL(owner.page.url()).pathname, aisle);
    await link(owner, "Only here");
    assert.deepEqual((await lies(owner, rope, hook)).sort(), [`${hook} 40`, `${rope} 5`].sort());
    await follows(owner, section(owner, "inside").getByRole("link", { name: "N-1-A" }));
    await owner.looksRight();
    assert.deepEqual((await lies(owner, rope, hook)).sort(), [`${hook} 3`, `${rope} 12`].sort());
    assert.equal(await section(owner, "inside").count(), 0);
    const crumbs = await owner.page.locator("nav.crumbs a[href*='/places/']").allInnerTexts();
    assert.deepEqual(crumbs.map((crumb) => crumb.trim()), ["N, North", "N-1, First aisle"]);

    // Why so many, there.
    await follows(owner, section(owner, "stock").locator("tbody tr", { hasText: rope }).getByRole("link", { name: /12/ }));
    await owner.sees("Why 12?");
    await owner.looksRight();
    await owner.sees(`Rope ${rope}`);

    // What can be done here begins with this place.
    await owner.opens(bin);
    await link(owner, "Move from here");
    assert.match(await chosen(owner, "from"), /^N-1-A/);
    await owner.sends({ ...lines([rope, "2"]), to: `${q}, Quay` });
    await owner.sees("2 moved");
    await owner.opens(quay);
    assert.deepEqual(await lies(owner, rope, hook), [`${rope} 2`]);
    await link(owner, "Movements");
    await owner.sees(`Rope ${rope}`);
    assert.ok(!(await owner.page.locator("main").innerText()).includes(hook), "only what came and went here");
    await owner.opens(quay);
    await link(owner, "Count it");
    assert.ok(await owner.page.locator(`main [name=locations][value="${quay.split("/").at(-1)}"]`).isChecked(), "the place is chosen already");

    // The list as a file; of the aisle alone, too.
    await owner.opens(zone);
    const file = async (query) => (await downloads(owner, `${aisle}/export.csv${query}`)).replace("\ufeff", "").trim().split("\r\n");
    assert.equal(await section(owner, "stock").getByRole("link", { name: "Export" }).getAttribute("href"), `${zone}/export.csv`);
    const [titles, ...all] = await file("");
    const of = (lines) => lines.filter((line) => [rope, hook].some((sku) => line.startsWith(`${sku},`)));
    assert.match(titles, /^SKU,Item,Place,Status,On hand,/);
    assert.equal(of(all).length, 2);
    assert.ok(all.some((line) => line.startsWith(`${rope},Rope ${rope},2 places,Available,15,`)), all.join("\n"));
    const here = of(await file("?only=here"));
    assert.ok(here.length === 2 && here.some((line) => line.startsWith(`${hook},Hook ${hook},N-1,Available,40,`)), here.join("\n"));

    // A place is where it is: in no other store, and no place is told as such.
    for (const path of [quay.replace(code, "LONDON"), `/stock/stores/${code}/places/nothing`, quay.slice(0, -12) + "000000000000"]) {
      assert.equal((await owner.page.goto(path)).status(), 404, path);
      await owner.sees("There is nothing here");
    }
  });
}

story("who may not take lists along looks at a place on a phone all the same", async ({ person }) => {
  const clerk = await person({ role: "clerk", phone: true, expects: [403] });
  const { locations } = await clerk.asks(`/stores/${await storeOf(clerk, "LONDON")}/locations`);
  const path = `/stock/stores/LONDON/places/${locations.find((place) => place.code === "FLOOR").id}`;
  await clerk.opens(path);
  await clerk.looksRight();
  await link(clerk, "Move from here");
  await clerk.opens(path);
  for (const name of ["Export", "Count it"]) assert.equal(await clerk.page.locator("main").getByRole("link", { name, exact: true }).count(), 0, name);
  assert.equal((await clerk.page.request.get(`${path}/export.csv`)).status(), 403);
});
