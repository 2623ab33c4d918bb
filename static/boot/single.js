// The single file: the module lies in the page.
start(async () => {
  const slices = Array.from(document.querySelectorAll('script[data-entente="wasm"]'), (part) => part.textContent);
  return WebAssembly.compile(await inflated(slices));
});
