// The main job, told as three people do it: from a retailer's files to a counted shelf, a printed label, clean books, and
// back again. Told once more to browsers that run no scripts.
// It comes first by its name, because it counts on the demo as it was loaded.
import assert from "node:assert/strict";
import { comes, decides, enters, finishes, handsIn, hasCounted, isSaved, plans, scans } from "./lib/count.mjs";
import { downloads, fixture, starts, tally, undoes, uploads } from "./lib/files.mjs";
import { story } from "./lib/people.mjs";
import { asksWhy, books, lets, proves, tag, variantOf } from "./lib/shop.mjs";

// Out of the files, with what Leeds has of each: a thing whose rows are right, and one that is refused at first. What was
// counted once stays, so each telling has things of its own.
const TELLINGS = [
  { js: true, frame: ["82482", "Wooden Picture Frame", 52], blocks: ["21755", "Love Building Block", 94] },
  { js: false, frame: ["21931", "Jumbo Storage Bag Suki", 77], blocks: ["22544", "Mini Jigsaw Spaceboy", 70] },
];

// What somebody does with a file of refused rows in a spreadsheet: the right digits and prices; the reasons stay in it.
const mended = (text) =>
  text
    .split("\r\n")
    .map((row) => {
      const [, wrong, right] = row.match(/The last digit of (\d+) does not fit the others; it should be (\d)/) ?? [];
      return (wrong ? row.replace(wrong, wrong.slice(0, -1) + right) : row).replace(",free,", ",1.95,");
    })
    .join("\r\n");

for (const { js, frame, blocks } of TELLINGS) {
  const [FRAME, frameName, frames] = frame;
  const [BLOCKS, blocksName, sets] = blocks;
  story(`from Shopify's two files to a counted shelf and a printed label, and back${js ? "" : ", without JavaScript"}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const clerk = await person({ role: "clerk", phone: true, js });
    const second = await person({ login: await lets(await person({ role: "owner", js }), "Noor Haddad", "clerk"), phone: true, js });

    // The items are looked at before anything changes, the bad rows mended in a file of their own.
    const products = await uploads(manager, fixture("shopify-products.csv"));
    await manager.sees("32 rows are set aside");
    await manager.looksRight();
    await starts(manager, products);
    await manager.looksRight();
    const aside = await downloads(manager, `${products}/aside.csv`);
    assert.match(aside.split("\r\n")[0], /^\uFEFF?Handle,.*,Status,Error$/, "the same file, and a column of what is wrong");
    const again = await uploads(manager, { name: "shopify-products-mended.csv", text: mended(aside) });
    assert.equal((await tally(manager, again)).refused, 0, "all of it is mended");
    await starts(manager, again);

    // The stock: what is not known stays so, what is out of date is told.
    const inventory = await uploads(manager, fixture("shopify-inventory.csv"));
    await manager.sees("It is not known, which is not 0");
    await manager.sees("out of date: stock has moved");
    await manager.looksRight();
    await starts(manager, inventory);
    await manager.opens(`/stock?store=LEEDS&q=${frameName.toLowerCase().replaceAll(" ", "+")}`);
    await manager.looksRight();
    assert.deepEqual([(await books(manager, FRAME, "LEEDS")).onHand, (await books(manager, BLOCKS, "LEEDS")).onHand], [frames, sets]);
    const twice = await uploads(manager, fixture("shopify-inventory.csv"));
    await manager.sees("The same file was brought in before");
    const { new: fresh, changed } = await tally(manager, twice);
    assert.deepEqual([fresh, changed], [0, 0], "the same file again changes nothing");
    await proves(manager);

    // A shelf of it is counted: the one by the clerk alone, the other by two, because so many seem to be missing.
    const name = `Leeds ${tag()}`;
    const count = await plans(manager, name, [FRAME, BLOCKS], { store: "LEEDS", limit: "5" });
    await comes(clerk, name);
    await scans(clerk, "LOC:LEEDS:FLOOR");
    await enters(clerk, FRAME, frames - 2);
    await enters(clerk, BLOCKS, 40);
    if (js) await isSaved(clerk);
    await finishes(clerk);
    await handsIn(clerk, count);
    await manager.opens(`${count}/review`);
    await decides(manager, blocksName, "Recount");
    await manager.sends({}, "Save decisions");
    await comes(second, name);
    await enters(second, BLOCKS, sets - 1);
    await hasCounted(second, sets - 1);
    if (js) await isSaved(second);
    await manager.opens(`${count}/review`);
    await decides(manager, frameName, "Accept");
    await decides(manager, blocksName, "Accept");
    await manager.sends({}, "Save decisions");
    await manager.looksRight();
    await manager.sends({}, /^Post 2 adjustments/);
    await manager.sees("2 lines were put right");

    // The number on the item's page opens what it is made of.
    await manager.opens(`/catalog/variants/${await variantOf(manager, FRAME)}`);
    await manager.looksRight();
    await Promise.all([manager.page.waitForNavigation(), manager.page.locator("main a[href*='/stock/why'][href*='LEEDS']").first().click()]);
    await manager.sees(`Why ${frames - 2}?`);
    assert.deepEqual([await asksWhy(manager, FRAME, "LEEDS"), await asksWhy(manager, BLOCKS, "LEEDS")], [frames - 2, sets - 1]);
    await manager.sees("Counted");

    // Labels for both; the file for the system of before, with the counted numbers in it.
    await clerk.opens("/notify/labels?store=LEEDS");
    await clerk.page.fill("[name=lines]", `${FRAME} * 3\n${BLOCKS}`);
    await Promise.all([clerk.page.waitForNavigation(), clerk.page.getByRole("button", { name: "Show preview" }).last().click()]);
    await clerk.looksRight();
    const [printed] = await Promise.all([
      clerk.context.waitForEvent("response", (response) => response.request().method() === "POST"),
      clerk.page.getByRole("button", { name: "Print 4 labels" }).click(),
    ]);
    assert.equal(printed.headers()["content-type"], "application/pdf");
    const out = await downloads(manager, "/admin/export/shopify-inventory.csv?store=LEEDS");
    assert.match(out, new RegExp(`,${FRAME},[^\\n]*,${frames - 2},`), "the counted number goes out");
    await proves(manager);

    // Back again: what was counted since stays, and is told.
    await undoes(manager, inventory);
    await manager.sees(/not as (it was|they were) before/);
    await manager.sees("It was counted since: what was counted stays.");
    await manager.looksRight();
    assert.deepEqual([(await books(manager, FRAME, "LEEDS")).onHand, (await books(manager, BLOCKS, "LEEDS")).onHand], [frames - 2, sets - 1]);
    assert.equal((await books(manager, "22771", "LEEDS")).onHand, 0, "what nobody touched is gone");
    await undoes(manager, again);
    await undoes(manager, products);
    await manager.looksRight();
    await proves(manager);
  });
}
