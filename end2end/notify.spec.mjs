// Labels: chosen, looked at, refused with everything typed still there, printed; with and without JavaScript.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";

// What the page answers when one of its buttons is pressed.
async function presses(page, name) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.request().method() === "POST"),
    page.locator("main").getByRole("button", { name }).last().click(),
  ]);
  await page.waitForLoadState();
  return answer;
}

for (const js of [true, false]) {
  story(`a clerk prints shelf labels ${js ? "with" : "without"} JavaScript`, async ({ person }) => {
    const clerk = await person({ role: "clerk", js, expects: [422] });
    const { page } = clerk;
    await clerk.opens("/notify/labels?store=LONDON");
    if (js) await clerk.passesAxe();
    await page.fill("[name=lines]", "LOC:LONDON:F1-01 * 4\nLOC:LONDON:F1-02\nno-such-thing");
    const looked = await presses(page, "Show preview");
    assert.equal(looked.status(), 422);
    await clerk.sees("Nothing here has the code no-such-thing");
    assert.equal(await page.inputValue("[name=lines]"), "no-such-thing", "what is known went onto the list");
    if (js) await clerk.passesAxe();

    await page.fill("[name=lines]", "");
    await page.locator("[name=sheet][value=a4-65]").check();
    // What suits a place would be QR there.
    await page.locator("[name=symbology]").selectOption({ label: "Code 128" });
    assert.equal((await presses(page, "Print labels")).status(), 422);
    await clerk.sees("The smallest that holds it is Letter, 30 labels");
    assert.equal(await page.locator("[name=copies]").first().inputValue(), "4");
    if (js) await clerk.passesAxe();
    await clerk.fits();

    await page.locator("[name=sheet][value=a4-21]").check();
    await page.fill("[name=start]", "4");
    assert.equal((await presses(page, "Show preview")).status(), 303);
    assert.equal(await page.locator(".sheet .place-used").count(), 3);
    assert.equal(await page.locator(".sheet use").count(), 5);
    if (js) await clerk.passesAxe();
    await clerk.fits();

    await page.fill("main [name=q]", "f1");
    await page.press("main [name=q]", "Enter");
    await page.getByRole("button", { name: "Add F1-02" }).first().click();
    await page.getByRole("button", { name: "Print 6 labels" }).waitFor();
    await page.getByRole("button", { name: "Remove F1-01" }).click();
    // What was seen to be printable opens in a tab of its own, and the page stays.
    const [printed] = await Promise.all([
      clerk.context.waitForEvent("response", (response) => response.request().method() === "POST"),
      page.getByRole("button", { name: "Print 2 labels" }).click(),
    ]);
    assert.equal(printed.status(), 200);
    assert.equal(printed.headers()["content-type"], "application/pdf");
    assert.match(printed.headers()["content-disposition"], /inline; filename="labels.pdf"/);
    assert.equal(await page.locator("[name=copies]").count(), 1);
  });
}

story("labels fit a phone, in the dark, from right to left", async ({ person }) => {
  const clerk = await person({ role: "clerk", phone: true, lang: "ar", theme: "dark" });
  await clerk.opens("/notify/labels?store=LONDON&lines=LOC%3ALONDON%3AF1-01&start=2");
  assert.equal(await clerk.page.locator(".sheet use").count(), 1);
  await clerk.passesAxe();
  await clerk.fits();
});

story("a code has a picture of its own", async ({ person }) => {
  const clerk = await person({ role: "clerk" });
  const picture = await clerk.page.request.get("/notify/barcode/5012345678900.svg");
  assert.equal(picture.status(), 200);
  assert.equal(picture.headers()["content-type"], "image/svg+xml");
  assert.match(picture.headers()["cache-control"], /^private/);
  assert.equal((await clerk.page.request.get("/notify/barcode/%F0%9F%8E%81.svg")).status(), 404);
  const guest = await person({});
  assert.match((await guest.page.request.get("/notify/barcode/5012345678900.svg")).url(), /\/signin/);
});
