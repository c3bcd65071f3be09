// Every page, looked at in a sampled language, theme and width: axe finds nothing, nothing sticks out, the console is
// silent, and no word is missing from its language. The seed is printed; STOCKROOM_E2E_ALL=1 walks the whole matrix.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";

// Pages without an id in their address. (Pages of one thing are visited by their room's stories.)
const PAGES = [
  "/",
  "/catalog/items",
  "/catalog/items?q=heart&state=active",
  "/catalog/items/new",
  "/catalog/categories",
  "/catalog/scan",
  "/catalog/scan?code=5012345678901",
  "/stock",
  "/stock?store=LONDON",
  "/stock?q=zzzz",
  "/stock/receive",
  "/admin/account",
  "/notify/labels",
];

let seed = Number(process.env.STOCKROOM_E2E_SEED);
const random = (below) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed % below;
};
const all = process.env.STOCKROOM_E2E_ALL === "1";
const LANGS = ["en", "de", "fr", "es", "ar"];
const views = [];
for (const path of PAGES) {
  const matrix = LANGS.flatMap((lang) => ["light", "dark"].flatMap((theme) => [false, true].map((phone) => ({ path, lang, theme, phone }))));
  if (all) views.push(...matrix);
  else for (let n = 0; n < 2; n += 1) views.push(matrix[random(matrix.length)]);
}

for (const lang of LANGS) {
  for (const theme of ["light", "dark"]) {
    for (const phone of [false, true]) {
      const mine = views.filter((view) => view.lang === lang && view.theme === theme && view.phone === phone);
      if (!mine.length) continue;
      story(`${mine.length} pages in ${lang}, ${theme}, ${phone ? "on a phone" : "on a desk"}`, async ({ person }) => {
        const one = await person({ role: "owner", lang, theme, phone });
        for (const { path } of mine) {
          await one.opens(path);
          const text = await one.page.locator("body").innerText();
          assert.ok(!text.includes("⟦"), `${path} in ${lang} lacks a word: ${text.match(/⟦[^⟧]*⟧/)?.[0]}`);
          await one.passesAxe();
          await one.fits();
        }
      });
    }
  }
}
