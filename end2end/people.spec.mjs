// Who may come in, and where: people and stores as stories; told again to a browser that runs no scripts.
import assert from "node:assert/strict";
import { story } from "./lib/people.mjs";
import { lets, lines, makesItem, storeOf, tag } from "./lib/shop.mjs";

const press = (one, scope, name) => Promise.all([one.page.waitForNavigation(), one.page.locator(scope).getByRole("button", { name }).click()]);

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`somebody is let in, does what they may, and is kept out again${how}`, async ({ person }) => {
    const owner = await person({ role: "owner", js });
    const name = `Noor ${tag()}`;
    const login = await lets(owner, name, "clerk");
    await owner.looksRight();
    const clerk = await person({ login, js, phone: true, expects: [403] });
    await clerk.opens("/");
    await clerk.looksRight();
    for (const path of ["/admin/people", "/admin/verify", "/admin/imports", "/stock/adjust?store=LONDON", "/stock/counts/new?store=LONDON"]) {
      assert.equal((await clerk.page.goto(path)).status(), 403, path);
      await clerk.looksRight();
    }
    await owner.opens("/admin/people");
    await owner.looksRight();
    await Promise.all([owner.page.waitForNavigation(), owner.page.locator("main").getByRole("link", { name }).first().click()]);
    await owner.looksRight();
    const theirs = new URL(owner.page.url()).pathname;
    await owner.sends({ role: "manager" }, "Change role");
    await clerk.opens("/stock/counts/new?store=LONDON");
    await owner.opens(theirs);
    await press(owner, "main", "Shut out");
    await clerk.page.goto("/");
    assert.match(clerk.page.url(), /\/signin/, "out at once, on every device");
    await owner.opens(theirs);
    await Promise.all([owner.page.waitForNavigation(), owner.page.locator("main").getByRole("link", { name: "History" }).click()]);
    assert.equal(new URL(owner.page.url()).pathname, `${theirs}/history`);
    for (const act of ["Shut out", "Role changed", "Manager", "Let in"]) await owner.sees(act);
    await owner.looksRight();
  });

  story(`a store is opened, gets its places, and cannot be put away while goods stand in it${how}`, async ({ person }) => {
    const owner = await person({ role: "owner", js, expects: [409, 422] });
    const code = `S${tag()}`;
    await owner.opens("/stock/stores/new");
    await owner.looksRight();
    await owner.sends({ name: "Bath Shop", code: "x y", zone: "Mars/North", locale: "en", currency: "GBP" });
    await owner.sees("There is no such time zone");
    await owner.looksRight();
    await owner.sends({ code, zone: "Europe/London" });
    await owner.sees("Bath Shop is open");
    await owner.looksRight();
    await owner.sends({ place_code: "W-01", place_name: "Window", place_kind: "bin" }, "Add a place");
    await owner.sees("Place W-01 added");
    const { locations } = await owner.asks(`/stores/${await storeOf(owner, code)}/locations`);
    assert.ok(locations.some((place) => place.scan_code === `LOC:${code}:W-01`));

    const vase = await makesItem(owner, "Vase");
    await owner.opens(`/stock/receive?store=${code}`);
    await owner.sends({ ...lines([vase, "2"]), location: "W-01, Window" });
    await owner.opens(`/stock/stores/${code}`);
    await owner.looksRight();
    await owner.page.locator("main .page-head summary").click();
    await press(owner, "main .page-head", "Archive");
    await owner.sees("One item is still in stock here");
    await owner.opens(`/stock/stores/${code}/history`);
    for (const act of ["Place added", "W-01", "Window", "Store opened"]) await owner.sees(act);
    await owner.looksRight();
  });
}
