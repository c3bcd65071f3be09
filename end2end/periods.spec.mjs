// An accountant closes the books of a month; who books something late is told, loses nothing, and may when they are open
// again.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { books, fillsLines, makesItem, tag } from "./lib/shop.mjs";

const late = "2020-01-15T12:00";

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`nothing is booked on a closed day until it is open again${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [422] });
    const accountant = await person({ role: "accountant", js, expects: [422] });
    // A store of its own: other stories book late too.
    const store = `P-${tag()}`;
    await manager.opens("/stock/stores/new");
    await manager.sends({ name: `Shop ${store}`, code: store, zone: "Europe/London", locale: "en", currency: "GBP" });
    const mug = await makesItem(manager, "Mug");
    await fillsLines(manager, `/stock/receive?store=${store}`, [[mug, "5"]], { occurred_at: late });
    await manager.sees("5 received");

    await accountant.opens("/stock/periods");
    await accountant.looksRight();
    const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 10);
    await accountant.sends({ close_store: store, close_through: tomorrow }, "Close books");
    await accountant.sees("The last that can be closed is");
    assert.equal(await accountant.page.locator("[name=close_through]").inputValue(), tomorrow);
    await accountant.looksRight();
    await accountant.sends({ close_store: store, close_through: "2020-01-31" }, "Close books");
    await accountant.sees("one store");
    assert.match(await accountant.page.getByRole("row", { name: `Shop ${store}` }).innerText(), /31 Jan 2020/);

    await fillsLines(manager, `/stock/sell?store=${store}`, [[mug, "2"]], { occurred_at: late });
    await manager.sees(`The books of ${store} are closed through`);
    assert.equal(await manager.page.locator("[name='lines[0].quantity']").inputValue(), "2");
    await manager.looksRight();
    assert.equal((await books(manager, mug, store)).onHand, 5);

    await accountant.opens("/stock/periods");
    await accountant.sends({ reopen_store: store, reopen_reason: "A till was offline" }, "Reopen books");
    await accountant.sees("Everything is open again");
    await manager.sends({}, "Sell");
    await manager.sees("2 sold");
    await accountant.opens(`/stock/stores/${store}/history`);
    await accountant.sees("A till was offline");
    await accountant.looksRight();
  });
}

story("who may not close books sees how far they are closed, and no form", async ({ person }) => {
  const clerk = await person({ role: "clerk", phone: true });
  await clerk.opens("/stock/periods");
  await clerk.looksRight();
  assert.equal(await clerk.page.locator("form[action^='/stock/periods/']").count(), 0);
});
