// What stock is worth: what came first leaves first, a cost that came later, another value with a reason, and who may see it.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { fillsLines, makesItem, proves, storeOf, takesBack, variantOf } from "./lib/shop.mjs";

// Why a variant is worth what it is worth, once everything of it is valued.
async function layers(one, variant, store) {
  for (const until = Date.now() + 30_000; ; ) {
    const told = await one.asks(`/valuation/${variant}?store=${store}`);
    if (told.watermark.waiting === 0) return told;
    assert.ok(Date.now() < until, "what moved was never valued");
    await new Promise((done) => setTimeout(done, 200));
  }
}

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`what stock is worth is told, and why${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [422] });
    const store = await storeOf(manager, "LONDON");
    const mug = await makesItem(manager, "Mug");
    const variant = await variantOf(manager, mug);
    const worth = async () => Number((await layers(manager, variant, store)).pools[0].value);

    await fillsLines(manager, "/stock/receive?store=LONDON", [[mug, "4", "2.00"]]);
    await manager.sees("4 received");
    await fillsLines(manager, "/stock/receive?store=LONDON", [[mug, "4", "3.00"]]);
    await manager.sees("4 received");
    await fillsLines(manager, "/stock/sell?store=LONDON", [[mug, "5"]]);
    assert.equal(await worth(), 9, "what came first left first");

    // In the list, and from there to why.
    await manager.opens(`/stock/value?store=LONDON&q=${mug}`);
    await manager.sees("Valued through");
    await manager.sees(/9\.00/);
    await manager.looksRight();
    await manager.opens(`/stock/value/items/${variant}?store=LONDON`);
    await manager.sees("What is left of what came in");
    await manager.looksRight();

    // Freight for the second receipt: three of its four are still here.
    const [layer] = (await layers(manager, variant, store)).pools[0].layers;
    await manager.opens(`/stock/postings/${layer.posting}/cost`);
    await manager.looksRight();
    await manager.sends({}, "Add cost");
    await manager.sees("Fill this in.");
    await manager.looksRight();
    await manager.sends({ kind: "landed", amount: "4.00", by: "value", reference: "FREIGHT-1" }, "Add cost");
    await manager.sees(/4\.00 added: .*3\.00 to what is in stock, .*1\.00 to what has left/);
    assert.equal(await worth(), 12);

    // Another value needs a reason.
    await manager.opens(`/stock/value/items/${variant}?store=LONDON`);
    await manager.sends({ unit_cost: "5.00" }, "Revalue");
    await manager.sees("Fill this in.");
    await manager.sends({ unit_cost: "5.00", reason: "A rare glaze" }, "Revalue");
    await manager.sees(/Revalued: .*3\.00/);
    assert.equal(await worth(), 15);

    // Undo is offered where it was done, and once.
    await takesBack(manager);
    await manager.sees(/Taken back: .*3\.00/);
    assert.equal(await worth(), 12);
    await manager.looksRight();
    await manager.opens(`/stock/value/changes?item=${variant}`);
    await manager.sees("Takes back a change");
    await manager.looksRight();
    // The freight too, from its receipt, with a reason; a second time it is refused.
    await manager.opens(`/stock/postings/${layer.posting}`);
    await Promise.all([manager.page.waitForNavigation(), manager.page.getByRole("link", { name: "Changes of value" }).click()]);
    const freight = await manager.page.locator("main tbody a").first().getAttribute("href");
    await manager.opens(freight);
    await manager.looksRight();
    await manager.sends({ note: "Another supplier's bill" }, "Undo");
    await manager.sees(/Taken back: .*4\.00/);
    await manager.sees("Another supplier's bill");
    assert.equal(await worth(), 9);
    const told = await manager.asks(`/cost-changes/${freight.split("/").at(-1)}`);
    assert.ok(told.undone_by, "it is told as taken back");
    await manager.opens(freight);
    assert.equal(await manager.page.getByRole("button", { name: "Undo" }).count(), 0, "and cannot be taken back twice");

    // The file says what the page says.
    const file = await manager.page.request.get(`/stock/value/export.csv?store=LONDON&q=${mug}`);
    assert.equal(file.status(), 200);
    const rows = (await file.text()).replace("\ufeff", "").trim().split("\r\n");
    assert.equal(rows.length, 2, "a heading and the mug");
    assert.ok(rows[1].startsWith(mug), rows[1]);

    // From a line of a posting to why it is worth that, and to all of what changed it.
    await manager.opens(`/stock/postings/${layer.posting}`);
    await manager.page.getByRole("link", { name: "What it is worth" }).first().click();
    await manager.sees("What is left of what came in");
    const pool = (await layers(manager, variant, store)).pools[0];
    await manager.opens(`/stock/value/items/${variant}/pool?store=LONDON&scope=${pool.scope}`);
    await manager.sees("What is left of what came in");
    await manager.looksRight();
    await manager.opens(`/stock/value/items/${variant}/pool?store=LONDON&scope=${pool.scope}&view=entries`);
    await manager.sees("Revalued");
    await manager.looksRight();
  });

  story(`the cost of a period reconciles${how}`, async ({ person }) => {
    const accountant = await person({ role: "accountant", js, expects: [422] });
    const today = new Date().toISOString().slice(0, 10);
    const told = await accountant.asks(`/valuation/account?from=2026-01-01&to=${today}`);
    const pennies = (value) => Math.round(Number(value) * 100);
    const sum = told.lines.reduce((all, line) => all + pennies(line.value), pennies(told.opening));
    assert.equal(sum, pennies(told.closing), "opening and all lines are the closing");

    await accountant.opens(`/stock/value/account?from=2026-01-01&to=${today}`);
    for (const word of ["Opening", "Closing", "Cost of sales"]) await accountant.sees(word);
    await accountant.looksRight();
    const file = await accountant.page.request.get(`/stock/value/account/export.csv?from=2026-01-01&to=${today}`);
    assert.equal(file.status(), 200);
    const [head, ...lines] = (await file.text()).replace("\ufeff", "").trim().split("\r\n");
    assert.ok(head.startsWith("From,To,Store,"), head);
    assert.equal(lines.length, told.lines.length + 2, "the opening, every line, the closing");
    await accountant.opens("/stock/value/totals");
    await accountant.looksRight();
    const totals = await accountant.page.request.get("/stock/value/totals/export.csv");
    assert.match(await totals.text(), /All stock/);
    const answer = await accountant.page.goto(`/stock/value/account?from=${today}&to=2026-01-01`);
    assert.equal(answer.status(), 422, "days the wrong way round");
    await accountant.sees("The last day comes before the first");

    // Stock has moved: how it is valued stays, and since when is told.
    await accountant.opens("/stock/value/costing");
    await accountant.sees("In use since");
    assert.equal(await accountant.page.locator("main form[action='/stock/value/costing']").count(), 0);
    await accountant.looksRight();
  });
}

story("what stock is worth is for those who may see values", async ({ person }) => {
  const clerk = await person({ role: "clerk", expects: [403] });
  for (const path of ["/stock/value", "/stock/value/export.csv", "/stock/value/totals", "/stock/value/account", "/stock/value/account/export.csv", "/stock/value/costing"]) {
    assert.equal((await clerk.page.request.get(path)).status(), 403, path);
  }
  await proves(await person({ role: "owner" }));
});
