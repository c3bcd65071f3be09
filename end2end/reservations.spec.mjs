// What is promised is nobody else's: reserved, short, undercut, let go and shipped, by hand.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { books, fillsLines, makesItem, variantOf } from "./lib/shop.mjs";

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`what is reserved is kept until it is shipped or let go${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [422] });
    const mug = await makesItem(manager, "Mug");
    await fillsLines(manager, "/stock/receive?store=LONDON", [[mug, "5"]]);
    await manager.sees("5 received");

    await fillsLines(manager, "/stock/reservations/new?store=LONDON", [[mug, "4"]], { reference: "WEB-1" });
    await manager.sees("4 reserved");
    await manager.looksRight();
    const first = manager.page.url();
    const code = (await manager.page.getByRole("heading", { level: 1 }).innerText()).split(" ").pop();

    // The till may sell what is left, and who reserves more is told who holds it.
    await fillsLines(manager, "/stock/sell?store=LONDON", [[mug, "2"]]);
    await manager.sees("1");
    assert.equal((await books(manager, mug, "LONDON")).onHand, 5);
    await fillsLines(manager, "/stock/reservations/new?store=LONDON", [[mug, "2"]], { minutes: "15" });
    await manager.sees(`1 of 2 are free here. ${code} holds 4.`);
    await manager.looksRight();
    await manager.sends({ "lines[0].quantity": "1" }, "Reserve");
    await manager.sees("1 reserved");
    await manager.sends({}, "Keep 15 more minutes");
    await manager.sees("Kept for another 15 minutes");
    await manager.sends({}, "Make it an order");
    await manager.sees("It stands now");
    const second = manager.page.url();

    // Two are broken: that refuses nothing, and is told as short.
    await manager.opens(`/stock/adjust?store=LONDON&variant=${await variantOf(manager, mug)}`);
    await manager.sends({ quantity: "3", mode: "to", reason: "damaged" });
    await manager.sees("lowered by 2");
    await manager.opens("/stock/shortages?store=LONDON");
    await manager.sees(mug);
    await manager.looksRight();

    await manager.opens(first);
    await manager.sends({}, "Ship all of it");
    await manager.sees("only 3 here");
    await manager.opens(second);
    await manager.sends({}, "Let it go");
    await manager.sees("it is free again");
    await manager.opens(first);
    await manager.looksRight();
    await fillsLines(manager, "/stock/receive?store=LONDON", [[mug, "1"]]);
    await manager.opens(first);
    await manager.sends({}, "Ship all of it");
    await manager.sees("Shipped.");
    assert.equal((await books(manager, mug, "LONDON")).onHand, 0);
    await manager.opens("/stock/reservations?state=shipped");
    await manager.sees(code);
    await manager.looksRight();
  });
}
