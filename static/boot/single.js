// The single file: the module lies in the page, taken apart and deflated. It is compiled while it is put together.
start(async () => {
  const pieces = joined(await inflated(plain.slices('wasm')));
  const stream = new ReadableStream({
    pull(controller) {
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return WebAssembly.compileStreaming(new Response(stream, { headers: { 'Content-Type': 'application/wasm' } }));
});
