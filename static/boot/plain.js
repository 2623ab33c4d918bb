'use strict';
// Shows the documents as text where the application cannot run. It stands alone: no WebAssembly,
// no request, and everything from a document goes in as text.
const plain = {
  /** The text of an inflated or clear element list. */
  texts() {
    const given = globalThis.ententePayload;
    if (given) return given.bodies;
    const bodies = [];
    for (const element of document.querySelectorAll('script[data-entente="body"]')) {
      const n = Number(element.dataset.document);
      bodies[n] = (bodies[n] || '') + element.textContent;
    }
    return bodies;
  },

    /** The titles of the documents, or their first words. */
  titles() {
    const given = globalThis.ententePayload;
    const clear = (element) => element.textContent;
    const texts = Array.from(document.querySelectorAll('script[data-entente="catalogue"]'), clear);
    try {
      const { documents } = JSON.parse(given ? given.catalogue : texts.join(''));
      return documents.map((record) => (record.title ? record.title.value : record.begins));
    } catch {
      return plain.texts().map((_, n) => `Document ${n + 1}`);
    }
  },

  /** Says `message` above the list and opens every document to be read as text. */
  show(message, details) {
    const app = document.getElementById('app');
    let main = app.querySelector('main.plain');
    if (!main) {
            // The application has drawn over the list: what it drew is dead, the list comes back.
      main = document.createElement('main');
      main.className = 'plain';
      const list = document.createElement('ol');
      plain.titles().forEach((title, n) => {
        const item = document.createElement('li');
        item.dataset.document = n;
        item.dir = 'auto';
        item.textContent = title;
        list.append(item);
      });
            const heading = document.createElement('h1');
      heading.textContent = 'Documents';
      main.append(heading, list);
      app.replaceChildren(main);
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
    plain.texts().forEach((json, n) => {
      let text;
      try {
        text = JSON.parse(json).text;
      } catch {
        text = 'This document is damaged and cannot be shown.';
      }
      const item = main.querySelector(`li[data-document="${n}"]`);
      const place = item || main.appendChild(document.createElement('div'));
      const more = document.createElement('details');
      const summary = document.createElement('summary');
      summary.textContent = 'Read as plain text';
      const pre = document.createElement('pre');
      pre.className = 'source';
      pre.dir = 'auto';
      pre.textContent = text;
      more.append(summary, pre);
      place.append(more);
    });
    document.documentElement.setAttribute('data-plain', 'true');
  },
};
// The application calls this when it meets a fault that it cannot mend.
globalThis.ententePlain = plain.show;
