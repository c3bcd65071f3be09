import assert from "node:assert/strict";
import { logins, story } from "./lib/people.mjs";

const manager = logins.people.find((person) => person.role === "manager" && person.tenant === "Hart & Finch Gifts");

story("who is not signed in is asked to, and lands where they wanted to go", async ({ person }) => {
  const guest = await person();
  await guest.page.goto("/stock?store=LONDON");
  assert.match(guest.page.url(), /\/signin\?next=/);
  await guest.passesAxe();
  await guest.page.fill("[name=email]", manager.email);
  await guest.page.fill("[name=password]", logins.password);
  await Promise.all([guest.page.waitForURL(/\/stock/), guest.page.press("[name=password]", "Enter")]);
  assert.equal(new URL(guest.page.url()).pathname, "/stock");
});

story("a wrong password is told in words, keeps the address and opens nothing", async ({ person }) => {
  const guest = await person({ js: false, expects: [422] });
  await guest.page.goto("/signin");
  await guest.sends({ email: manager.email, password: "not the password" });
  assert.equal(await guest.page.locator("[name=email]").inputValue(), manager.email);
  assert.equal(await guest.page.locator("[name=password]").inputValue(), "");
  await guest.page.goto("/stock");
  assert.match(guest.page.url(), /\/signin/);
});

for (const js of [true, false]) {
  const way = js ? "" : ", without JavaScript";
  story(`what is sent after the session has ended waits for its person${way}`, async ({ person }) => {
    const one = await person({ role: "manager", js, expects: [403, 422] });
    const page = await one.opens("/stock/transfers/new?store=LONDON");
    await one.context.clearCookies();
    await one.sends({ note: "Élise & Co = 3" }, /^Send/);
    assert.equal(new URL(page.url()).pathname, "/stock/transfers/new");
    await one.sees(/nothing of it was saved/);
    if (js) await one.passesAxe();
    // A slip of the password loses nothing either.
    await one.sends({ email: manager.email, password: "not the password" });
    await one.sends({ email: manager.email, password: logins.password });
    assert.equal(new URL(page.url()).pathname, "/admin/unsent");
    await one.looksRight();
    await one.sends({}, "Send it now");
    // It arrives where it was going, which says what it always said: there is nothing on it.
    assert.equal(new URL(page.url()).pathname, "/stock/transfers/new");
    assert.equal(await page.locator("[name=note]").inputValue(), "Élise & Co = 3");
    // Once: it waits no longer.
    await one.opens("/admin/unsent");
    assert.equal(new URL(page.url()).pathname, "/");
  });

  story(`what was typed before somebody signed in again in another tab waits for them${way}`, async ({ person }) => {
    const one = await person({ role: "manager", js });
    const page = await one.opens("/stock/transfers/new?store=LONDON");
    await one.context.clearCookies();
    const other = await one.context.newPage();
    await other.goto("/signin");
    await other.fill("[name=email]", manager.email);
    await other.fill("[name=password]", logins.password);
    await Promise.all([other.waitForURL((url) => url.pathname === "/"), other.press("[name=password]", "Enter")]);
    await other.close();
    await one.sends({ note: "From the older tab" }, /^Send/);
    assert.equal(new URL(page.url()).pathname, "/admin/unsent");
    await one.sees(/as .+ of Hart & Finch Gifts/);
    await one.sends({}, "Leave it");
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, "/stock/transfers/new?store=LONDON");
  });

  story(`what was typed before the session ended can be left${way}`, async ({ person }) => {
    const one = await person({ role: "manager", js, expects: [403] });
    const page = await one.opens("/stock/transfers/new?store=LONDON");
    await one.context.clearCookies();
    await one.sends({ note: "Not this" }, /^Send/);
    await one.sends({ email: manager.email, password: logins.password });
    await one.sees(/as .+ of Hart & Finch Gifts/);
    await one.sends({}, "Leave it");
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, "/stock/transfers/new?store=LONDON");
    assert.equal(await page.locator("[name=note]").inputValue(), "");
    await one.opens("/admin/unsent");
    assert.equal(new URL(page.url()).pathname, "/");
  });

  story(`passwords do not wait in a page${way}`, async ({ person }) => {
    const one = await person({ role: "manager", js });
    await one.opens("/admin/account");
    await one.context.clearCookies();
    const form = one.page.locator("form", { has: one.page.locator("[name=current]") });
    const first = form.locator("[type=password]").first();
    await first.fill(logins.password);
    await Promise.all([one.page.waitForNavigation(), first.press("Enter")]);
    assert.match(one.page.url(), /\/signin\?next=/);
    await one.sees(/nothing of it was saved/);
    assert.ok(!(await one.page.content()).includes(logins.password));
  });
}

story("next never leads to another site", async ({ person }) => {
  for (const next of ["//evil.example/", "https://evil.example/", "/\\evil.example"]) {
    const guest = await person();
    await guest.page.goto(`/signin?next=${encodeURIComponent(next)}`);
    await guest.page.fill("[name=email]", manager.email);
    await guest.page.fill("[name=password]", logins.password);
    await Promise.all([guest.page.waitForURL((url) => !url.pathname.startsWith("/signin")), guest.page.press("[name=password]", "Enter")]);
    assert.match(guest.page.url(), /^http:\/\/127\.0\.0\.1/);
  }
});

story("a form from elsewhere, or without its token, is refused", async ({ person }) => {
  const one = await person({ role: "manager" });
  const answers = await Promise.all([
    one.context.request.post("/signout", { headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, form: {} }),
    one.context.request.post("/signout", { headers: { "sec-fetch-site": "same-origin" }, form: {} }),
  ]);
  assert.deepEqual(answers.map((answer) => answer.status()), [403, 403]);
});

story("signing out everywhere ends the other device's session", async ({ person }) => {
  const desk = await person({ role: "accountant" });
  const phone = await person({ role: "accountant", phone: true });
  await desk.opens("/admin/account");
  await desk.page.locator("form[action='/admin/account/everywhere'] button").click();
  await desk.page.waitForURL(/\/signin/);
  await phone.page.goto("/stock");
  assert.match(phone.page.url(), /\/signin/);
});

story("Arabic is written from right to left, and the choice is remembered", async ({ person }) => {
  const guest = await person();
  await guest.opens("/signin");
  await guest.page.getByRole("link", { name: "العربية" }).click();
  assert.equal(await guest.page.locator("html").getAttribute("dir"), "rtl");
  await guest.opens("/signin");
  assert.equal(await guest.page.locator("html").getAttribute("lang"), "ar");
  await guest.passesAxe();
});
