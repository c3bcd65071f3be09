// The main job, told from a retailer's file to a counted shelf.
import assert from "node:assert/strict";
import { join } from "node:path";
import { root, story } from "./lib/people.mjs";

const file = (name) => join(root, "server/admin/import/fixtures", name);

// Brings a file in as far as its check.
async function uploads(one, name) {
  await one.opens("/admin/imports");
  await one.page.setInputFiles("[type=file]", file(name));
  await Promise.all([one.page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}/), one.page.locator("main form button[type=submit]").first().click()]);
  await one.finishes();
  return new URL(one.page.url()).pathname;
}

async function starts(one, path) {
  const form = one.page.locator(`form[action="${path}/start"]`);
  await Promise.all([one.page.waitForNavigation(), form.locator("button").last().click()]);
  await one.finishes();
}

async function undoes(one, path) {
  await one.opens(`${path}/undo`);
  await Promise.all([one.page.waitForNavigation(), one.page.locator(`form[action="${path}/undo"] button`).last().click()]);
  await one.finishes();
}

async function proves(one) {
  await one.opens("/admin/verify");
  await Promise.all([one.page.waitForNavigation(), one.page.locator("main form[action='/admin/verify'] button").click()]);
  await one.page.waitForFunction(() => !document.body.innerText.includes("⟦"));
}

story("a retailer brings in Shopify's two files, sees what would change, and takes it all back", async ({ person }) => {
  const manager = await person({ role: "manager" });
  const main = manager.page.locator("main");
  const products = await uploads(manager, "shopify-products.csv");
  assert.match(await main.innerText(), /32 rows are set aside/);
  await manager.passesAxe();
  await manager.fits();
  await starts(manager, products);
  const inventory = await uploads(manager, "shopify-inventory.csv");
  await manager.passesAxe();
  await starts(manager, inventory);
  await manager.opens("/stock?q=white+hanging+heart&store=LEEDS");
  assert.ok((await main.locator("tbody tr").count()) > 0, "the shelf is full");
  await proves(manager);
  await undoes(manager, inventory);
  await undoes(manager, products);
  await proves(manager);
});
