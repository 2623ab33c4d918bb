// The single file: the module lies in the page, deflated.
start(async () => WebAssembly.compile(await inflated(plain.slices('wasm'))));
