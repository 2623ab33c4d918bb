// Saves a figure as it is drawn, in light colours: SVG whose text is text, or PNG made of that. Neither has a script, a style or an
// outside address: what the style sheet says is written into attributes.
const FIGURE_WIDTH = 1600;
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const PAINT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stop-color', 'stop-opacity', 'opacity'];
const TYPE = ['font-family', 'font-size', 'font-weight', 'text-anchor'];
/** What belongs to the page and not to the picture. */
const LEFT_OUT = 'details, button, .readout, .figure-tools, .unseen-text, [hidden]';

const drawnNode = (name, attributes, parent, text = '') => {
  const node = document.createElementNS(SVG_NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.textContent = text;
  parent.append(node);
  return node;
};

const typeOf = (style) => Object.fromEntries(TYPE.slice(0, 3).map((name) => [name, style.getPropertyValue(name)]));

/** Puts a copy of a picture of the page at its place. */
const copyPicture = (picture, out, x, y) => {
  const copy = picture.cloneNode(true);
  const copies = [copy, ...copy.querySelectorAll('*')];
  [picture, ...picture.querySelectorAll('*')].forEach((original, at) => {
    const style = getComputedStyle(original);
    for (const name of original.localName === 'text' || original.localName === 'tspan' ? PAINT.concat(TYPE) : PAINT) {
      const value = style.getPropertyValue(name);
      if (value && original.localName !== 'svg') copies[at].setAttribute(name, value.replaceAll('"', "'"));
    }
    copies[at].removeAttribute('class');
    copies[at].removeAttribute('aria-hidden');
    if (original.matches('.pointer, .chosen, .lane-chosen')) copies[at].dataset.gone = '';
  });
  copy.querySelectorAll('[data-gone]').forEach((node) => node.remove());
  const box = picture.getBoundingClientRect();
  for (const [name, value] of Object.entries({ x, y, width: box.width, height: box.height }))
    copy.setAttribute(name, value);
  out.append(copy);
};

/** The figure as SVG, with the lines below it that say what it is of. */
const figureSvg = (section, lines) => {
  const frame = section.getBoundingClientRect();
  const margin = 16;
  const out = document.createElementNS(SVG_NAMESPACE, 'svg');
  const place = (box) => [box.left - frame.left + margin, box.top - frame.top + margin];
  const ground = drawnNode('rect', { width: '100%', height: '100%', fill: 'white' }, out);
  let lowest = 0;
  const words = (node, style, right) => {
    let line;
    for (const word of node.data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      if (line && box.right > right + 1) {
        line.text.textContent += '…';
        return;
      }
      if (line && Math.abs(line.top - box.top) < 2) {
        line.text.textContent += ' ' + word[0];
        continue;
      }
      const [x, y] = place(box);
      const paint = { x, y: y + box.height * 0.78, fill: style.color, ...typeOf(style) };
      line = { top: box.top, text: drawnNode('text', paint, out, word[0]) };
      lowest = Math.max(lowest, y + box.height);
    }
  };
  const walk = (element, edge) => {
    const style = getComputedStyle(element);
    if (element.matches(LEFT_OUT) || style.display === 'none' || style.visibility === 'hidden') return;
    const box = element.getBoundingClientRect();
    const [x, y] = place(box);
    if (element.localName === 'svg') {
      copyPicture(element, out, x, y);
      lowest = Math.max(lowest, y + box.height);
      return;
    }
    if (!/^(transparent|rgba\(.*, 0\))$/.test(style.backgroundColor)) {
      drawnNode('rect', { x, y, width: box.width, height: box.height, fill: style.backgroundColor }, out);
    }
    // What the page cuts at an edge is cut here.
    const right = style.textOverflow === 'ellipsis' ? Math.min(edge, box.right) : edge;
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) words(child, style, right);
      else if (child.nodeType === Node.ELEMENT_NODE) walk(child, right);
    }
  };
  walk(section, Infinity);
  const type = typeOf(getComputedStyle(document.body));
  for (const line of lines) {
    lowest += 19;
    drawnNode('text', { x: margin, y: lowest + 6, fill: '#555', ...type, 'font-size': '13px' }, out, line);
  }
  const [width, height] = [frame.width + 2 * margin, lowest + margin + 8];
  out.setAttribute('xmlns', SVG_NAMESPACE);
  out.setAttribute('viewBox', `0 0 ${width} ${height}`);
  out.setAttribute('width', FIGURE_WIDTH);
  out.setAttribute('height', Math.round((FIGURE_WIDTH * height) / width));
  ground.setAttribute('height', height);
  return new XMLSerializer().serializeToString(out);
};

/** The figure that the element `id` stands in as SVG, drawn in light colours whatever the page has. */
globalThis.ententeFigure = (id, lines) => {
  const root = document.documentElement;
  const theme = root.dataset.theme;
  root.dataset.theme = 'light';
  try {
    return figureSvg(document.getElementById(id).closest('section'), lines.split('\n'));
  } finally {
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
};

/** Gives an SVG as PNG to `save`. */
globalThis.ententePng = (svg, save) => {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d').drawImage(image, 0, 0);
    canvas.toBlob(async (blob) => save(new Uint8Array(await blob.arrayBuffer())));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
};
