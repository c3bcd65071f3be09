// A day at the shelf, as stories: what comes in, is sold, comes back, is put right, moved and undone; and why a number is
// what it is. Each is told again to a browser that runs no scripts.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { asksWhy, books, fillsLines, lines, makesItem, takesBack, variantOf } from "./lib/shop.mjs";

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`goods come in, are sold, come back, are put right and moved${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const clerk = await person({ role: "clerk", phone: true, js });
    const [mug, plate] = [await makesItem(manager, "Mug"), await makesItem(manager, "Plate")];
    assert.equal(await books(manager, mug, "LONDON"), undefined, "not known is not nought");

    await clerk.opens("/stock/receive?store=LONDON");
    await clerk.looksRight();
    await fillsLines(clerk, "/stock/receive?store=LONDON", [[mug, "20"], [plate, "6"]], { reference: "DN-7" });
    await clerk.sees("26 received");
    assert.deepEqual((await books(clerk, mug, "LONDON")).places, { FLOOR: 20 });

    await clerk.opens("/stock/sell?store=LONDON");
    await clerk.looksRight();
    await fillsLines(clerk, "/stock/sell?store=LONDON", [[mug, "3", "5.00"], [plate, "1"]]);
    await clerk.sees("4 sold");
    await clerk.opens("/stock/takeback?store=LONDON");
    await clerk.looksRight();
    await clerk.sends(lines([mug, "1", "damaged"]));
    await clerk.sees("1 taken back");
    assert.deepEqual((await books(clerk, mug, "LONDON")).places, { FLOOR: 17, "FLOOR damaged": 1 });
    assert.equal((await books(clerk, mug, "LONDON")).available, 17, "what is damaged is not for sale");

    await clerk.opens("/stock/move?store=LONDON");
    await clerk.looksRight();
    await clerk.sends({ ...lines([mug, "5"]), from: "FLOOR, London Shop", to: "F1-01" });
    await clerk.sees("5 moved");
    assert.deepEqual((await books(clerk, mug, "LONDON")).places, { FLOOR: 12, "F1-01": 5, "FLOOR damaged": 1 });

    await manager.opens(`/stock/adjust?store=LONDON&variant=${await variantOf(manager, mug)}`);
    await manager.looksRight();
    await manager.sends({ place: "F1-01 · Available: 5 on hand", quantity: "4", mode: "to", reason: "stolen", note: "the hook is empty" });
    await manager.sees("lowered by 1");
    await manager.opens("/stock/status?store=LONDON");
    await manager.looksRight();
    await manager.sends({ ...lines([mug, "2"]), location: "F1-01", from: "available", to: "quarantine" });
    await manager.sees("Status of 2 changed");
    assert.deepEqual((await books(manager, mug, "LONDON")).places, { FLOOR: 12, "F1-01": 2, "FLOOR damaged": 1, "F1-01 quarantine": 2 });

    assert.equal(await asksWhy(manager, mug, "LONDON"), 17);
    await manager.looksRight();
    await manager.page.getByRole("link", { name: "Show the movements" }).click();
    await manager.page.waitForLoadState();
    assert.equal(await manager.page.locator("tbody a[href^='/stock/postings/']").count(), 6);
    await manager.looksRight();
  });

  story(`what was wrong is undone, from the notice and from the posting${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const mug = await makesItem(manager, "Mug");
    const plate = await makesItem(manager, "Plate");
    await manager.opens("/stock/opening?store=LEEDS");
    await manager.looksRight();
    await fillsLines(manager, "/stock/opening?store=LEEDS", [[mug, "9"], [plate, "4"]]);
    await manager.sees("13 entered");
    await manager.opens("/stock/sell?store=LEEDS");
    await manager.sends(lines([mug, "9"]));
    await manager.sees("9 sold");
    await takesBack(manager);
    await manager.looksRight();
    assert.equal((await books(manager, mug, "LEEDS")).onHand, 9);

    await manager.opens(`/stock/movements?store=LEEDS&variant=${await variantOf(manager, plate)}`);
    await manager.page.locator("tbody a[href^='/stock/postings/']").first().click();
    await manager.page.waitForLoadState();
    await manager.looksRight();
    await manager.page.locator("[name=line]").last().check();
    await manager.sends({ note: "a box of the neighbour's" });
    await manager.sees("One line undone");
    assert.equal((await books(manager, plate, "LEEDS")).onHand, 0);
    assert.equal((await books(manager, mug, "LEEDS")).onHand, 9, "the other line stands");
    assert.equal(await asksWhy(manager, mug, "LEEDS"), 9);
  });

  story(`more than there is cannot be sold, and what was typed stays${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [422] });
    const mug = await makesItem(manager, "Mug");
    await manager.opens("/stock/sell?store=LONDON");
    await manager.sends({ ...lines([mug, "2"]), reference: "R-1" });
    await manager.sees("There are only 0 here");
    await manager.looksRight();
    assert.equal(await manager.page.inputValue("[name='lines[0].item']"), mug);
    assert.equal(await manager.page.inputValue("[name=reference]"), "R-1");
    for (const quantity of ["1e400", "-1", "0", "NaN", "1.5", "🎁"]) {
      await manager.sends(lines([mug, quantity]));
      assert.equal(await manager.page.locator("[name='lines[0].quantity']").getAttribute("aria-invalid"), "true", quantity);
      assert.equal(await manager.page.inputValue("[name='lines[0].quantity']"), quantity);
    }
    await manager.sends(lines(["no such thing", "1"]));
    await manager.sees("We know no item by this code or name");
    assert.equal(await books(manager, mug, "LONDON"), undefined, "nothing was booked");
  });
}
