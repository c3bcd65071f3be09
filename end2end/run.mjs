// Runs the browser's stories: starts the server on a data folder of its own with the demo retailers, runs every
// *.spec.mjs (or those named), stops the server, says how it went. `make test` calls it after the build.
//   node end2end/run.mjs [NAME…]        STOCKROOM_BIN=target/debug/stockroom
//   node end2end/run.mjs --pictures     takes the README's pictures instead (screenshots.mjs)
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, existsSync, mkdirSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import net from "node:net";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "..");
const pictures = process.argv.includes("--pictures");
const wanted = process.argv.slice(2).filter((name) => name !== "--pictures");
const specs = readdirSync(here).filter((file) => file.endsWith(".spec.mjs") && (!wanted.length || wanted.some((name) => file.startsWith(name)))).sort();
if (!specs.length) throw new Error("no stories to run");

const port = await new Promise((done) => {
  const probe = net.createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});
const data = mkdtempSync(join(tmpdir(), "stockroom-e2e-"));
const results = join(root, "target", "end2end");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const log = openSync(join(results, "server.log"), "w");
const bin = process.env.STOCKROOM_BIN ?? join(root, "target", "debug", "stockroom");
const base = `http://127.0.0.1:${port}`;
const server = spawn(bin, ["serve", "--demo"], {
  cwd: root,
  env: { ...process.env, STOCKROOM_DATA: data, STOCKROOM_ADDR: `127.0.0.1:${port}`, DATABASE_URL: undefined },
  stdio: ["ignore", log, log],
});
let ended = false;
server.on("exit", () => (ended = true));

async function stop() {
  if (!ended) {
    server.kill("SIGTERM");
    await new Promise((done) => {
      server.on("exit", done);
      setTimeout(() => (server.kill("SIGKILL"), done()), 20_000).unref();
    });
  }
  rmSync(data, { recursive: true, force: true });
}

let code = 1;
try {
  const until = Date.now() + 120_000;
  for (;;) {
    if (ended) throw new Error(`the server ended; see target/end2end/server.log:\n${readFileSync(join(results, "server.log"), "utf8").slice(-3000)}`);
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.ok && existsSync(join(data, "demo-logins.json"))) break;
    if (Date.now() > until) throw new Error("the server was not ready within two minutes");
    await new Promise((done) => setTimeout(done, 200));
  }
  const seed = process.env.STOCKROOM_E2E_SEED ?? String(Math.floor(Math.random() * 1e9));
  console.log(`stories against ${base}, seed ${seed}`);
  code = await new Promise((done) => {
    const told = ["--test", "--test-concurrency=1", "--test-timeout=900000", "--test-reporter=spec", ...specs.map((file) => join(here, file))];
    const tests = spawn(process.execPath, pictures ? [join(here, "screenshots.mjs")] : told, {
      cwd: root,
      env: { ...process.env, STOCKROOM_E2E_BASE: base, STOCKROOM_E2E_DATA: data, STOCKROOM_E2E_RESULTS: results, STOCKROOM_E2E_SEED: seed, STOCKROOM_BIN: bin },
      stdio: "inherit",
    });
    tests.on("exit", (status) => done(status ?? 1));
  });
} finally {
  await stop();
}
process.exit(code);
