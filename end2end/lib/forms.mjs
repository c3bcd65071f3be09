// Forms as people meet them: what one says is wrong, and what is still typed in it.
import assert from "node:assert/strict";

// What the form's page says is wrong, by field: told at the head of the page, where a link leads to the field, and beside
// the field itself, which is marked.
export async function faults(one) {
  const told = await one.page.evaluate(() =>
    [...document.querySelectorAll("#errors li")].map((line) => {
      const id = line.querySelector("a")?.getAttribute("href")?.slice(1) ?? "";
      const field = document.getElementById(id);
      return { id, said: line.innerText.trim(), name: field?.name ?? "", beside: document.getElementById(`${id}-error`)?.innerText.trim() ?? "", marked: field?.getAttribute("aria-invalid") ?? "" };
    }),
  );
  for (const { id, said, beside, marked } of told) {
    // At the head the field's name comes first.
    assert.ok(beside && said.endsWith(beside), `${id} is told of at the head of the page: ${said}; beside it: ${beside}`);
    assert.equal(marked, "true", `${id} is told of at the head of the page`);
  }
  const marked = await one.page.locator("main [aria-invalid=true]").count();
  assert.equal(marked, told.length, "a field is marked that nobody is told of");
  return Object.fromEntries(told.map(({ name, beside }) => [name, beside]));
}

// What stands in the fields of these names.
export const typed = async (one, ...names) => Object.fromEntries(await Promise.all(names.map(async (name) => [name, await one.page.locator(`main [name="${name}"]`).first().inputValue()])));

// The newest act that a history tells of says all of this.
export async function newest(one, ...parts) {
  const act = (await one.page.locator("main .feed li").first().innerText()).replaceAll(/\s+/g, " ");
  for (const part of parts) assert.ok(act.includes(part), `${part} is not in: ${act}`);
}

// Presses what leads to another page.
export const follows = (one, what) => Promise.all([one.page.waitForNavigation(), what.click()]);

// Presses an entry of the menu in the page's head.
export async function picks(one, entry) {
  await one.page.locator("main summary[aria-label='More']").first().click();
  await follows(one, one.page.locator("main .popover").locator("a, button").filter({ hasText: entry }).first());
}

// The pages of a thing, by its tabs.
export const turns = (one, tab) => follows(one, one.page.locator("main").getByRole("link", { name: tab, exact: true }).first());

// A part of a page under its own heading.
export const section = (one, id) => one.page.locator(`main section[aria-labelledby="${id}"]`);
