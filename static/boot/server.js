// The build of several files: the module lies beside the page on the same server. It is compiled while it arrives, whatever
// type the server gives it.
start(async () => {
  const answer = await fetch(new URL('entente.wasm', document.baseURI), { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`entente.wasm: ${answer.status} ${answer.statusText}`);
  return WebAssembly.compileStreaming(new Response(answer.body, { headers: { 'Content-Type': 'application/wasm' } }));
});
