'use strict';
// Shows the documents as text if the application cannot run. It needs no WebAssembly and makes no request. Everything from a
// document becomes text, never markup. A document is inflated when it is opened.

/** The value of each Base64 letter, by its code; 255 for everything that is not one. */
const SIX_BITS = new Uint8Array(256).fill(255);
for (let n = 0; n < 64; n += 1) {
  SIX_BITS['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.charCodeAt(n)] = n;
}

/** Decodes Base64 by the table: 15 ms a megabyte, where going through the string that `atob` gives takes 130. */
const decodeByTable = (base64) => {
  const letters = new TextEncoder().encode(base64.replace(/=+$/, ''));
  const out = new Uint8Array((letters.length * 3) >> 2);
  let [buffer, bits, length] = [0, 0, 0];
  for (const letter of letters) {
    const value = SIX_BITS[letter];
    if (value > 63) throw new SyntaxError('this is not Base64');
    buffer = (buffer << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[length] = buffer >> bits;
      length += 1;
    }
  }
  return out;
};

/** The bytes of a Base64 text. The oldest browsers that the page supports have no `fromBase64`. */
const bytes = (base64) => (Uint8Array.fromBase64 ? Uint8Array.fromBase64(base64) : decodeByTable(base64));

/** A stream of a list of Base64 texts, inflated; each is decoded when it is wanted. The stream fails if they are damaged. */
const inflating = (slices) => {
  let next = 0;
  const source = new ReadableStream({
    pull(controller) {
      if (next === slices.length) return controller.close();
      controller.enqueue(bytes(slices[next]));
      next += 1;
    },
  });
  return source.pipeThrough(new DecompressionStream('deflate-raw'));
};

/** The bytes of a list of Base64 texts, inflated. Rejects if they are damaged. */
const inflated = (slices) => new Response(inflating(slices)).arrayBuffer();

/** The most texts in one block: a block has 64,000 bytes, and a text at least 32. */
const PER_BLOCK = 2000;

const plain = {
  /** The contents of the elements of this name, in the page's order. */
  slices(name) {
    return Array.from(document.querySelectorAll(`script[data-entente="${name}"]`), (element) => element.textContent);
  },

  /** The blocks of this name: the number of the first text in each, and its slices. */
  blocks(name, first) {
    const blocks = new Map();
    for (const part of document.querySelectorAll(`script[data-entente="${name}"]`)) {
      const start = Number(part.dataset[first]);
      blocks.set(start, [...(blocks.get(start) || []), part.textContent]);
    }
    return blocks;
  },

  /** The head of the payload; an empty object if it is damaged. */
  head() {
    try {
      return JSON.parse(plain.slices('head').join(''));
    } catch {
      return {};
    }
  },

  /** The text in `slices`, which are clear or deflated. */
  async clear(slices) {
    const deflated = plain.head().encoding === 'deflate-raw';
    return deflated ? new TextDecoder().decode(await inflated(slices)) : slices.join('');
  },

  /** Adds the documents that are not in the list: first with their numbers, then with titles or first words. */
  async complete(list) {
    const first = list.children.length;
    // A damaged head must not make the list endless.
    const most = PER_BLOCK * document.querySelectorAll('script[data-entente="body"]').length;
    const documents = Math.min(plain.head().documents || 0, most);
    for (let n = first; n < documents; n += 1) {
      const item = document.createElement('li');
      item.dataset.document = n;
      item.dir = 'auto';
      item.append(document.createTextNode(`Document ${n + 1}`));
      list.append(item);
    }
    try {
      for (const [start, slices] of plain.blocks('record', 'first')) {
        JSON.parse(await plain.clear(slices)).forEach((record, n) => {
          const item = list.children[start + n];
          if (item && start + n >= first)
            item.firstChild.textContent = record.title ? record.title.value : record.begins;
        });
      }
    } catch {
      // The items keep their numbers.
    }
  },

  /** The text of document `n`, counted from 0. A block has one document a line and is named after its first. */
  async text(n) {
    const blocks = plain.blocks('body', 'document');
    const first = [...blocks.keys()].filter((known) => known <= n).at(-1);
    return JSON.parse((await plain.clear(blocks.get(first))).split('\n')[n - first]).text;
  },

  /** An element that shows document `n` as text when it is opened. */
  reader(n) {
    const more = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = 'Read as plain text';
    more.append(summary);
    more.addEventListener('toggle', async () => {
      if (more.querySelector('pre')) return;
      const pre = document.createElement('pre');
      pre.className = 'source';
      pre.dir = 'auto';
      more.append(pre);
      try {
        pre.textContent = await plain.text(Number(n));
      } catch {
        pre.textContent = 'This document is damaged and cannot be shown.';
      }
    });
    return more;
  },

  /** Shows `message` above the list, and makes every document readable as text. */
  show(message, details) {
    const app = document.getElementById('app');
    let main = app.querySelector('main.plain');
    if (!main) {
      // The application has replaced the list and no longer works: the list comes back.
      main = document.createElement('main');
      main.className = 'plain';
      const heading = document.createElement('h1');
      heading.textContent = 'Documents';
      main.append(heading, document.createElement('ol'));
      app.replaceChildren(main);
    }
    if (main.querySelector('.fault')) return;
    plain.complete(main.querySelector('ol'));
    const fault = document.createElement('section');
    fault.className = 'fault';
    fault.setAttribute('role', 'alert');
    const says = document.createElement('p');
    says.textContent = message;
    fault.append(says);
    if (details) {
      // If this view stops again after reloading, the overview is the way out.
      const away = document.createElement('a');
      away.href = '#/';
      away.textContent = 'Open the overview';
      away.addEventListener('click', (event) => {
        event.preventDefault();
        location.hash = '#/';
        location.reload();
      });
      const line = document.createElement('p');
      line.append(away);
      fault.append(line);
    }
    if (details) {
      const more = document.createElement('details');
      const summary = document.createElement('summary');
      summary.textContent = 'Details';
      const pre = document.createElement('pre');
      pre.textContent = details;
      more.append(summary, pre);
      fault.append(more);
    }
    main.prepend(fault);
    for (const item of main.querySelectorAll('li[data-document]')) item.append(plain.reader(item.dataset.document));
    document.documentElement.setAttribute('data-plain', 'true');
  },
};
// The application calls this at a fault that it cannot handle.
globalThis.ententePlain = plain.show;
