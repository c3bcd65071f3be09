// Files that come in and go out, step by step.
import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { root } from "./people.mjs";

export const fixture = (name) => join(root, "server/admin/import/fixtures", name);

// Brings a file in as far as its check, or a question; `file`: a path, or a name with its text. The path of its page.
export async function uploads(one, file) {
  await one.opens("/admin/imports");
  const sent = typeof file === "string" ? file : { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.text) };
  await one.page.setInputFiles("[type=file]", sent);
  await Promise.all([one.page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}/), one.page.locator("main form button[type=submit]").first().click()]);
  await one.finishes();
  return new URL(one.page.url()).pathname.replace(/\/options$/, "");
}

// Has it written; how many rows were.
export async function starts(one, path) {
  await Promise.all([one.page.waitForNavigation(), one.page.locator(`form[action="${path}/start"] button`).last().click()]);
  await one.finishes();
  return tally(one, path);
}

export async function undoes(one, path) {
  await one.opens(`${path}/undo`);
  await one.looksRight();
  await Promise.all([one.page.waitForNavigation(), one.page.locator(`form[action="${path}/undo"] button`).last().click()]);
  await one.finishes();
  await one.sees("The import is undone");
}

// How many rows are new, changed, unchanged and refused.
export async function tally(one, path) {
  const { tally } = await one.asks(path.replace("/admin", ""));
  return tally;
}

// The text of a file that a page offers.
export async function downloads(one, path, type = /^text\/csv/) {
  const answer = await one.page.request.get(path);
  assert.equal(answer.status(), 200, path);
  assert.match(answer.headers()["content-type"], type);
  assert.match(answer.headers()["content-disposition"], /attachment/, basename(path));
  return answer.text();
}
