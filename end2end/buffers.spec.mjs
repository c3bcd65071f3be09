// What is kept back from a way of selling: who sells that way is told so, the counter is not held up, and why is told.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { books, fillsLines, makesItem, variantOf } from "./lib/shop.mjs";

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`what is kept back is not promised online${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [422] });
    const mug = await makesItem(manager, "Mug");
    const variant = await variantOf(manager, mug);
    await fillsLines(manager, "/stock/receive?store=LONDON", [[mug, "10"]]);
    await manager.sees("10 received");

    await manager.opens("/stock/buffers?store=LONDON");
    await manager.looksRight();
    await manager.sends({ keeps: "online", item: mug, quantity: "4", percent: "400" }, "Keep it back");
    await manager.sees("Type a percentage from 0 to 100");
    await manager.looksRight();
    await manager.sends({ percent: "" }, "Keep it back");
    await manager.sees("It is kept back from now on.");
    await manager.looksRight();
    await manager.opens(`/stock?store=LONDON&q=${mug}`);
    await manager.sees("Online");
    await manager.looksRight();

    // Online there are six; over the counter there are ten.
    await fillsLines(manager, "/stock/reservations/new?store=LONDON", [[mug, "7"]], { channel: "online" });
    await manager.sees("6 of 7 are free for this way of selling; 4 are kept back here.");
    await manager.looksRight();
    await manager.sends({ "lines[0].quantity": "6" }, "Reserve");
    await manager.sees("6 reserved");
    await manager.opens(`/stock/why?variant=${variant}&store=LONDON&of=available&channel=online`);
    for (const word of ["Kept back: Online", "Promised", "By way of selling"]) await manager.sees(word);
    await manager.looksRight();
    await fillsLines(manager, "/stock/sell?store=LONDON", [[mug, "4"]]);
    assert.equal((await books(manager, mug, "LONDON")).onHand, 6);

    await manager.opens(`/stock/buffers?variant=${variant}`);
    await manager.page.getByRole("button", { name: /^No longer keep back/ }).first().click();
    await manager.sees("The rule is gone.");
    await manager.opens("/stock/buffers/history");
    await manager.sees("No longer kept back");
    await manager.looksRight();
  });
}
