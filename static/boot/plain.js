'use strict';
// Shows the documents as text where the application cannot run. It stands alone: no WebAssembly,
// no request, and everything from a document goes in as text. A document is inflated when it is opened.

/** The bytes of a Base64 text. */
const bytes = (base64) =>
  Uint8Array.fromBase64 ? Uint8Array.fromBase64(base64) : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/** The bytes that a list of Base64 texts holds, inflated. */
const inflated = async (slices) => {
  const parts = slices.map(bytes);
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
};

const plain = {
  /** The contents of the elements of this name, in the page's order. */
  slices(name) {
    return Array.from(document.querySelectorAll(`script[data-entente="${name}"]`), (element) => element.textContent);
  },

  /** What the page says of its texts; nothing where that is damaged. */
  head() {
    try {
      return JSON.parse(plain.slices('head').join(''));
    } catch {
      return {};
    }
  },

  /** The JSON that slices hold, clear or deflated. */
  async parsed(slices) {
    const clear = plain.head().encoding === 'deflate-raw';
    return JSON.parse(clear ? new TextDecoder().decode(await inflated(slices)) : slices.join(''));
  },

  /** Writes titles, or the documents' first words, into the items of a list. */
  async entitle(list) {
    try {
      const { documents } = await plain.parsed(plain.slices('catalogue'));
      documents.forEach((record, n) => {
        if (list.children[n]) list.children[n].firstChild.textContent = record.title ? record.title.value : record.begins;
      });
    } catch {
      // The items keep their numbers.
    }
  },

  /** The list of documents, numbered until their titles are known. */
  list() {
    const list = document.createElement('ol');
    const bodies = document.querySelectorAll('script[data-entente="body"]');
    const last = bodies.length ? Number(bodies[bodies.length - 1].dataset.document) : -1;
    for (let n = 0; n <= last; n += 1) {
      const item = document.createElement('li');
      item.dataset.document = n;
      item.dir = 'auto';
      item.append(document.createTextNode(`Document ${n + 1}`));
      list.append(item);
    }
    return list;
  },

  /** What opens a document as text below its title. */
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
        pre.textContent = (await plain.parsed(plain.slices(`body"][data-document="${n}`))).text;
      } catch {
        pre.textContent = 'This document is damaged and cannot be shown.';
      }
    });
    return more;
  },

  /** Says `message` above the list and lets every document be read as text. */
  show(message, details) {
    const app = document.getElementById('app');
    let main = app.querySelector('main.plain');
    if (!main) {
      // The application has drawn over the list: what it drew is dead, the list comes back.
      main = document.createElement('main');
      main.className = 'plain';
      const heading = document.createElement('h1');
      heading.textContent = 'Documents';
      const list = plain.list();
      main.append(heading, list);
      app.replaceChildren(main);
      plain.entitle(list);
    }
    if (main.querySelector('.fault')) return;
    const fault = document.createElement('section');
    fault.className = 'fault';
    fault.setAttribute('role', 'alert');
    const says = document.createElement('p');
    says.textContent = message;
    fault.append(says);
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
// The application calls this when it meets a fault that it cannot mend.
globalThis.ententePlain = plain.show;
