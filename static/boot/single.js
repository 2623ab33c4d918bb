// The single file: the module lies in the page, deflated. It is compiled while it is inflated.
start(() => {
  const headers = { 'Content-Type': 'application/wasm' };
  return WebAssembly.compileStreaming(new Response(inflating(plain.slices('wasm')), { headers }));
});
