// By keyboard alone: goods are received and sold, a count is planned, counted and approved, and never is the focus lost.
import assert from "node:assert/strict";
import { logins, story } from "./lib/people.mjs";
import { books, makesItem, tag } from "./lib/shop.mjs";

// What has the focus: what it is called, and whether one sees that it has it. (The button that opens a calendar is a part
// of the browser's own, inside its field: the browser shows that one.)
function focused() {
  const element = document.activeElement;
  const ringed = [element, element.closest("label"), element.parentElement].some((one) => {
    const style = one && getComputedStyle(one);
    return style && ((style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow.includes("inset"));
  });
  const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText ?? "";
  return { name: element.getAttribute("name") ?? "", value: element.value ?? "", label: label.trim(), ringed: ringed || element === document.body || !element.matches(":focus") };
}

// Tab after Tab to what `wanted` describes; what is passed on the way shows that it has the focus.
async function tabsTo(one, wanted) {
  for (let presses = 0; presses < 120; presses += 1) {
    await one.page.keyboard.press("Tab");
    const at = await one.page.evaluate(focused);
    assert.ok(at.ringed, `nobody sees that ${JSON.stringify(at)} has the focus`);
    if (Object.entries(wanted).every(([key, value]) => (value instanceof RegExp ? value.test(at[key]) : at[key] === value))) return;
  }
  assert.fail(`no Tab leads to ${JSON.stringify(wanted)}`);
}

const enters = (one, key = "Enter") => Promise.all([one.page.waitForNavigation(), one.page.keyboard.press(key)]);

async function types(one, name, text) {
  await tabsTo(one, { name });
  await one.page.keyboard.press("Control+A");
  await one.page.keyboard.type(text);
}

story("a working day by keyboard alone", async ({ person }) => {
  const owner = await person({ role: "owner" });
  const sku = await makesItem(owner, "Kettle");
  const one = await person();
  const { email } = logins.people.find((login) => login.role === "manager" && login.tenant === "Hart & Finch Gifts");
  await one.page.goto("/signin");
  await types(one, "email", email);
  await types(one, "password", logins.password);
  await enters(one);

  // The first Tab of a page skips what is the same on every page.
  await one.page.keyboard.press("Tab");
  assert.equal((await one.page.evaluate(focused)).label, "Skip to content");
  await tabsTo(one, { label: "Stock" });
  await enters(one);
  await tabsTo(one, { label: "Receive goods" });
  await enters(one);
  if (!one.page.url().includes("store=")) await one.page.goto("/stock/receive?store=LONDON");
  await types(one, "lines[0].item", sku);
  await types(one, "lines[0].quantity", "12");
  await tabsTo(one, { label: "Receive" });
  await enters(one, "Space");
  await one.sees("12 received");
  assert.equal((await books(one, sku, "LONDON")).onHand, 12);

  // A count: the kind of it by arrows, blind by Space, sent with Enter.
  const name = `Keys ${tag()}`;
  await one.page.goto("/stock/counts/new?store=LONDON");
  await types(one, "name", name);
  await tabsTo(one, { name: "scope" });
  await one.page.keyboard.press("ArrowDown");
  await one.page.keyboard.press("ArrowDown");
  assert.equal((await one.page.evaluate(focused)).value, "items");
  await types(one, "variants", sku);
  await tabsTo(one, { label: "Plan the count" });
  await enters(one);
  await one.sees("It waits on the floor");

  const count = new URL(one.page.url()).pathname;
  await owner.page.goto(count.replace("/stock/", "/floor/"));
  await owner.page.locator("#code:focus").waitFor();
  await owner.page.keyboard.type(sku);
  await owner.page.keyboard.press("Enter");
  await owner.page.waitForFunction(() => document.getElementById("counted")?.value === "1");
  await owner.page.locator("#badge-said", { hasText: /^Saved$/ }).waitFor();
  await tabsTo(owner, { label: "One more" });
  await owner.page.keyboard.press("Space");
  await owner.page.waitForFunction(() => document.getElementById("counted")?.value === "2");
  await owner.page.locator("#badge-said", { hasText: /^Saved$/ }).waitFor();
  await owner.page.goto(count);
  await tabsTo(owner, { label: "Send in for review" });
  // The place is not finished: that is asked first.
  await owner.page.keyboard.press("Enter");
  await tabsTo(owner, { label: "Send in anyway" });
  await enters(owner);

  await one.page.goto(`${count}/review`);
  await tabsTo(one, { name: /^d-/ });
  await one.page.keyboard.press("Space");
  await tabsTo(one, { label: "Save decisions" });
  await enters(one);
  await tabsTo(one, { label: /^Post one adjustment/ });
  await enters(one);
  await one.sees("one line was put right");
  assert.equal((await books(one, sku, "LONDON")).onHand, 2);
});
