// Addresses as somebody types or keeps them: a store that is none, a filter that cannot be meant, a problem of the API
// that is looked up. Each is answered in words, with a way on.
import assert from "node:assert/strict";
import { faults, follows } from "./lib/forms.mjs";
import { story } from "./lib/people.mjs";

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`a store that is none is told, with the same page of those there are${how}`, async ({ person }) => {
    const clerk = await person({ role: "clerk", js, expects: [404] });
    for (const path of ["/stock?store=LODNON&view=low", "/stock/movements?store=LODNON&kind=receipt", "/stock/receive?store=LODNON", "/catalog/items?store=LODNON"]) {
      assert.equal((await clerk.page.goto(path)).status(), 404, path);
      await clerk.sees("We do not know this store");
      await clerk.sees(/No store here is called .?LODNON/);
    }
    await clerk.looksRight();
    assert.equal((await clerk.page.goto("/stock?store=LODNON&view=low")).status(), 404);
    await follows(clerk, clerk.page.locator("main").getByRole("link", { name: "London Shop" }));
    const there = new URL(clerk.page.url());
    assert.deepEqual([there.pathname, there.searchParams.get("store"), there.searchParams.get("view")], ["/stock", "LONDON", "low"]);
    assert.equal(await clerk.page.locator("h1").innerText(), "Stock on hand");
  });

  story(`a filter that cannot be meant is told where it is put right${how}`, async ({ person }) => {
    const clerk = await person({ role: "clerk", js, phone: true, expects: [422] });
    assert.equal((await clerk.page.goto("/stock?store=LONDON&view=lwo&q=warmer")).status(), 422);
    assert.deepEqual(Object.keys(await faults(clerk)), ["view"]);
    await clerk.sees("lwo");
    await clerk.looksRight();
    await clerk.sends({ view: "low" }, "Apply");
    const mended = new URL(clerk.page.url());
    assert.deepEqual([mended.pathname, mended.searchParams.get("store"), mended.searchParams.get("q"), mended.searchParams.get("view")], ["/stock", "LONDON", "warmer", "low"], "what could be read stays asked");

    // All of them at once, each with what was typed.
    assert.equal((await clerk.page.goto("/stock/movements?store=LONDON&kind=banana&from=2026-02-30&variant=7")).status(), 422);
    assert.deepEqual(Object.keys(await faults(clerk)).sort(), ["from", "kind", "variant"]);
    assert.equal(await clerk.page.inputValue("main [name=from]"), "2026-02-30");
    assert.equal(await clerk.page.inputValue("main [name=variant]"), "7");
    await clerk.looksRight();
    await clerk.sends({ from: "2026-02-28", kind: "receipt", variant: "" }, "Apply");
    assert.equal(await clerk.page.locator("#errors").count(), 0);
    assert.equal(new URL(clerk.page.url()).pathname, "/stock/movements");
    // Where a list would go on from cannot be put right by anybody: all of it is one press away.
    assert.equal((await clerk.page.goto("/catalog/categories?cursor=%25")).status(), 422);
    await clerk.page.locator("#errors li").waitFor();
    await follows(clerk, clerk.page.locator("main .actionbar").getByRole("link"));
    assert.equal(await clerk.page.locator("#errors").count(), 0);
  });
}

story("what a problem of the API is can be read by anybody, in their language", async ({ person }) => {
  const owner = await person({ role: "owner", expects: [404] });
  // As the API itself names it.
  const refused = await owner.page.request.get("/api/v1/categories/00000000-0000-7000-8000-000000000000");
  const { type } = await refused.json();
  const named = new URL(type, "http://here").pathname;
  assert.match(named, /^\/problems\/[a-z-]+$/);
  const guest = await person({ expects: [404] });
  for (const [path, status] of [[named, "404"], ["/problems/error-stale", "412"], ["/problems/category-has-items", "409"], ["/problems/count-blind", "409"]]) {
    await guest.opens(path);
    const facts = await guest.page.locator("main").innerText();
    assert.ok(facts.includes(path.split("/").at(-1)) && facts.includes(status), facts);
    assert.doesNotMatch(facts, /[{}]/);
    await guest.looksRight();
  }
  await owner.opens("/problems/error-stale");
  await owner.looksRight();
  const german = await person({ lang: "de", js: false, expects: [404] });
  await german.opens("/problems/category-has-items");
  assert.equal(await german.page.locator("html").getAttribute("lang"), "de");
  await german.looksRight();
  for (const one of [owner, guest, german]) {
    for (const path of ["/problems/no-such-problem", "/problems/nav-stock", "/problems/%00"]) assert.equal((await one.page.goto(path)).status(), 404, path);
    await one.looksRight();
  }
  await guest.sees("There is nothing here");
});
