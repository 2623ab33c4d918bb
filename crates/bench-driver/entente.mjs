// Our engine as a contender of the search bench: `cargo xtask bench --driver FOLDER` puts this file beside the engine's
// WebAssembly and its glue; give FOLDER/entente.mjs to the bench as a driver.
import init from './engine.js';
export const name = 'entente';
export const caps = { phrase: true, prefix: true, fuzzy: true };

// Node only: the files that a host would ship.
export async function build(docs) {
  const fs = await import('node:fs');
  const url = await import('node:url');
  const wasm = fs.readFileSync(url.fileURLToPath(new URL('./engine_bg.wasm', import.meta.url)));
  const lines = docs.map(({ id, title, body }) => JSON.stringify({ id, title, body })).join('\n');
  return { files: { 'engine.wasm': wasm, 'documents.jsonl': lines, 'titles.json': JSON.stringify(docs.map((d) => [d.id, d.title])) } };
}

export async function load(files) {
  const exports = await init({ module_or_path: files['engine.wasm'] });
  globalThis.ententeEngine.open(files['documents.jsonl']);
  const titles = JSON.parse(new TextDecoder().decode(files['titles.json']));
  return { titles, mem: () => exports.memory.buffer.byteLength };
}

export async function search({ titles }, q, { k, mode }) {
  return globalThis.ententeEngine.search(q, mode, k).map((at) => ({ id: titles[at][0], title: titles[at][1] }));
}
