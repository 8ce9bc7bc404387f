// Out of the page: PNG (also 16:9), SVG, CSV, a link, print.
function save(name, type, data) {
  const url = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type }));
  const a = h('a', { href: url, download: name });
  document.body.append(a); a.click(); a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
const fileName = ending => `innograph-${state.view}${ending}`;
function csvText() {
  const told = tableOf(VIEWS[state.view]);
  if (!told) return '';
  // A cell that a spreadsheet would run as a formula is kept text.
  const cell = v => { let t = String(v ?? ''); if (/^[=+\-@\t\r]/.test(t) && typeof v !== 'number') t = `'${t}`; return /[",\n\r]/.test(t) ? `"${t.replaceAll('"', '""')}"` : t; };
  return '\ufeff' + [told.head, ...told.rows.map(r => r.cells)].map(r => r.map(cell).join(',')).join('\r\n') + '\r\n';
}
function saveCsv() { const text = csvText(); if (text) save(fileName('.csv'), 'text/csv;charset=utf-8', text); else say(L('没有可列的行', 'No rows to list')); }
// The picture as one SVG with heading and source; styles are written into it, so it looks the same anywhere.
const KEPT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight', 'fill-opacity', 'stroke-opacity', 'visibility', 'text-decoration', 'paint-order'];
function pictureSvg(ratio) {
  const view = VIEWS[state.view];
  const inner = view.svg ? view.svg() : el('stage').querySelector('svg');
  if (!inner) return null;
  const box = inner.viewBox.baseVal, copy = inner.cloneNode(true);
  if (inner.isConnected) {
    const from = inner.querySelectorAll('*'), to = copy.querySelectorAll('*');
    from.forEach((node, n) => { const style = getComputedStyle(node); for (const name of KEPT) if (style[name] && node.namespaceURI === SVG) to[n].setAttribute(name, style[name]); to[n].removeAttribute('class'); });
  }
  const pad = 28, head = 78, foot = 34;
  let width = Math.max(box.width + pad * 2, 900), height = box.height + head + foot + pad;
  if (ratio) { if (width / height < ratio) width = height * ratio; else height = width / ratio; }
  copy.setAttribute('x', (width - box.width) / 2); copy.setAttribute('y', head + (height - head - foot - box.height) / 2);
  copy.setAttribute('width', box.width); copy.setAttribute('height', box.height);
  const ink = css('--ink'), muted = css('--muted');
  return s('svg', { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': FONT.replaceAll('"', "'") }, s('rect', { width, height, fill: css('--ground') }),
    s('text', { x: pad, y: 40, 'font-size': 24, 'font-weight': 600, fill: ink }, cut(el('finding').textContent, 24, width - pad * 2, 600)),
    s('text', { x: pad, y: 66, 'font-size': 15, fill: muted }, cut(el('counted').textContent, 15, width - pad * 2)), copy,
    s('text', { x: pad, y: height - 14, 'font-size': 13, fill: muted }, 'innograph'));
}
const svgText = ratio => { const made = pictureSvg(ratio); return made && new XMLSerializer().serializeToString(made); };
function saveSvg() { const text = svgText(); if (text) save(fileName('.svg'), 'image/svg+xml', text); else say(L('这个视图没有图，请用 CSV', 'This view is no picture; use CSV')); }
async function pngBlob(ratio) {
  const made = pictureSvg(ratio);
  if (!made) return null;
  const width = +made.getAttribute('width'), height = +made.getAttribute('height');
  const scale = ratio ? 1920 / width : Math.min(2, 8000 / Math.max(width, height));
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(made));
  await image.decode();
  const canvas = h('canvas', { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}
async function savePng(ratio) {
  const blob = await pngBlob(ratio);
  if (blob) save(fileName(ratio ? '-16x9.png' : '.png'), 'image/png', blob); else say(L('这个视图没有图，请用 CSV', 'This view is no picture; use CSV'));
}
async function copyLink() {
  try { await navigator.clipboard.writeText(location.href); say(L('链接已复制', 'Link copied')); } catch { prompt(L('复制这个链接', 'Copy this link'), location.href); }
}
const COMMANDS = () => [
  ['png', 'PNG', () => savePng()], ['png169', L('PNG 16:9（幻灯片）', 'PNG 16:9 (slides)'), () => savePng(16 / 9)], ['svg', 'SVG', saveSvg], ['csv', 'CSV', saveCsv],
  ['link', L('复制链接', 'Copy link'), copyLink], ['print', L('打印', 'Print'), () => window.print()],
];
function tools() {
  const more = h('details', { class: 'menu', id: 'more' }, h('summary', { class: 'tool' }, L('导出', 'Export')), h('div', { class: 'sheet' }, COMMANDS().map(([name, text, run]) => h('button', { 'data-do': name, onclick: () => { more.open = false; run(); } }, text))));
  const tool = (name, text, title, run, pressed) => h('button', { class: 'tool', 'data-do': name, title, 'aria-pressed': pressed, onclick: run }, text);
  return h('div', { class: 'toolset' },
    tool('undo', L('撤销', 'Undo'), L('撤销（Ctrl+Z）', 'Undo (Ctrl+Z)'), undo),
    tool('table', L('表格', 'Table'), L('同样内容的表格（T）', 'The same as a table (T)'), () => go({ table: state.table === '1' ? '' : '1' }), state.table === '1'),
    more,
    M.steps?.length ? tool('present', L('演示', 'Present'), L('演示（P）', 'Present (P)'), () => startPresenting()) : null,
    tool('dark', isDark() ? L('浅色', 'Light') : L('深色', 'Dark'), L('深浅色（D）', 'Light or dark (D)'), () => go({ dark: isDark() ? '0' : '1' })),
    tool('lang', lang() === 'en' ? '中文' : 'EN', '中文 / English (E)', () => go({ lang: lang() === 'en' ? 'zh' : 'en' })),
    tool('keys', '?', L('全部按键', 'All keys'), () => showKeys()));
}
