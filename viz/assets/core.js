const VIEWS = {};
// Elements, text and numbers. Every text goes in as a text node, so no name is ever read as markup.
const SVG = 'http://www.w3.org/2000/svg';
const el = id => document.getElementById(id);

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || (value === false && !name.startsWith('aria-'))) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}
const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const clear = node => { node.replaceChildren(); return node; };

const sum = (list, of = x => x) => list.reduce((total, x) => total + of(x), 0);
const unique = list => [...new Set(list)];
const by = (...of) => (a, b) => {
  for (const key of of) {
    const x = key(a), y = key(b);
    if (x < y) return -1;
    if (x > y) return 1;
  }
  return 0;
};
function group(list, of) {
  const found = new Map();
  for (const x of list) {
    const key = of(x);
    if (found.has(key)) found.get(key).push(x);
    else found.set(key, [x]);
  }
  return found;
}
function css(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

// The width of a text in the page's font, measured once for each size.
const ruler = document.createElement('canvas').getContext('2d');
const widths = new Map();
function textWidth(text, size, weight = 400) {
  const key = `${weight} ${size} ${text}`;
  let found = widths.get(key);
  if (found === undefined) {
    ruler.font = `${weight} ${size}px ${FONT}`;
    found = ruler.measureText(text).width;
    widths.set(key, found);
  }
  return found;
}
function cut(text, size, room, weight = 400) {
  if (textWidth(text, size, weight) <= room) return text;
  let n = text.length;
  while (n > 1 && textWidth(text.slice(0, n) + '…', size, weight) > room) n -= 1;
  return text.slice(0, n) + '…';
}
let FONT = 'sans-serif';

// Light text on dark colours, dark text on light ones: whichever has more contrast (WCAG 2, relative luminance).
function luminance(colour) {
  const parts = [1, 3, 5].map(n => parseInt(colour.slice(n, n + 2), 16) / 255)
    .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}
function inkOn(colour) {
  const l = luminance(colour);
  return (1.05 / (l + 0.05)) >= ((l + 0.05) / 0.0595) ? '#ffffff' : '#14171b';
}
