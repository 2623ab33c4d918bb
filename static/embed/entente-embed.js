'use strict';
// <entente-explorer src="entente.html" view="search" q="cyber" height="auto"></entente-explorer>
//
// Shows a packed page inside this one. `view` is a route without its "#/", `q` the words; both may be changed
// while it is shown. `height` is a number of pixels, a CSS length, or "auto" to follow the content. The element fires
// `entente-ready`, `entente-navigate` and `entente-select` with the message as `detail`. The last two, and the height for
// "auto", only come where the page was packed with `--host` and this page's origin, or lies on the same origin.
(() => {
  const NAMES = ['src', 'view', 'q', 'height'];
  // Pixels; higher than any screen needs.
  const HIGHEST = 100000;

  class EntenteExplorer extends HTMLElement {
    static get observedAttributes() {
      return NAMES;
    }

    constructor() {
      super();
      const shadow = this.attachShadow({ mode: 'closed' });
      this.frame = document.createElement('iframe');
      this.frame.title = 'Documents';
      this.frame.setAttribute('width', '100%');
      this.frame.style.border = '0';
      this.frame.style.display = 'block';
      shadow.append(this.frame);
      this.receive = this.receive.bind(this);
      this.ready = false;
    }

    connectedCallback() {
      // Through the object model, which policies against style attributes allow.
      this.style.display = 'block';
      window.addEventListener('message', this.receive);
      this.load();
    }

    disconnectedCallback() {
      window.removeEventListener('message', this.receive);
    }

    attributeChangedCallback(name, before, after) {
      if (!this.isConnected || before === after) return;
      if (name === 'src') this.load();
      else if (name === 'height') this.measure();
      else this.go();
    }

    /** The fragment that the attributes ask for. */
    get fragment() {
      const [path, parameters] = (this.getAttribute('view') || '').split('?');
      const asked = new URLSearchParams(parameters || '');
      if (this.hasAttribute('q')) asked.set('q', this.getAttribute('q'));
      asked.set('embed', '1');
      return `#/${path}?${asked}`;
    }

    /** The origin of the page shown; `null` where it has none that can be named. */
    get origin() {
      const { protocol, origin } = new URL(this.getAttribute('src') || '', document.baseURI);
      return protocol.startsWith('http') ? origin : null;
    }

    load() {
      this.ready = false;
      const address = new URL(this.getAttribute('src') || '', document.baseURI);
      if (!['http:', 'https:', 'file:'].includes(address.protocol)) return;
      address.hash = this.fragment;
      this.measure();
      this.frame.src = address.href;
    }

    go() {
      if (this.ready && this.origin) this.send({ type: 'navigate', url: this.fragment });
      else this.load();
    }

    measure() {
      const height = this.getAttribute('height') || '480px';
      const pixels = height === 'auto' ? '360' : height;
      this.frame.style.height = Number.isNaN(Number(pixels)) ? height : `${pixels}px`;
    }

    send(message) {
      this.frame.contentWindow.postMessage({ entente: 1, ...message }, this.origin || '*');
    }

    receive(event) {
      if (event.source !== this.frame.contentWindow || !event.data || event.data.entente !== 1) return;
      const { type, height } = event.data;
      if (type === 'ready') {
        this.ready = true;
        this.send({ type: 'hello' });
      } else if (type === 'resize') {
        if (this.getAttribute('height') === 'auto' && height > 0)
          this.frame.style.height = `${Math.ceil(Math.min(height, HIGHEST))}px`;
        return;
      }
      if (['ready', 'navigate', 'select'].includes(type)) {
        this.dispatchEvent(new CustomEvent(`entente-${type}`, { detail: event.data, bubbles: true }));
      }
    }
  }

  if (!customElements.get('entente-explorer')) customElements.define('entente-explorer', EntenteExplorer);
})();
