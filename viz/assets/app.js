// Drawing the page from its state.
const isDark = () => state.dark === '1' || (state.dark === '' && matchMedia('(prefers-color-scheme: dark)').matches);
const presenting = () => state.step !== '';
let tipNode = null;
function tip(x, y, parts) {
  tipNode ??= document.body.appendChild(h('div', { class: 'tip', role: 'presentation' }));
  if (x === undefined) { tipNode.hidden = true; return; }
  clear(tipNode).append(...parts.flatMap((p, n) => n ? [h('br'), p] : [p]));
  tipNode.hidden = false;
  const b = tipNode.getBoundingClientRect();
  tipNode.style.left = `${Math.max(4, Math.min(x + 14, innerWidth - b.width - 8))}px`;
  tipNode.style.top = `${Math.max(4, y + 18 + b.height > innerHeight ? y - b.height - 12 : y + 18)}px`;
}
function bar() {
  const tab = name => h('a', { href: hashOf({ ...state, view: name }), class: 'tab', 'aria-current': state.view === name ? 'page' : null, 'data-view': name,
    onclick: e => { e.preventDefault(); go({ view: name }); } }, L(VIEWS[name].zh, VIEWS[name].en));
  clear(el('bar')).append(
    h('button', { class: 'tool fold', id: 'fold', 'aria-expanded': state.fold === '1', 'aria-controls': 'filters', onclick: () => go({ fold: state.fold === '1' ? '' : '1' }) }, L('筛选', 'Filters'), anyFilter() && h('span', { class: 'dot', title: L('有筛选', 'filters are on') })),
    h('nav', { class: 'tabs', 'aria-label': L('视图', 'Views') }, Object.keys(VIEWS).map(tab)),
    searchBox(), tools());
}
function render() {
  const root = document.documentElement;
  root.dataset.theme = isDark() ? 'dark' : 'light';
  root.dataset.mode = presenting() ? 'present' : 'read';
  root.lang = lang() === 'en' ? 'en' : 'zh-CN';
  FONT = css('--font') || 'sans-serif';
  tip();
  const view = VIEWS[state.view], keep = document.activeElement?.id;
  const inFilters = el('filters').contains(document.activeElement);
  bar();
  el('filters').hidden = state.fold !== '1';
  filters();
  panel();
  el('skip').textContent = L('跳到主图', 'Skip to the view');
  const stage = clear(el('stage'));
  clear(el('tools')).append(...(view.tools ? view.tools() : []));
  clear(el('legend'));
  caption();
  const drawn = () => {
    const before = stage.getBoundingClientRect().height;
    const made = view.draw(clear(stage));
    if (made) stage.append(made);
    clear(el('legend'));
    if (state.table === '1') stage.replaceChildren(drawTable(view));
    else if (view.legend && !stage.querySelector('.empty')) el('legend').append(...view.legend());
    return Math.abs(stage.getBoundingClientRect().height - before) < 3;
  };
  // Heading and legend take their room only now: once more where that changed the room for the picture.
  if (!drawn()) drawn();
  if (keep && (inFilters || keep === 'search')) el(keep)?.focus();
}
state = parse(location.hash);
history.replaceState({ depth: 0 }, '', location.hash || hashOf(state));
let resizing = 0;
addEventListener('resize', () => { clearTimeout(resizing); resizing = setTimeout(render, 120); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', render);
render();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
// For a person's own scripts in the console, and for tests.
window.innograph = {
  state: () => ({ ...state }), go, content: M, ties: () => ties().list.map(t => ({ a: keyOf(t.a), b: keyOf(t.b), count: t.count, weight: t.weight })),
  labels: () => (VIEWS.network.scene?.labels || []).map(l => l.box),
  drawn: () => (VIEWS.network.scene?.nodes || []).map(n => ({ key: THINGS[n.id]?.k ?? n.id, x: n.x, y: n.y, r: n.r, alliance: !n.open && isAlliance(n.id), named: VIEWS.network.scene.labels.some(l => l.n === n), screen: [n.x * VIEWS.network.view.k + VIEWS.network.view.x, n.y * VIEWS.network.view.k + VIEWS.network.view.y] })),
  svg: svgText, csv: csvText, frames: () => VIEWS.network.frames || 0,
};
