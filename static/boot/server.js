// The build of several files: the module lies beside the page on the same server.
start(async () => {
  const answer = await fetch(new URL('entente.wasm', document.baseURI), { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`entente.wasm: ${answer.status} ${answer.statusText}`);
  return WebAssembly.compile(await answer.arrayBuffer());
});
