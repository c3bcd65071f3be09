// What stood where on a day of the past: as it was known then, and as it is known now that a delivery turned up late.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { fillsLines, makesItem } from "./lib/shop.mjs";

const day = (ago) => new Date(Date.now() - ago * 24 * 3600 * 1000).toISOString().slice(0, 10);

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`a day of the past has two answers${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const mug = await makesItem(manager, "Mug");
    await fillsLines(manager, "/stock/receive?store=LONDON", [[mug, "5"]], { occurred_at: `${day(40)}T12:00` });
    await manager.sees("5 received");

    const accountant = await person({ role: "accountant", js, expects: [400, 422] });
    await accountant.opens(`/stock/as-of?store=LONDON&day=${day(30)}&q=${mug}`);
    await accountant.looksRight();
    const figures = async () => (await accountant.page.locator("tbody tr").first().innerText()).split(/\s+/).slice(-4).join(" ");
    assert.equal(await figures(), "5 0 5 0");
    await accountant.page.getByRole("link", { name: "As known then" }).click();
    await accountant.sees("As the books said it then");
    assert.doesNotMatch(await accountant.page.locator("tbody tr").first().innerText(), /5 0 5/);
    await accountant.looksRight();
    // A day before it happened nobody had any.
    await accountant.opens(`/stock/as-of?store=LONDON&day=${day(50)}&q=${mug}`);
    assert.equal(await figures(), "0 0 5 +5");
    // A day that is none is told beside what would be right.
    await accountant.page.goto("/stock/as-of?day=31-02-2026");
    await accountant.looksRight();
  });
}
