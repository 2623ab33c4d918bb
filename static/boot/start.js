// Starts the application from a compiled module. If that fails, it shows a sentence that says so, and the documents as text.
const MISSING =
  'This browser cannot run the application: WebAssembly is off or missing. ' +
  'The documents can be read below as plain text; search and cross-references need WebAssembly.';
const BROKEN =
  'The application could not be started. The documents can be read below as plain text. ' +
  'If this happens again, get the file again from where it came, or open it in another browser.';

/**
 * True if everything that the start needs has arrived: the whole page, or, if it carries an index, everything before the texts.
 */
const arrived = () =>
  document.readyState !== 'loading' ||
  (document.querySelector('script[data-entente="places"]') && document.querySelector('script[data-entente="body"]'));

/** The parts of the index as bytes, by name. Browsers inflate them faster than the module. A damaged part is left out. */
const parts = async () => {
  const out = {};
  for (const name of ['sums', 'tables', 'lists']) {
    try {
      const unpacked =
        name === 'tables' ? inflated(plain.slices(name)) : new Blob(plain.slices(name).map(bytes)).arrayBuffer();
      out[name] = new Uint8Array(await unpacked);
    } catch {
      // The application reads the part itself and says what is wrong.
    }
  }
  return out;
};

/** Runs `compile` and starts the module that it returns. */
const start = async (compile) => {
  try {
    if (typeof WebAssembly !== 'object') {
      while (document.readyState === 'loading') await new Promise((then) => setTimeout(then, 10));
      return plain.show(MISSING);
    }
    const module = await compile();
    while (!arrived()) await new Promise((then) => setTimeout(then, 2));
    if (document.querySelector('script[data-entente="tables"]')) globalThis.ententeParts = await parts();
    ententeGlue.initSync({ module });
  } catch (error) {
    // A panic shows its own card first.
    if (!document.querySelector('.fault')) plain.show(BROKEN, String((error && error.stack) || error));
  }
};
