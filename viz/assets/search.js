// Search by name, short name, alias and pinyin; the best first.
function searchFor(text) {
  const want = text.trim().toLowerCase();
  if (!want) return [];
  const rank = t => {
    const named = [t.n, t.s, ...(t.l || [])].filter(Boolean).map(x => x.toLowerCase());
    if (named.some(x => x === want)) return 0;
    if (named.some(x => x.startsWith(want))) return 1;
    if (named.some(x => x.includes(want))) return 2;
    const sounds = (t.y || '').split(' ');
    return sounds.some(x => x.startsWith(want)) ? 3 : want.length > 2 && sounds.some(x => x.includes(want)) ? 4 : 9;
  };
  return THINGS.map((t, n) => [rank(t), t.t === 'Alliance' ? 0 : 1, -(measureOf(n, 'degree') || 0), n]).filter(r => r[0] < 9)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]).slice(0, 12).map(r => r[3]);
}
function searchBox() {
  const list = h('ul', { class: 'hits', id: 'hits', role: 'listbox', hidden: true });
  let found = [], at = -1;
  const close = () => { list.hidden = true; box.setAttribute('aria-expanded', 'false'); box.removeAttribute('aria-activedescendant'); };
  const pick = n => { close(); box.value = ''; el('main').focus(); choose(n); };
  const show = () => {
    found = searchFor(box.value); at = found.length ? 0 : -1;
    clear(list).append(...(found.length ? found.map((n, i) => h('li', { id: `hit${i}`, role: 'option', 'aria-selected': i === at, onpointerdown: e => { e.preventDefault(); pick(n); } },
      shape(THINGS[n].t, n), h('span', {}, fullName(n)), h('span', { class: 'note' }, typeName(THINGS[n].t)))) : [h('li', { class: 'none' }, L('没有找到', 'Nothing found'))]));
    list.hidden = !box.value.trim();
    box.setAttribute('aria-expanded', String(!list.hidden));
  };
  const move = step => {
    if (!found.length) return;
    at = (at + step + found.length) % found.length;
    [...list.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === at)));
    box.setAttribute('aria-activedescendant', `hit${at}`);
  };
  const box = h('input', { id: 'search', type: 'search', role: 'combobox', 'aria-controls': 'hits', 'aria-expanded': 'false', 'aria-autocomplete': 'list', autocomplete: 'off',
    'aria-label': L('搜索名称、简称或拼音', 'Search names, short names or pinyin'), placeholder: L('搜索：名称、简称、拼音首字母', 'Search: name, short name, pinyin'),
    oninput: show, onblur: close, onkeydown: e => {
      if (e.key === 'ArrowDown') { move(1); e.preventDefault(); } else if (e.key === 'ArrowUp') { move(-1); e.preventDefault(); }
      else if (e.key === 'Enter' && found[at] !== undefined) pick(found[at]);
      else if (e.key === 'Escape') { box.value = ''; close(); el('main').focus(); e.stopPropagation(); }
    } });
  return h('div', { class: 'search' }, box, list);
}
// A hit focuses the thing in the view at hand, or opens its neighbourhood where the view does not draw it.
function choose(n) {
  if (state.view === 'path' && state.from && !state.to) go({ to: keyOf(n) });
  else go({ focus: keyOf(n), view: ['matrix', 'network', 'members', 'bridging', 'ego'].includes(state.view) ? state.view : 'ego' });
}
