// The single file: the module lies in the page, packed by LZMA.
start(async () => {
  const slices = Array.from(document.querySelectorAll('script[data-entente="wasm"]'), (part) => part.textContent);
  return WebAssembly.compile(unlzma(bytes(slices.join(''))));
});
