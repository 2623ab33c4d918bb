// Starts the application from a compiled module; what goes wrong is said in a sentence.
const MISSING =
  'This browser cannot run the application: WebAssembly is off or missing. ' +
  'The documents can be read below as plain text; search and cross-references need WebAssembly.';
const BROKEN =
  'The application could not be started. The documents can be read below as plain text. ' +
  'If this happens again, get the file again from where it came, or open it in another browser.';

/** The bytes that a list of Base64 texts holds, inflated. */
const inflated = async (slices) => {
  const parts = slices.map((slice) =>
    Uint8Array.fromBase64 ? Uint8Array.fromBase64(slice) : Uint8Array.from(atob(slice), (c) => c.charCodeAt(0)),
  );
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
};

/** Puts deflated texts, clear again, where the application looks for them. */
const inflatePayload = async () => {
  const element = document.querySelector('script[data-entente="head"]');
  let head;
  try {
    head = JSON.parse(element.textContent);
  } catch {
    return; // The application says what is wrong with it.
  }
  if (head.encoding !== 'deflate-raw') return;
  const progress = document.createElement('p');
  progress.setAttribute('role', 'status');
  progress.className = 'boot';
  const bodies = [];
  let catalogue = [];
  for (const part of document.querySelectorAll('script[data-entente="catalogue"]')) catalogue.push(part.textContent);
  for (const part of document.querySelectorAll('script[data-entente="body"]')) {
    const n = Number(part.dataset.document);
    (bodies[n] = bodies[n] || []).push(part.textContent);
  }
  const decoder = new TextDecoder();
  const clear = async (slices) => decoder.decode(await inflated(slices));
  const started = performance.now();
  const out = [];
  try {
    catalogue = await clear(catalogue);
    for (const slices of bodies) {
      out.push(slices ? await clear(slices) : '');
      if (performance.now() - started > 300) {
        if (!progress.isConnected) document.getElementById('app').prepend(progress);
        progress.textContent = `Opening document ${out.length} of ${bodies.length}`;
      }
    }
  } catch {
    return; // Damaged: the application finds the deflated text and says so.
  }
  progress.remove();
  globalThis.ententePayload = { head: element.textContent, catalogue, bodies: out };
};

/** Runs `compile` and starts what it gives. */
const start = async (compile) => {
  try {
    await inflatePayload();
    if (typeof WebAssembly !== 'object') return plain.show(MISSING);
    ententeGlue.initSync({ module: await compile() });
  } catch (error) {
    // A panic shows its own card first.
    if (!document.querySelector('.fault')) plain.show(BROKEN, String((error && error.stack) || error));
  }
};
