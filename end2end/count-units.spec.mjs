// Counting in cases: a case's code counts its pieces and says so, a unit is chosen beside the quantity, and the reviewer is told
// what was typed.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { comes, handsIn, hasCounted, finishes, isSaved, plans, scans } from "./lib/count.mjs";
import { makesItem, tag, variantOf } from "./lib/shop.mjs";

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`cases are counted as pieces, by their code and by hand${how}`, async ({ person }) => {
    const owner = await person({ role: "owner", js });
    const manager = await person({ role: "manager", js });
    const clerk = await person({ role: "clerk", phone: true, js, expects: [422, "net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED"] });
    const mug = await makesItem(owner, "Mug");
    const variant = await variantOf(owner, mug);
    const box = `CASE-${tag()}`;
    await owner.opens(`/catalog/variants/${variant}/barcodes`);
    await owner.sends({ code: box, unit: "case", pack: "12" }, "Add barcode");
    await owner.opens(`/catalog/variants/${variant}/units`);
    await owner.sends({ unit: "tray", num: "6", den: "1" }, "Add or change a unit");

    const name = `Cases ${tag()}`;
    const count = await plans(manager, name, [mug]);
    await comes(clerk, name);
    await scans(clerk, "LOC:LONDON:FLOOR");
    await scans(clerk, box);
    await hasCounted(clerk, 12);
    await clerk.sees(js ? "1 × Case of 12 = 12 Piece" : "1 case of 12 = 12 pieces");
    await clerk.looksRight();
    if (js) {
      // The card offers the item's units; pieces are what is meant unless one is chosen.
      const choice = clerk.page.locator("#card-unit-choice");
      await clerk.page.waitForFunction(() => document.querySelectorAll("#card-unit-choice option").length === 3);
      assert.equal(await choice.inputValue(), "");
      await choice.selectOption("tray");
      await clerk.page.locator("#counted:focus").waitFor();
      await clerk.page.keyboard.type("5", { delay: 120 });
      await clerk.page.keyboard.press("Enter");
      await hasCounted(clerk, 30);
      await clerk.sees("5 × tray of 6 = 30 Piece");
      assert.equal(await choice.inputValue(), "", "the next quantity is pieces again");
      await clerk.looksRight();
      // Without a network the phone knows what a case holds.
      await clerk.context.setOffline(true);
      await scans(clerk, box);
      await hasCounted(clerk, 42);
      await clerk.context.setOffline(false);
      await isSaved(clerk);
      await hasCounted(clerk, 42);
    } else {
      await clerk.sends({ code: mug, quantity: "3", unit: "tray" }, /^Count$/);
      await clerk.sees("3 tray of 6 = 18 pieces");
      await hasCounted(clerk, 30);
      await clerk.sends({ code: mug, quantity: "1", unit: "furlong" }, /^Count$/);
      await clerk.sees("This item has no unit furlong");
      assert.equal(await clerk.page.locator("[name=unit]").inputValue(), "furlong", "what was typed stays");
      // By its name in one's language; the code of a case is five pieces where pieces are said.
      await clerk.sends({ code: box, quantity: "12", unit: "Piece" }, /^Count$/);
      await hasCounted(clerk, 42);
    }
    await finishes(clerk, {});
    await handsIn(clerk, count);
    await manager.opens(`${count}/review`);
    await manager.sees(js ? /1 case = 12/ : /3 tray = 18/);
    await manager.looksRight();
  });
}
