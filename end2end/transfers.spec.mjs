// Goods on their way from one store to another, as stories; told again to a browser that runs no scripts.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { asksWhy, books, lines, makesItem, proves } from "./lib/shop.mjs";

// An item with 20 in the warehouse, and a transfer of so many to Leeds.
async function sends(manager, clerk, quantity) {
  const lamp = await makesItem(manager, "Lamp");
  await clerk.opens("/stock/receive?store=WAREHOUSE");
  await clerk.sends(lines([lamp, "20"]));
  await clerk.opens("/stock/transfers/new?store=WAREHOUSE");
  await clerk.looksRight();
  await clerk.sends({ ...lines([lamp, quantity]), to: "LEEDS" });
  await clerk.sees(`${quantity} sent`);
  return lamp;
}

const press = (one, name) => Promise.all([one.page.waitForNavigation(), one.page.locator("main").getByRole("button", { name }).click()]);

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`a transfer arrives in parts, and what stays away is called back${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const clerk = await person({ role: "clerk", js, phone: true, expects: [422] });
    const lamp = await sends(manager, clerk, "10");
    assert.equal((await books(clerk, lamp, "WAREHOUSE")).onHand, 10);
    assert.equal(await books(clerk, lamp, "LEEDS"), undefined, "on the way is not there");

    // In Leeds nine came out of the box, one of them broken; more than that cannot have come.
    await clerk.opens("/stock/transfers?store=LEEDS&view=open");
    await clerk.looksRight();
    await Promise.all([clerk.page.waitForNavigation(), clerk.page.locator("tbody a[href^='/stock/transfers/']").first().click()]);
    await clerk.looksRight();
    assert.equal(await clerk.page.inputValue("[name='lines[0].received']"), "10", "unless something else is typed, all of it came");
    await clerk.page.fill("[name='lines[0].received']", "11");
    await press(clerk, "Take in");
    await clerk.sees("Only 10 are on the way");
    await clerk.page.fill("[name='lines[0].received']", "8");
    await clerk.page.fill("[name='lines[0].damaged']", "1");
    await press(clerk, "Take in");
    await clerk.sees("is still on the way");
    await clerk.looksRight();
    assert.deepEqual(await books(clerk, lamp, "LEEDS"), { onHand: 9, available: 8, incoming: 1, places: { FLOOR: 8, "FLOOR damaged": 1 } });

    await press(clerk, "Cancel the transfer");
    await clerk.sees("Choose one of the options offered");
    await clerk.page.locator("[name=cancel_to][value=home]").check();
    await clerk.page.fill("[name=cancel_note]", "The van turned round");
    await press(clerk, "Cancel the transfer");
    await clerk.sees("was cancelled");
    await clerk.sees("The van turned round");
    await clerk.looksRight();
    assert.equal((await books(clerk, lamp, "WAREHOUSE")).onHand, 11, "the last one is back");
    assert.equal((await books(clerk, lamp, "LEEDS")).incoming, 0);
    assert.equal(await asksWhy(manager, lamp, "LEEDS"), 9);
    assert.equal(await asksWhy(manager, lamp, "WAREHOUSE"), 11);
  });

  story(`a transfer is undone at once, and another closed with a loss${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const lamp = await sends(manager, manager, "4");
    await press(manager, "Undo");
    await manager.sees("was cancelled");
    assert.equal((await books(manager, lamp, "WAREHOUSE")).onHand, 20);
    await manager.opens("/stock/transfers/new?store=WAREHOUSE");
    await manager.sends({ ...lines([lamp, "4"]), to: "LEEDS" });
    await manager.page.fill("[name='lines[0].received']", "3");
    await manager.page.locator("[name=close]").check();
    await press(manager, "Take in");
    await manager.sees("has arrived");
    await manager.looksRight();
    assert.deepEqual(await books(manager, lamp, "LEEDS"), { onHand: 3, available: 3, incoming: 0, places: { FLOOR: 3 } });
    assert.equal((await books(manager, lamp, "WAREHOUSE")).onHand, 16);
    if (js) await proves(manager);
  });
  story(`more comes than was sent, and it comes off the sender's shelf${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js, phone: true, expects: [422] });
    const lamp = await sends(manager, manager, "4");
    await manager.page.fill("[name='lines[0].received']", "6");
    await press(manager, "Take in");
    await manager.sees("If more came, say below where it is from");
    await manager.page.selectOption("[name=over]", "sender");
    await press(manager, "Take in");
    await manager.sees("has arrived");
    await manager.sees("2 more than sent");
    await manager.looksRight();
    assert.equal((await books(manager, lamp, "WAREHOUSE")).onHand, 14);
    assert.equal((await books(manager, lamp, "LEEDS")).onHand, 6);
    if (js) await proves(manager);
  });
}
