// Runs the browser's stories: every *.spec.mjs, or those named. As many servers as there are processors, four at most,
// each on a data folder of its own with the demo retailers, take one file after another; what a file says is printed when
// it has ended. `make test` calls it after the build.
//   node end2end/run.mjs [NAME…]        STOCKROOM_BIN=target/debug/stockroom   STOCKROOM_E2E_LANES=1
//   node end2end/run.mjs --pictures     takes the README's pictures instead (screenshots.mjs)
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, existsSync, mkdirSync, openSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import net from "node:net";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "..");
const pictures = process.argv.includes("--pictures");
const wanted = process.argv.slice(2).filter((name) => name !== "--pictures");
// By their names, so that the main job comes first: it counts on the demo as it was loaded.
const specs = readdirSync(here).filter((file) => file.endsWith(".spec.mjs") && (!wanted.length || wanted.some((name) => file.startsWith(name)))).sort();
if (!specs.length) throw new Error("no stories to run");

const results = join(root, "target", "end2end");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const bin = process.env.STOCKROOM_BIN ?? join(root, "target", "debug", "stockroom");
const seed = process.env.STOCKROOM_E2E_SEED ?? String(Math.floor(Math.random() * 1e9));

// In how many parts every page in every look is walked: a file of stories has a quarter of an hour.
const SHARES = 10;

const freePort = () =>
  new Promise((done) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

// A server of its own, ready, with the demo loaded.
async function serve(name) {
  const data = mkdtempSync(join(tmpdir(), "stockroom-e2e-"));
  const base = `http://127.0.0.1:${await freePort()}`;
  const file = join(results, `${name}.log`);
  const log = openSync(file, "w");
  const server = spawn(bin, ["serve", "--demo"], {
    cwd: root,
    env: { ...process.env, STOCKROOM_DATA: data, STOCKROOM_ADDR: new URL(base).host, DATABASE_URL: undefined },
    stdio: ["ignore", log, log],
  });
  let ended = false;
  server.on("exit", () => (ended = true));
  const stop = async () => {
    if (!ended) {
      server.kill("SIGTERM");
      await new Promise((done) => {
        server.on("exit", done);
        setTimeout(() => (server.kill("SIGKILL"), done()), 20_000).unref();
      });
    }
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const until = Date.now() + 120_000;
    for (;;) {
      if (ended) throw new Error(`the server ended; see ${file}:\n${readFileSync(file, "utf8").slice(-3000)}`);
      const answer = await fetch(`${base}/readyz`).catch(() => undefined);
      if (answer?.ok && existsSync(join(data, "demo-logins.json"))) break;
      if (Date.now() > until) throw new Error("the server was not ready within two minutes");
      await new Promise((done) => setTimeout(done, 200));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const env = { ...process.env, STOCKROOM_E2E_BASE: base, STOCKROOM_E2E_DATA: data, STOCKROOM_E2E_RESULTS: results, STOCKROOM_E2E_SEED: seed, STOCKROOM_BIN: bin };
  // Runs node with these arguments against the server, for a share of its stories; what it says comes out in one piece.
  const run = (share, ...told) =>
    new Promise((done) => {
      const child = spawn(process.execPath, told, { cwd: root, env: { ...env, STOCKROOM_E2E_SHARE: share }, stdio: ["ignore", "pipe", "pipe"] });
      const said = [];
      child.stdout.on("data", (part) => said.push(part));
      child.stderr.on("data", (part) => said.push(part));
      child.on("close", (status) => done({ ok: status === 0, said: Buffer.concat(said).toString() }));
    });
  return { base, run, stop };
}

async function lane(name, work) {
  const server = await serve(name);
  let ok = true;
  try {
    for (let next = work.shift(); next; next = work.shift()) {
      const [spec, share] = next;
      const began = Date.now();
      const told = await server.run(share, "--test", "--test-timeout=900000", "--test-reporter=spec", join(here, spec));
      // node's sums of one file say nothing that its lines do not.
      const lines = told.said.split("\n").filter((line) => !line.startsWith("ℹ") && line.trim());
      console.log(`${spec} on ${name}: ${told.ok ? "passed" : "FAILED"} in ${Math.round((Date.now() - began) / 1000)} s\n${lines.map((line) => `  ${line}`).join("\n")}`);
      stories += lines.filter((line) => /^✔/.test(line)).length;
      ok &&= told.ok;
    }
  } finally {
    await server.stop();
  }
  return ok;
}

let stories = 0;
let ok;
if (pictures) {
  const server = await serve("server");
  const told = await server.run("", join(here, "screenshots.mjs")).finally(server.stop);
  console.log(told.said);
  ok = told.ok;
} else {
  const whole = process.env.STOCKROOM_E2E_ALL === "1";
  const most = Math.min(4, Number(process.env.STOCKROOM_E2E_LANES ?? availableParallelism()), whole ? 4 : specs.length);
  console.log(`seed ${seed}, ${specs.length} files of stories, ${most} servers`);
  const shares = Array.from({ length: SHARES }, (_, at) => `${at}/${SHARES}`);
  const work = specs.flatMap((spec) => (whole && spec === "pages.spec.mjs" ? shares : [""]).map((share) => [spec, share]));
  const lanes = await Promise.allSettled(Array.from({ length: most }, (_, at) => lane(`server-${at + 1}`, work)));
  for (const { reason } of lanes) if (reason) console.error(reason);
  ok = lanes.every(({ value }) => value === true);
  console.log(`${stories} stories passed${ok ? "" : "; not all did"}`);
}
process.exit(ok ? 0 : 1);
