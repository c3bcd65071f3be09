// What stood where on a day of the past: as it was known then, and as it is known now that a delivery turned up late; and how
// one comes from day to day, with a slider or without.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { fillsLines, makesItem } from "./lib/shop.mjs";

const day = (ago) => new Date(Date.now() - ago * 24 * 3600 * 1000).toISOString().slice(0, 10);

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`a day of the past has two answers${how}`, async ({ person }) => {
    const manager = await person({ role: "manager", js });
    const mug = await makesItem(manager, "Mug");
    await fillsLines(manager, "/stock/receive?store=LONDON", [[mug, "5"]], { occurred_at: `${day(40)}T12:00` });
    await manager.sees("5 received");

    const accountant = await person({ role: "accountant", js, expects: [400, 422] });
    await accountant.opens(`/stock/as-of?store=LONDON&day=${day(30)}&q=${mug}`);
    await accountant.looksRight();
    const figures = async () => (await accountant.page.locator("tbody tr").first().innerText()).split(/\s+/).slice(-4).join(" ");
    assert.equal(await figures(), "5 0 5 0");
    await accountant.page.getByRole("link", { name: "As known then" }).click();
    await accountant.sees("As the books said it then");
    assert.doesNotMatch(await accountant.page.locator("tbody tr").first().innerText(), /5 0 5/);
    await accountant.looksRight();
    // A day before it happened nobody had any.
    await accountant.opens(`/stock/as-of?store=LONDON&day=${day(50)}&q=${mug}`);
    assert.equal(await figures(), "0 0 5 +5");
    // A day that is none is told beside what would be right.
    await accountant.page.goto("/stock/as-of?day=31-02-2026");
    await accountant.looksRight();
  });
}

// A mug of which five came forty days ago, told today.
async function lateMug(person) {
  const manager = await person({ role: "manager" });
  const mug = await makesItem(manager, "Mug");
  await fillsLines(manager, "/stock/receive?store=LONDON", [[mug, "5"]], { occurred_at: `${day(40)}T12:00` });
  await manager.sees("5 received");
  return mug;
}

const slider = (one) => one.page.locator("#as-of-day");
// What the slider says it is at, once its page is there.
async function restsAt(one, wanted) {
  await one.page.waitForURL((url) => url.searchParams.get("day") === wanted && !url.searchParams.get("time"));
  await one.awake();
}

story("sliding goes by days and months, keeps what was asked for, and says each day", async ({ person }) => {
  const mug = await lateMug(person);
  const one = await person({ role: "accountant" });
  await one.opens(`/stock/as-of?store=LONDON&day=${day(30)}&time=09:00&known=then&q=${mug}`);
  await one.awake();
  const said = () => slider(one).getAttribute("aria-valuetext");
  assert.match(await said(), /09:00/, "the time that was asked for");
  await slider(one).focus();
  await one.page.keyboard.press("ArrowLeft");
  await one.page.keyboard.press("ArrowLeft");
  const name = new Date(`${day(32)}T12:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  assert.equal(await said(), name, "a key, a day, said at once");
  await restsAt(one, day(32));
  const at = new URL(one.page.url()).searchParams;
  assert.deepEqual(["store", "known", "q"].map((name) => at.get(name)), ["LONDON", "then", mug], "every filter is kept");
  await one.sees(/Nothing was in the books yet|As known then/);
  // Whoever goes by keys goes on from where they were.
  assert.equal(await one.page.evaluate(() => document.activeElement.id), "as-of-day");
  await one.page.keyboard.press("PageDown");
  const back = new Date(`${day(32)}T12:00Z`);
  const [year, month] = [back.getUTCFullYear(), back.getUTCMonth()];
  const earlier = new Date(Date.UTC(year, month - 1, Math.min(back.getUTCDate(), new Date(Date.UTC(year, month, 0)).getUTCDate())));
  const first = await slider(one).getAttribute("data-first");
  const wanted = earlier.toISOString().slice(0, 10);
  await restsAt(one, wanted < first ? first : wanted);
  await one.page.keyboard.press("End");
  await restsAt(one, day(0));
  assert.equal(await said(), "Now");
  await one.looksRight();
});

story("the days run the other way in Arabic, and a finger slides", async ({ person }) => {
  const mug = await lateMug(person);
  const one = await person({ role: "accountant", lang: "ar", phone: true });
  await one.opens(`/stock/as-of?store=LONDON&day=${day(1)}&q=${mug}`);
  await one.awake();
  const box = await slider(one).boundingBox();
  assert.ok(box.height >= 44, `a finger has ${box.height} px`);
  await one.page.mouse.click(box.x + box.width - 4, box.y + box.height / 2);
  await restsAt(one, await slider(one).getAttribute("data-first"));
  await one.looksRight();
  const now = await slider(one).boundingBox();
  await one.page.mouse.click(now.x + 4, now.y + now.height / 2);
  await restsAt(one, day(0));
});

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`the days that are asked for most are a step away, and a day that cannot be is told${how}`, async ({ person }) => {
    const mug = await lateMug(person);
    const one = await person({ role: "accountant", js, expects: [422] });
    await one.opens(`/stock/as-of?store=LONDON&day=${day(3)}&q=${mug}`);
    assert.equal(await slider(one).isVisible(), js, "a slider that cannot slide is not shown");
    await one.page.getByRole("link", { name: "Yesterday" }).click();
    await one.page.waitForURL((url) => url.searchParams.get("day") === day(1) && url.searchParams.get("q") === mug);
    await one.page.getByRole("link", { name: "A year ago" }).click();
    await one.sees("Nothing had moved here yet");
    await one.looksRight();
    await one.sends({ day: day(20), time: "08:30" }, "Apply");
    await one.sees(/At 08:30|at 08:30/);
    // Of what is known now there was some; the books said nothing of it then.
    await one.page.getByRole("link", { name: "As known then" }).click();
    await one.sees("As the books said it then");
    await one.page.goto(`/stock/as-of?store=LONDON&day=${day(-2)}`);
    await one.sees("This date is still to come");
    await one.looksRight();
    await one.page.goto(`/stock/value/totals?day=${day(-2)}`);
    await one.sees("This date is still to come");
    await one.looksRight();
    await one.page.goto(`/stock/value?day=${day(-2)}&known=then`);
    await one.sees("This date is still to come");
    await one.opens(`/stock/value?day=${day(1)}&known=then&store=LONDON`);
    await one.sees("As known then");
    if (js) {
      await one.awake();
      await slider(one).focus();
      await one.page.keyboard.press("ArrowLeft");
      await restsAt(one, day(2));
      assert.equal(new URL(one.page.url()).searchParams.get("known"), "then");
    }
    await one.looksRight();
  });
}
