// Reviewing a count: lines picked and decided together, and what was scanned that is no part of it. Told again to browsers
// that run no scripts.
import assert from "node:assert/strict";
import { comes, decides, finishes, handsIn, hasCounted, isSaved, plans, scans } from "./lib/count.mjs";
import { story } from "./lib/people.mjs";
import { books, fillsLines, makesItem, tag } from "./lib/shop.mjs";

const row = (one, sku) => one.page.locator("main tbody tr", { hasText: sku });
// What stands decided of a line.
const decided = async (one, sku) => (await row(one, sku).locator("label:has(:checked)").allInnerTexts()).join();

// Ticks lines and presses a button of the bar that then is there.
async function together(one, skus, act) {
  for (const sku of skus) await row(one, sku).locator(".pick input").check();
  const bar = one.page.getByRole("region", { name: "Selected" });
  await bar.waitFor({ state: "visible" });
  await Promise.all([one.page.waitForNavigation(), bar.getByRole("button", { name: act, exact: true }).click()]);
}

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`lines of a count are decided together, and a stray one by itself${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, expects: [422] });
    const clerk = await person({ role: "clerk", phone: true, js });
    const skus = [];
    for (const name of ["Cup", "Bowl", "Dish", "Tray"]) skus.push(await makesItem(manager, name));
    const [cup, bowl, dish, tray] = skus;
    await fillsLines(manager, "/stock/receive?store=LONDON", skus.map((sku) => [sku, "9"]));
    const name = `Crockery ${tag()}`;
    // The tray is not part of the plan.
    const count = await plans(manager, name, [cup, bowl, dish], { limit: "50" });

    await comes(clerk, name);
    await scans(clerk, "LOC:LONDON:FLOOR");
    for (const [sku, times] of [[cup, 2], [bowl, 3], [dish, 4]]) {
      await scans(clerk, sku, times);
      await hasCounted(clerk, times);
    }
    assert.equal(await clerk.page.getByText("Not part of this count").filter({ visible: true }).count(), 0);
    await scans(clerk, tray, 1);
    await clerk.sees("Not part of this count");
    await clerk.sees("The scan is kept for the reviewer; go on with the next one.");
    await clerk.looksRight();
    if (js) await isSaved(clerk);
    // Loaded again the phone still says so.
    await clerk.page.reload();
    await clerk.sees(/Not part of this count/);
    await finishes(clerk);
    await handsIn(clerk, count);

    const page = await manager.opens(`${count}/review`);
    await manager.looksRight();
    assert.match(await row(manager, tray).innerText(), /Not in this plan/);
    for (const sku of [cup, bowl, dish]) assert.doesNotMatch(await row(manager, sku).innerText(), /Not in this plan/);
    await assert.rejects(page.getByRole("region", { name: "Selected" }).waitFor({ state: "visible", timeout: 200 }), "the bar is there before anything is picked");
    await together(manager, [cup, bowl], "Accept");
    await manager.sees("Decided: 2 accepted, 0 to recount, 0 set aside.");
    assert.deepEqual([await decided(manager, cup), await decided(manager, bowl), await decided(manager, dish)], ["Accept", "Accept", ""]);
    await together(manager, [bowl, dish], "Set aside");
    await manager.sees("Decided: 0 accepted, 0 to recount, 2 set aside.");
    assert.deepEqual([await decided(manager, cup), await decided(manager, bowl), await decided(manager, dish)], ["Accept", "Set aside", "Set aside"]);

    // What is no part of the plan is not accepted among others: somebody looks at it.
    await together(manager, [bowl, tray], "Accept");
    await manager.sees("This is not in the plan of the count. Look at it, then accept it by itself.");
    await manager.looksRight();
    const shown = await decided(manager, bowl);
    await manager.opens(`${count}/review`);
    assert.deepEqual([await decided(manager, bowl), await decided(manager, tray)], ["Accept", ""], "the other one is");
    await decides(manager, tray, "Accept");
    await manager.sends({}, "Save decisions");
    await manager.sees("1 accepted");
    await manager.sends({}, /^Post 3 adjustments/);
    await manager.sees("3 lines were put right");
    const now = await Promise.all(skus.map(async (sku) => (await books(manager, sku, "LONDON")).onHand));
    assert.deepEqual(now, [2, 3, 9, 1], "set aside: as it was");
    // Otherwise saving once more would take the decision back.
    assert.equal(shown, "Accept", "a decision that was taken is shown");
  });
}

story("all lines are picked at once, and what was chosen for one of them goes along", async ({ person }) => {
  const manager = await person({ role: "manager" });
  const clerk = await person({ role: "clerk", phone: true });
  const skus = [await makesItem(manager, "Fork"), await makesItem(manager, "Knife"), await makesItem(manager, "Spoon")];
  await fillsLines(manager, "/stock/receive?store=LEEDS", skus.map((sku) => [sku, "9"]));
  const name = `Cutlery ${tag()}`;
  const count = await plans(manager, name, skus, { store: "LEEDS", limit: "50" });
  await comes(clerk, name);
  for (const sku of skus.slice(0, 2)) {
    await scans(clerk, sku, 1);
    await hasCounted(clerk, 1);
  }
  await isSaved(clerk);
  await finishes(clerk, { [`Spoon ${skus[2]}`]: "Leave" });
  await handsIn(clerk, count);
  const page = await manager.opens(`${count}/review`);
  await manager.awake();
  await page.getByRole("checkbox", { name: "Select all" }).check();
  assert.equal(await page.locator("tbody .pick input:checked").count(), 2, "of the lines that differ");
  await row(manager, skus[1]).locator(".pick input").uncheck();
  await manager.passesAxe();
  await decides(manager, skus[1], "Recount");
  await Promise.all([page.waitForNavigation(), page.getByRole("region", { name: "Selected" }).getByRole("button", { name: "Accept", exact: true }).click()]);
  await manager.sees("Decided: 1 accepted, 1 to recount, 0 set aside.");
  assert.match(await row(manager, skus[1]).innerText(), /Waits for a recount/);
  assert.equal(await decided(manager, skus[0]), "Accept");
});
