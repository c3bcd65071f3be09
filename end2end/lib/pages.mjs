// Every page of the product.

// Those without an id in their address.
export const PAGES = [
  "/",
  "/catalog/items",
  "/catalog/items?q=heart&state=active",
  "/catalog/items/new",
  "/catalog/categories",
  "/catalog/categories?q=zzzz",
  "/catalog/categories/new",
  "/catalog/scan",
  "/catalog/scan?code=5012345678901",
  "/stock",
  "/stock?store=LONDON",
  "/stock?q=zzzz",
  "/stock?view=low",
  "/stock/movements",
  "/stock/movements?store=LONDON&kind=receipt",
  "/stock/receive?store=LONDON",
  "/stock/sell?store=LONDON",
  "/stock/takeback?store=LONDON",
  "/stock/opening?store=LONDON",
  "/stock/move?store=LONDON",
  "/stock/status?store=LONDON",
  "/stock/adjust?store=LONDON",
  "/stock/transfers",
  "/stock/transfers/new?store=LONDON",
  "/stock/as-of?day=2026-11-01",
  "/stock/as-of?day=2026-11-20&known=then&store=LONDON",
  "/stock/as-of?day=2019-05-01",
  "/stock/periods",
  "/stock/periods/history",
  "/stock/return?store=LONDON",
  "/stock/lots",
  "/stock/lots?view=soon",
  "/stock/lots?code=zzzz",
  "/stock/value",
  "/stock/value?day=2026-11-01&known=then",
  "/stock/value/totals",
  "/stock/value/totals?day=2026-11-20&known=then",
  "/stock/value/account",
  "/stock/value/changes",
  "/stock/value/costing",
  "/stock/value?lots=yes&store=LONDON",
  "/stock/reservations",
  "/stock/reservations?state=active",
  "/stock/reservations/new?store=LONDON",
  "/stock/shortages",
  "/stock/buffers",
  "/stock/buffers?keeps=online",
  "/stock/buffers/history",
  "/stock/stores",
  "/stock/stores?state=open&q=London",
  "/stock/stores/new",
  "/stock/stores/LONDON",
  "/stock/stores/LONDON?place=F1",
  "/stock/stores/LONDON/history",
  "/stock/counts",
  "/stock/counts/new?store=LONDON",
  "/stock/counts/programmes",
  "/stock/counts/accuracy",
  "/stock/counts/shrinkage?by=reason",
  "/stock/counts/programmes/new?store=LONDON",
  "/floor",
  "/notify/labels",
  "/notify/labels?store=LONDON&lines=LOC%3ALONDON%3AF1-01&start=2",
  "/admin/imports",
  "/admin/imports?state=done&kind=catalog",
  "/admin/lists/stock/views?query=view%3Dlow",
  "/admin/people",
  "/admin/people/new",
  "/admin/settings",
  "/admin/settings/history",
  "/admin/account",
  "/admin/verify",
  "/problems/error-stale",
  "/problems/count-closed",
];

// Those of one thing each, of the things that are there.
export async function pagesOfThings(one) {
  const [item] = (await one.asks("/items")).rows;
  const [category] = (await one.asks("/categories")).categories;
  const [posting] = (await one.asks("/movements")).rows;
  const counts = (await one.asks("/counts")).rows;
  const [count, review] = [counts[0], counts.find(({ state }) => state === "review")];
  const [transfer] = (await one.asks("/transfers")).rows;
  const [reservation] = (await one.asks("/reservations")).rows;
  const [lot] = (await one.asks("/lots")).rows;
  const [programme] = (await one.asks("/count-programmes")).rows;
  const [change] = (await one.asks("/cost-changes")).rows;
  const file = (await one.asks("/imports")).rows.at(-1);
  const someone = (await one.asks("/people")).rows[0];
  const store = (await one.asks("/stores")).rows[0];
  const place = store && (await one.asks(`/stores/${store.id}/locations`)).locations[0];
  const of = (thing, ...paths) => (thing ? paths : []);
  return [
    ...of(category, `/catalog/categories/${category?.id}`, `/catalog/categories/${category?.id}/edit`, `/catalog/categories/${category?.id}/merge`, `/catalog/categories/${category?.id}/history`),
    ...of(item, `/catalog/items/${item?.item}`, `/catalog/items/${item?.item}/axes`, `/catalog/items/${item?.item}/edit`, `/catalog/items/${item?.item}/tracking`, `/catalog/items/${item?.item}/history`, `/catalog/items/${item?.item}/variants/new`, `/catalog/variants/${item?.variant}`, `/catalog/variants/${item?.variant}/units`, `/catalog/variants/${item?.variant}/kit`),
    ...of(posting, `/stock/postings/${posting?.posting}`, `/stock/why?variant=${posting?.variant}&store=WAREHOUSE`, `/stock/adjust?variant=${posting?.variant}&store=WAREHOUSE`),
    ...of(count, `/stock/counts/${count?.id}`, `/stock/counts/${count?.id}/history`, `/floor/counts/${count?.id}`),
    ...of(review, `/stock/counts/${review?.id}/review`),
    ...of(transfer, `/stock/transfers/${transfer?.transfer}`, `/stock/transfers/${transfer?.transfer}/history`),
    ...of(reservation, `/stock/reservations/${reservation?.reservation}`),
    ...of(lot, `/stock/lots/${lot?.lot}`, `/stock/movements?lot=${lot?.lot}`),
    ...of(change, `/stock/value/changes/${change?.change}`, `/stock/value/changes?receipt=${change?.posting ?? ""}`),
    ...of(programme, `/stock/counts/programmes/${programme?.programme}`),
    ...of(place, `/stock/stores/${store?.code}/places/${place?.id}`),
    ...of(file, `/admin/imports/${file?.id}`, `/admin/imports/${file?.id}/history`),
    ...of(someone, `/admin/people/${someone?.person}`, `/admin/people/${someone?.person}/history`),
  ];
}
