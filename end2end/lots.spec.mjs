// What expires is told apart by its lots, pieces by their numbers: taken in, sold, held back, sent home.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { downloads } from "./lib/files.mjs";
import { lines, makesItem, proves, variantOf } from "./lib/shop.mjs";

// Says how an item is told apart.
async function tracks(one, sku, tracking, life = {}) {
  const { item } = (await one.asks(`/scans?code=${sku}`)).of.variant;
  await one.opens(`/catalog/items/${item}`);
  await one.opens(`/catalog/items/${item}/tracking`);
  await one.looksRight();
  await one.sends({ tracking, ...life }, "Save");
  await one.sees("Saved");
}

// A form of one line of a tracked item: its lot is asked for once the item is known.
async function fills(one, path, sku, quantity, told, button) {
  await one.opens(path);
  await one.sends(lines([sku, quantity]), "Add a line");
  await one.sends(Object.fromEntries(Object.entries(told).map(([name, value]) => [`lines[0].${name}`, value])), button);
}

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`what expires first is sold first, and a recalled lot nowhere${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [422] });
    const milk = await makesItem(manager, "Milk");
    await tracks(manager, milk, "lot_expiry", { "life.receipt": "3" });

    // Who leaves its lot out is asked for it, and what lives too short is not taken in.
    await manager.opens("/stock/receive?store=LONDON");
    await manager.sends(lines([milk, "5"]), "Receive");
    await manager.sees("Say which lot it is");
    await manager.looksRight();
    await manager.sends({ "lines[0].lot": `${milk}-A`, "lines[0].lot.expires_on": inDays(1) }, "Receive");
    await manager.sees("asks for at least 3 days more");
    await manager.sends({ "lines[0].lot.expires_on": inDays(9) }, "Receive");
    await manager.sees("5 received");
    await fills(manager, "/stock/receive?store=LONDON", milk, "5", { lot: `${milk}-B`, "lot.expires_on": inDays(5) }, "Receive");
    await manager.sees("5 received");

    await manager.opens("/stock/sell?store=LONDON");
    await manager.sends(lines([milk, "6"]));
    await manager.sees("6 sold");
    await manager.opens(`/stock/lots?variant=${await variantOf(manager, milk)}`);
    await manager.sees(`${milk}-A`);
    await manager.looksRight();
    const [lot] = (await manager.asks(`/lots?code=${milk}-A`)).rows;
    assert.equal(lot.on_hand, "4");

    await manager.opens(`/stock/lots/${lot.lot}`);
    await manager.looksRight();
    await manager.sends({ state: "recalled", note: "Glass in it" }, "Keep it from sale");
    await manager.sees("Recalled; kept from sale: 4");
    await manager.sees("Glass in it");
    await manager.looksRight();
    await manager.opens("/stock/lots?view=recalled");
    await manager.sees(`${milk}-A`);
    const file = await downloads(manager, `/stock/lots/${lot.lot}/export.csv`);
    assert.match(String(file), new RegExp(`${milk}-A`));

    // It goes back to who delivered it.
    await fills(manager, "/stock/return?store=LONDON", milk, "4", { extra: "quarantine" }, "Return");
    await manager.sees("Returned to the supplier: 4");
    await manager.opens(`/stock/lots/${lot.lot}`);
    await manager.sees("None of it is here");
    await manager.sends({}, "Let it go");
    await manager.sees("For sale again: 0");
    await manager.opens(`/stock/movements?lot=${lot.lot}`);
    await manager.sees("Returned to supplier");
    await manager.looksRight();
    await proves(await person({ role: "owner", js }));
  });

  story(`a piece is in one place${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [422] });
    const drill = await makesItem(manager, "Drill");
    await tracks(manager, drill, "serial");
    const [one, two] = [`${drill}-1`, `${drill}-2`];
    await fills(manager, "/stock/receive?store=LONDON", drill, "2", { serials: `${one}\n${two}` }, "Receive");
    await manager.sees("2 received");
    await fills(manager, "/stock/receive?store=LEEDS", drill, "1", { serials: one }, "Receive");
    await manager.sees("is somewhere else");
    await manager.looksRight();
    await fills(manager, "/stock/sell?store=LONDON", drill, "1", { serials: one });
    await manager.sees("1 sold");
    const [piece] = (await manager.asks(`/lots?code=${one}`)).rows;
    await manager.opens(`/stock/lots/${piece.lot}`);
    await manager.sees(`Serial number ${one}`);
    await manager.looksRight();
    await manager.opens(`/stock/adjust?store=LONDON&variant=${await variantOf(manager, drill)}`);
    await manager.sends({ quantity: "-1", reason: "stolen", serials: two });
    await manager.sees("lowered by 1");
  });
}
