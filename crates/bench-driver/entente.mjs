// Our engine as a contender of the search bench: `cargo xtask bench --driver FOLDER` puts this file beside the engine's
// WebAssembly and its glue; give FOLDER/entente.mjs to the bench as a driver.
import init from './engine.js';
export const name = 'entente';
export const caps = { phrase: true, prefix: true, fuzzy: true };

// Node only: the files that a host would ship. The native program beside this file makes the index.
export async function build(docs) {
  const fs = await import('node:fs');
  const os = await import('node:os');
  const path = await import('node:path');
  const { fileURLToPath } = await import('node:url');
  const { execFileSync } = await import('node:child_process');
  const here = (name) => fileURLToPath(new URL(name, import.meta.url));
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-bench-'));
  const source = path.join(work, 'documents.jsonl');
  fs.writeFileSync(source, docs.map(({ id, title, body }) => JSON.stringify({ id, title, body })).join('\n'));
  execFileSync(here('./entente-bench'), ['--index', source, work]);
  const files = { 'engine.wasm': fs.readFileSync(here('./engine_bg.wasm')) };
  for (const name of ['tables', 'lists', 'places']) files[name] = fs.readFileSync(path.join(work, name));
  files['titles.json'] = JSON.stringify(docs.map((d) => [d.id, d.title]));
  fs.rmSync(work, { recursive: true });
  return { files };
}

export async function load(files) {
  const exports = await init({ module_or_path: files['engine.wasm'] });
  if (!globalThis.ententeEngine.open(files.tables, files.lists, files.places))
    throw new Error('the index cannot be read');
  const titles = JSON.parse(new TextDecoder().decode(files['titles.json']));
  return { titles, mem: () => exports.memory.buffer.byteLength };
}

export async function search({ titles }, q, { k, mode }) {
  return globalThis.ententeEngine.search(q, mode, k).map((at) => ({ id: titles[at][0], title: titles[at][1] }));
}
