// Wakes a page's islands: loads the one module the page names, then walks the document in order. Pages without islands
// do not carry this script. Addresses carry the build's version, so that page and module always match.
const script = document.querySelector("script[data-module]");
const name = script.dataset.module;
const version = new URL(script.src).searchParams.get("v");
const module = await import(`/pkg/${name}.js?v=${version}`);
await module.default({ module_or_path: `/pkg/${name}.wasm?v=${version}` });
module.hydrate();

const callbacks = [];
async function wake(node) {
  const tag = node.tagName;
  if (tag === "LEPTOS-ISLAND") {
    const island = module[node.dataset.component];
    if (!island) return void console.error(`island ${node.dataset.component} is not in ${name}.js`);
    const outer = callbacks.at(-1);
    if (outer) outer();
    else module.root_scope();
    await island(node);
  }
  if (tag === "LEPTOS-CHILDREN") callbacks.push(node.$$on_hydrate);
  for (const child of node.children) await wake(child);
  if (tag === "LEPTOS-CHILDREN") callbacks.pop();
}
await wake(document.body);
document.documentElement.dataset.awake = "";
