// Other systems' files, as stories: Square's library, a till's day, any table; told again to browsers without scripts.
import assert from "node:assert/strict";
import { fixture, starts, tally, undoes, uploads } from "./lib/files.mjs";
import { story } from "./lib/people.mjs";
import { books, lines, makesItem, proves, tag } from "./lib/shop.mjs";

// What a file of this kind was asked about before, it is not asked again.
const asked = (one, what) => one.page.getByText(what).first().isVisible();

const answers = (one) => Promise.all([one.page.waitForNavigation(), one.page.locator("main").getByRole("button", { name: "Check again" }).click()]).then(() => one.finishes());

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`Square's library asks which stores its locations are${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const file = await uploads(manager, fixture("square-library.csv"));
    assert.equal(await asked(manager, "2 locations of this file are no stores here yet"), js);
    await manager.opens(`${file}/options`);
    await manager.looksRight();
    await manager.page.getByLabel("Store for High Street").selectOption("London Shop");
    await manager.page.getByLabel("Store for Market Stall").selectOption("Leave these rows out");
    await answers(manager);
    await manager.looksRight();
    await starts(manager, file);
    await manager.looksRight();
    await undoes(manager, file);
  });

  story(`a till's day is sold as far as it was booked in, and taken back${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const [mug, plate] = [await makesItem(manager, "Mug"), await makesItem(manager, "Plate")];
    await manager.opens("/stock/receive?store=LONDON");
    await manager.sends(lines([mug, "10"]));
    const day = ["InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice", `1,${mug},Mug,4,2026-11-02 09:15,5.00`, `C2,${mug},Mug,-1,2026-11-02 09:40,5.00`, `3,${plate},Plate,2,2026-11-02 10:00,7.00`, "3,POST,POSTAGE,1,2026-11-02 10:00,3.00"];
    const file = await uploads(manager, { name: `till-${tag()}.csv`, text: `${day.join("\n")}\n` });
    assert.equal(await asked(manager, "Rows of this file do not say which store they are about"), js);
    await manager.opens(`${file}/options`);
    await manager.page.getByLabel("Rows without a location are about").selectOption("London Shop");
    await answers(manager);
    await manager.sees("1 line is no stock: postage, fees, discounts.");
    await manager.sees("1 sale is of more than was booked in");
    await manager.looksRight();
    await starts(manager, file);
    assert.equal((await books(manager, mug, "LONDON")).onHand, 7, "four sold, one brought back");
    await undoes(manager, file);
    assert.equal((await books(manager, mug, "LONDON")).onHand, 10);
    if (js) await proves(manager);
  });

  story(`any table is read in its own way of writing${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const [cup, tea] = [`T-${tag()}`, `T-${tag()}`];
    const file = await uploads(manager, { name: `artikel-${tag()}.csv`, text: `Artikelnummer;Bezeichnung;Verkaufspreis;Einkaufspreis\r\n${cup};Tasse groß ${cup};1.234,90;2,10\r\n${tea};Tee =HYPERLINK("x") ${tea};3,5;\r\n` });
    await manager.looksRight();
    assert.equal((await tally(manager, file)).new, 2);
    await starts(manager, file);
    await manager.opens(`/catalog/items?q=${cup}`);
    await manager.sees("£1,234.90");
    await undoes(manager, file);
  });
}

story("a whole day of a real till is looked at in a blink", async ({ person }) => {
  const manager = await person({ role: "manager" });
  const file = await uploads(manager, fixture("uci-online-retail-3-days.csv"));
  await manager.opens(`${file}/options`);
  await manager.page.getByLabel("Rows without a location are about").selectOption("London Shop");
  await answers(manager);
  const told = await tally(manager, file);
  assert.equal(told.new + told.changed + told.unchanged + told.refused + told.not_stock, 7419, "every row is accounted for");
  await manager.looksRight();
  await Promise.all([manager.page.waitForNavigation(), manager.page.getByRole("button", { name: "Cancel import" }).click()]);
});
