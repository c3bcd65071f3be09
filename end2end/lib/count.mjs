// Counting, step by step: planned at the desk, counted with a phone, looked through and posted at the desk.
import assert from "node:assert/strict";

// Plans a count of some items; the path of its page. `limit`: the difference that is counted again by somebody else.
export async function plans(manager, name, skus, { store = "LONDON", limit = "2" } = {}) {
  await manager.opens(`/stock/counts/new?store=${store}`);
  await manager.looksRight();
  await manager.sends({ name, scope: "items", variants: skus.join("\n"), limit_quantity: limit });
  await manager.sees("It waits on the floor");
  await manager.looksRight();
  return new URL(manager.page.url()).pathname;
}

// Comes to the floor of a count by its tile.
export async function comes(counter, name) {
  await counter.opens("/floor");
  await counter.looksRight();
  await Promise.all([counter.page.waitForNavigation(), counter.page.getByRole("link", { name }).click()]);
  if (counter.js) await counter.page.locator("html:has(#code:focus)").waitFor();
  await counter.looksRight();
}

// A scanner types a code and Enter; so does a finger. Without scripts a quantity may stand beside it.
export async function scans(counter, code, times = 1) {
  if (!counter.js) return counter.sends({ code, quantity: String(times) }, /^Count$/);
  for (let n = 0; n < times; n += 1) {
    await counter.page.keyboard.type(code);
    await counter.page.keyboard.press("Enter");
  }
}

// Says beside a code of which lot it is, or which pieces: what the page without scripts has fields for.
export async function tells(counter, code, told, quantity = 1) {
  const fields = counter.page.locator(".floor-scan details");
  if ((await fields.getAttribute("open")) === null) await fields.locator("summary").click();
  await counter.sends({ code, quantity: String(quantity), ...told }, /^Count$/);
}

// Counts a heap at once: scanned, then so many entered.
export async function enters(counter, code, quantity) {
  if (!counter.js) return scans(counter, code, quantity);
  const mode = (name) => counter.page.getByText(name, { exact: true }).click();
  await mode("Enter quantity");
  await scans(counter, code);
  await counter.page.locator("#counted:focus").waitFor();
  // As fast as a finger: what comes faster is the scanner's next code.
  await counter.page.keyboard.type(String(quantity), { delay: 120 });
  await counter.page.keyboard.press("Enter");
  await hasCounted(counter, quantity);
  await mode("Each scan adds 1");
}

// What the phone shows as counted of the item in hand.
export async function hasCounted(counter, quantity) {
  if (counter.js) await counter.page.waitForFunction((wanted) => document.getElementById("counted")?.value === wanted, String(quantity));
  else assert.equal(await counter.page.locator(".floor-number").innerText(), String(quantity));
}

// Everything is with the server.
export const isSaved = (counter) => counter.page.locator("#badge-said", { hasText: /^Saved$/ }).waitFor();

// Finishes the shelf: what was not scanned there is answered for.
export async function finishes(counter, answers = {}) {
  await Promise.all([counter.page.waitForNavigation(), counter.page.locator("#finish").click()]);
  await counter.looksRight();
  for (const [name, answer] of Object.entries(answers)) await counter.page.getByRole("group", { name }).getByText(answer, { exact: true }).click();
  await Promise.all([counter.page.waitForNavigation(), counter.page.locator("main button").last().click()]);
}

// Hands the count in.
export async function handsIn(one, count) {
  await one.opens(count);
  await one.sends({}, "Send in for review");
  await one.sees("Sent in");
}

// Decides on a line of the review.
export const decides = (manager, item, decision) => manager.page.locator("main tr", { hasText: item }).getByText(decision, { exact: true }).click();
