// Every page, looked at in a sampled language, theme and width: axe finds nothing, nothing sticks out, the console is
// silent, and no word is missing from its language. The seed is printed; STOCKROOM_E2E_ALL=1 walks the whole matrix,
// or STOCKROOM_E2E_SHARE of it.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { PAGES, pagesOfThings } from "./lib/pages.mjs";

// Weyl's sequence, mixed (Mulberry32): whole numbers of 32 bits, as a product of plain numbers would lose its last digits,
// and with them every choice between two.
let seed = Number(process.env.STOCKROOM_E2E_SEED);
const random = (below) => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
};
const all = process.env.STOCKROOM_E2E_ALL === "1";
const LANGS = ["en", "de", "fr", "es", "ar"];
const views = [];
for (const path of PAGES) {
  const matrix = LANGS.flatMap((lang) => ["light", "dark"].flatMap((theme) => [false, true].map((phone) => ({ path, lang, theme, phone }))));
  if (all) views.push(...matrix);
  else views.push(matrix[random(matrix.length)]);
}

if (!all) for (const half of ["theme", "phone"]) assert.ok(new Set(views.map((view) => view[half])).size === 2, `no page was dealt the other ${half}`);

const ways = LANGS.flatMap((lang) => ["light", "dark"].flatMap((theme) => [false, true].map((phone) => ({ lang, theme, phone }))));
const [share, shares] = (process.env.STOCKROOM_E2E_SHARE || "0/1").split("/").map(Number);
const seen = ways.map((way) => ({ ...way, mine: views.filter((view) => view.lang === way.lang && view.theme === way.theme && view.phone === way.phone) })).filter(({ mine }, nth) => mine.length && nth % shares === share);
// The pages of one thing each are dealt out among the ways of looking: which things there are is known only then.
const dealt = random(seen.length);
for (const [at, { lang, theme, phone, mine }] of seen.entries()) {
  story(`${mine.length} pages and some of things in ${lang}, ${theme}, ${phone ? "on a phone" : "on a desk"}`, async ({ person }) => {
    const one = await person({ role: "owner", lang, theme, phone });
    const things = (await pagesOfThings(one)).filter((_, nth) => all || (nth + dealt) % seen.length === at);
    for (const path of [...mine.map((view) => view.path), ...things]) {
      await one.opens(path);
      await one.looksRight({ whole: true });
    }
  });
}

// Two languages that nobody speaks: one accents every letter, the other runs from right to left. A word in plain letters
// is a name out of the books, or it was never translated.
for (const lang of ["en-XA", "ar-XB"].filter((_, nth) => nth % shares === share)) {
  story(`every word of every page is a message, in ${lang}`, async ({ person }) => {
    const one = await person({ role: "owner", lang });
    const names = await namesOf(one);
    const plain = [];
    for (const path of [...PAGES, ...(await pagesOfThings(one))]) {
      await one.opens(path);
      for (const text of await one.page.evaluate(textsOf)) {
        const said = lang === "ar-XB" && /[\u202b\u202e]/.test(text);
        const words = said ? [] : text.match(/[A-Za-z]{3,}/g) ?? [];
        if (words.some((word) => !names.has(word))) plain.push(`${path}: ${text}`);
      }
      await one.fits();
    }
    assert.deepEqual([...new Set(plain)], []);
  });
}

// What a page says: its title, its texts, and what is said only to those who do not see it.
function textsOf() {
  const texts = [document.title.replace("Stockroom", "")];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const inside = walk.currentNode.parentElement;
    // Codes, keys and what somebody typed are nobody's language; a language is named in itself.
    if (!inside.closest("script, template, kbd, textarea, bdi, .code, [lang]:not(html), datalist, [name=lang], [name=locale], [href^='/language/']")) texts.push(walk.currentNode.data);
  }
  for (const element of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]")) {
    if (element.closest("[lang]:not(html)")) continue;
    texts.push(...["aria-label", "placeholder", "title", "alt"].map((name) => element.getAttribute(name) ?? ""));
  }
  return texts.map((text) => text.trim()).filter(Boolean);
}

// Every word of what the books hold by name.
async function namesOf(one) {
  // Names that are the same in every language, and what a page was asked for.
  const held = ["Stockroom", "EAN UPC ITF Code", "zzzz"];
  for (const state of ["", "&state=archived"]) {
    for (let next = ""; next !== null; ) {
      const page = await one.asks(`/items?cursor=${encodeURIComponent(next)}${state}`);
      held.push(page.rows);
      next = page.next;
    }
  }
  held.push(await one.asks("/stock"), await one.asks("/stock?view=low"), await one.asks("/movements"), await one.asks("/account"), await one.asks("/settings"), await one.asks("/people"), await one.asks("/categories"), await one.asks("/imports"), await one.asks("/counts"), await one.asks("/transfers"), await one.asks("/reservations"), await one.asks("/shortages"), await one.asks("/stock/as-of?at=2026-11-02T00:00:00Z"));
  // The newest posting's page tells all its lines, of which the movements' first page may hold a part.
  const [newest] = (await one.asks("/movements")).rows;
  held.push(await one.asks(`/postings/${newest.posting}`));
  const { rows: stores } = await one.asks("/stores");
  held.push(stores);
  for (const store of stores) held.push(await one.asks(`/stores/${store.id}/locations`));
  return new Set(JSON.stringify(held).match(/[A-Za-z]{3,}/g));
}
