// What people do in a shop, in the trade's words: the steps that several stories share.
import assert from "node:assert/strict";

export const tag = () => Math.random().toString(36).slice(2, 8).toUpperCase();

// Makes an item of its own for a story; its SKU.
export async function makesItem(one, name, more = {}) {
  const sku = `S-${tag()}`;
  await one.opens("/catalog/items/new");
  await one.sends({ name: `${name} ${sku}`, sku, cost: "2.00", price: "5.00", ...more }, "Create item");
  await one.sees("is in your catalog");
  return sku;
}

// The variant that a code means.
export const variantOf = async (one, code) => (await one.asks(`/scans?code=${encodeURIComponent(code)}`)).of.variant.variant;

export const storeOf = async (one, code) => (await one.asks(`/stores?code=${code}`)).rows[0].id;

// What the books say of an item in a store: on hand, available, incoming; nothing where it is not known.
export async function books(one, sku, code) {
  const store = await storeOf(one, code);
  const stock = await one.asks(`/stock/${await variantOf(one, sku)}`);
  const here = stock.stores.find((row) => row.store === store);
  const places = stock.places.filter((place) => place.store === store && Number(place.on_hand) !== 0);
  return here && { onHand: Number(here.on_hand), available: Number(here.available), incoming: Number(here.incoming), places: Object.fromEntries(places.map((place) => [place.status === "available" ? place.code : `${place.code} ${place.status}`, Number(place.on_hand)])) };
}

// Lets somebody in; how they sign in, which is shown this once.
export async function lets(one, name, role) {
  const email = `${tag().toLowerCase()}@hart-finch.example`;
  await one.opens("/admin/people/new");
  await one.sends({ name, email, role });
  const password = await one.page.locator("main .strong").last().innerText();
  return { email, password: password.trim() };
}

// What lines of a form are called.
export const lines = (...rows) => Object.assign({}, ...rows.map(([item, quantity, extra], at) => ({ [`lines[${at}].item`]: item, [`lines[${at}].quantity`]: quantity, ...(extra === undefined ? {} : { [`lines[${at}].extra`]: extra }) })));

// Fills a form of lines: each line but the first is asked for with its button.
export async function fillsLines(one, path, rows, more = {}) {
  await one.opens(path);
  for (let at = 1; at < rows.length; at += 1) {
    await one.sends(lines(...rows.slice(0, at)), "Add a line");
  }
  await one.sends({ ...lines(...rows), ...more });
}

// Presses the button in the notice of what was just done.
export async function takesBack(one) {
  await Promise.all([one.page.waitForNavigation(), one.page.getByRole("button", { name: "Undo", exact: true }).first().click()]);
}

// A number as an English page writes it.
const amount = (text) => Number(text.replaceAll(",", "").replace("\u2212", "-"));

// "Why 47?": the lines of the sum end in the number, and that is what the books say.
export async function asksWhy(one, sku, code) {
  await one.opens(`/stock/why?variant=${await variantOf(one, sku)}&store=${code}`);
  const parts = (await one.page.locator("#why .sum tr:not(.total) td").allInnerTexts()).map(amount);
  const answer = amount(await one.page.locator("#why .sum .answer td").innerText());
  assert.equal(parts.reduce((sum, part) => sum + part, 0), answer, `the story of ${sku} sums up: ${parts}`);
  assert.equal(answer, (await books(one, sku, code)).onHand, "and says what the books say");
  await one.sees(`Why ${answer.toLocaleString("en")}?`);
  return answer;
}

// Has the books proved, and reads that they are clean.
export async function proves(one) {
  const before = (await one.asks("/proofs")).page.rows.at(0)?.proof;
  await one.opens("/admin/verify");
  await Promise.all([one.page.waitForNavigation(), one.page.locator("main form[action='/admin/verify'] button").click()]);
  for (const until = Date.now() + 60_000; ; ) {
    const [last] = (await one.asks("/proofs")).page.rows;
    if (last && last.proof !== before) {
      assert.ok(last.clean, `the books are wrong in ${last.wrong} places`);
      break;
    }
    assert.ok(Date.now() < until, "no proof came");
    await new Promise((done) => setTimeout(done, 300));
  }
  await one.opens("/admin/verify");
  await one.sees("The books are right");
}
