// What somebody sets for themselves, and what holds for the whole business. Told again to a browser that runs no scripts.
import assert from "node:assert/strict";
import { faults, follows, newest, turns, typed } from "./lib/forms.mjs";
import { base, story } from "./lib/people.mjs";
import { lets, tag } from "./lib/shop.mjs";

// Each form of the account has its own button, whatever its words are.
const press = (one, action) => follows(one, one.page.locator(`main form[action='${action}'] button`));

async function chooses(one, field, value) {
  await one.opens("/admin/account");
  if (field === "locale") await one.page.locator("main [name=locale]").selectOption(value);
  else await one.page.locator(`main [name=${field}][value=${value}]`).check();
  await press(one, "/admin/account");
}

// How light the page's ground is, and how light what is written on it: 0 is black, 255 white.
async function looks(one) {
  const [ground, ink] = await one.page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const light = (colour) => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3;
    };
    const style = getComputedStyle(document.body);
    return [light(style.backgroundColor), light(style.color)];
  });
  assert.ok(Math.abs(ground - ink) > 100, `nobody can read ${ink} on ${ground}`);
  return ground > ink ? "light" : "dark";
}

const LANGUAGES = { de: ["Ihr Konto", "Gespeichert."], fr: ["Votre compte", "Enregistré."], es: ["Su cuenta", "Guardado."], ar: ["حسابك", "تم الحفظ."], en: ["Your account", "Saved."] };

// Somebody whose account only these stories change; let in once for all of them.
let login;
const hers = async (person) => (login ??= await lets(await person({ role: "owner" }), `Iris ${tag()}`, "clerk"));

for (const js of [true, false]) {
  const how = js ? "" : ", without JavaScript";

  story(`the page is light, dark, or as the device, and stays so for who chose it${how}`, async ({ person }) => {
    const login = await hers(person);
    const iris = await person({ login, js, theme: "light" });
    await chooses(iris, "theme", "dark");
    await iris.sees("Saved.");
    assert.equal(await looks(iris), "dark", "whatever the device would have");
    await iris.looksRight();
    await chooses(iris, "theme", "light");
    await iris.page.emulateMedia({ colorScheme: "dark" });
    assert.equal(await looks(iris), "light");
    await chooses(iris, "theme", "system");
    assert.equal(await looks(iris), "dark", "the device is dark");
    await iris.page.emulateMedia({ colorScheme: "light" });
    assert.equal(await looks(iris), "light");

    // On every device of theirs, and on the way in of each where they were seen.
    await chooses(iris, "theme", "dark");
    const phone = await person({ login, js, phone: true, theme: "light" });
    await phone.opens("/stock");
    assert.equal(await looks(phone), "dark");
    await phone.opens("/admin/account");
    assert.ok(await phone.page.locator("[name=theme][value=dark]").isChecked());
    await press(phone, "/admin/account/everywhere");
    for (const one of [phone, iris]) {
      await one.page.goto("/stock");
      assert.match(one.page.url(), /\/signin/);
      assert.equal(await looks(one), "dark");
    }
    await iris.signsIn(login);
    assert.equal(await looks(iris), "dark");
  });

  story(`somebody is spoken to in the language they chose, in every browser${how}`, async ({ person }) => {
    const login = await hers(person);
    const iris = await person({ login, js });
    for (const [lang, [title, saved]] of Object.entries(LANGUAGES)) {
      await chooses(iris, "locale", lang);
      await iris.sees(saved);
      await iris.sees(title);
      const html = iris.page.locator("html");
      assert.deepEqual([await html.getAttribute("lang"), await html.getAttribute("dir")], [lang, lang === "ar" ? "rtl" : "ltr"]);
      assert.equal(await iris.page.locator("[name=locale]").inputValue(), lang);
      await iris.fits();
    }
    await chooses(iris, "locale", "ar");
    const german = await person({ login, js, phone: true, lang: "de" });
    const spoken = (one) => one.page.locator("html").getAttribute("lang");
    await german.opens("/");
    assert.equal(await spoken(german), "ar", "what this browser was asked for does not count");
    await german.looksRight();
    // As each browser asks, whatever was chosen in it before it was known who sits there.
    await german.context.addCookies([{ name: "lang", value: "es", url: base }]);
    await chooses(german, "locale", "browser");
    assert.equal(await spoken(german), "de");
    await german.sees("Gespeichert.");
    await iris.opens("/admin/account");
    assert.equal(await spoken(iris), "en");
    assert.equal(await iris.page.locator("[name=locale]").inputValue(), "browser");
    // As the business, in a browser where nothing was chosen.
    await german.context.clearCookies({ name: "lang" });
    await chooses(german, "locale", "");
    assert.equal(await spoken(german), "en");
    await german.sees("Saved.");
  });

  story(`one's password is changed by who knows the old one, and other devices are out${how}`, async ({ person }) => {
    const login = await lets(await person({ role: "owner" }), `Tom ${tag()}`, "clerk");
    const tom = await person({ login, js, expects: [422] });
    const phone = await person({ login, js, phone: true, expects: [422] });
    const next = `sound ${tag()} river lamp`;
    const tries = async (current, password, again = password) => {
      for (const [name, value] of Object.entries({ current, password, again })) await tom.page.fill(`main [name=${name}]`, value);
      await press(tom, "/admin/account/password");
      return faults(tom);
    };
    await tom.opens("/admin/account");
    assert.deepEqual(await tries("not my password", next), { current: "This is not your present password." });
    await tom.looksRight();
    assert.deepEqual(await typed(tom, "current", "password", "again", "username"), { current: "", password: "", again: "", username: login.email }, "a page never says a password again");
    assert.deepEqual(await tries(login.password, "too short"), { password: "A password has at least 12 characters. Add a word or two." });
    assert.deepEqual(await tries(login.password, next, `${next}s`), { again: "This differs from the new password above. Type both again." });
    assert.deepEqual(await tries(login.password, login.password), { password: "This is your present password. Choose another." });
    await phone.opens("/stock");
    assert.deepEqual(await tries(login.password, next), {});
    await tom.sees("Your password is changed. Every other device is signed out.");

    await tom.opens("/stock");
    await phone.page.goto("/stock");
    assert.match(phone.page.url(), /\/signin/);
    await phone.sends(login);
    assert.match(phone.page.url(), /\/signin/, "the old one opens nothing any more");
    await phone.sends({ ...login, password: next });
    assert.equal(new URL(phone.page.url()).pathname, "/stock");
  });

  story(`what holds for the whole business is set, and told in its history${how}`, async ({ person }) => {
    const tenant = "Nordlicht Kaffee";
    const owner = await person({ role: "owner", tenant, js, expects: [422] });
    const fields = ["name", "locale", "zone", "public_base"];
    await owner.opens("/admin/settings");
    await owner.looksRight();
    const before = { ...(await typed(owner, ...fields)), one_person: await owner.page.locator("main [role=switch][name=one_person]").isChecked() };
    const saves = async (values, onePerson) => {
      for (const [name, value] of Object.entries(values)) {
        if (name === "locale") await owner.page.locator("main [name=locale]").selectOption(value);
        else await owner.page.fill(`main [name=${name}]`, value);
      }
      await owner.page.locator("main [role=switch][name=one_person]").setChecked(onePerson);
      await press(owner, "/admin/settings");
      return faults(owner);
    };
    try {
      const wrong = { name: `Polar`, locale: "fr", zone: "Mars/North", public_base: "http://id.example.com" };
      const told = await saves(wrong, !before.one_person);
      assert.deepEqual(Object.keys(told).sort(), ["public_base", "zone"]);
      assert.equal(told.public_base, "Begin with https://");
      assert.match(told.zone, /no such time zone/);
      await owner.looksRight();
      assert.deepEqual(await typed(owner, ...fields), wrong, "what was typed is still there");
      assert.equal(await owner.page.locator("main [role=switch][name=one_person]").isChecked(), !before.one_person);
      assert.deepEqual(await saves({ name: "   ", zone: "Europe/Paris", public_base: "" }, true), { name: "Fill this in." });
      const mark = tag();
      for (const [raw, why] of [["https://10.0.0.1", /by its name/], ["https://id.example.com/A b", /The path/]]) {
        const { public_base: said, ...others } = await saves({ name: `Polar ${mark}`, public_base: raw }, true);
        assert.match(said, why);
        assert.deepEqual(others, {}, "the others were put right");
      }
      assert.deepEqual(await saves({ public_base: `https://id.example.com/${mark.toLowerCase()}/` }, true), {});
      await owner.sees("Saved.");
      await owner.sees(`Polar ${mark}`);
      await owner.opens("/admin/settings");
      const now = { name: `Polar ${mark}`, locale: "fr", zone: "Europe/Paris", public_base: `https://id.example.com/${mark.toLowerCase()}` };
      assert.deepEqual(await typed(owner, ...fields), now);
      assert.ok(await owner.page.locator("main [role=switch][name=one_person]").isChecked());

      await turns(owner, "History");
      assert.equal(new URL(owner.page.url()).pathname, "/admin/settings/history");
      await owner.looksRight();
      await newest(owner, "Settings changed", before.name, now.name, "Français", before.zone, now.zone, now.public_base, "One person does everything");

      // A manager sets the rest, but not who may approve their own counts.
      const manager = await person({ role: "manager", tenant, js });
      await manager.context.clearCookies({ name: "lang" });
      await manager.opens("/admin/settings");
      assert.equal(await manager.page.locator("html").getAttribute("lang"), "fr", "who chose no language has the business's");
      assert.ok(await manager.page.locator("main [role=switch][name=one_person]").isDisabled());
      await manager.page.fill("main [name=zone]", "Europe/Berlin");
      await press(manager, "/admin/settings");
      const kept = await manager.asks("/settings");
      assert.deepEqual([kept.zone, kept.one_person], ["Europe/Berlin", true]);
      // Who may set nothing finds the ways on, and no form.
      const clerk = await person({ role: "clerk", tenant, js, expects: [403] });
      await clerk.opens("/admin/settings");
      await clerk.looksRight();
      assert.equal(await clerk.page.locator("main form[action='/admin/settings']").count(), 0);
      assert.equal((await clerk.page.goto("/admin/settings/history")).status(), 403);
    } finally {
      const { one_person: onePerson, ...values } = before;
      await owner.opens("/admin/settings");
      assert.deepEqual(await saves(values, onePerson), {});
    }
  });
}

story("all that is wrong with the business's settings is told at once", async ({ person }) => {
  const owner = await person({ role: "owner", tenant: "Nordlicht Kaffee", expects: [422] });
  await owner.opens("/admin/settings");
  for (const [name, value] of Object.entries({ name: "   ", zone: "Mars/North", public_base: "http://id.example.com" })) await owner.page.fill(`main [name=${name}]`, value);
  await press(owner, "/admin/settings");
  assert.deepEqual(Object.keys(await faults(owner)).sort(), ["name", "public_base", "zone"]);
});
