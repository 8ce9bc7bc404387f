// The panel of detail: a thing, a tie, or what the page says; each down to the sentences.
function thingLink(n, text) {
  return h('button', { class: 'name', title: fullName(n), onclick: () => go({ focus: keyOf(n) }) }, shape(THINGS[n].t, n), text || short(n));
}
// A small mark: kinds of thing by shape, fields by colour.
const PATHS = {
  circle: 'M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0', square: 'M1.5 1.5h9v9h-9z', triangle: 'M6 1l5.5 10h-11z', diamond: 'M6 .5l5.5 5.5L6 11.5.5 6z',
  hexagon: 'M3.2 1h5.6l2.8 5-2.8 5H3.2L.4 6z', pentagon: 'M6 .6l5.4 4-2 6.4H2.6l-2-6.4z', star: 'M6 .3l1.7 3.8 4 .4-3 2.7.9 4L6 9.1l-3.6 2.1.9-4-3-2.7 4-.4z', bar: 'M1 4h10v4H1z',
};
const shapeOf = type => M.shapes[type] || 'square';
function shape(type, n, size = 12) {
  const colour = n !== undefined && type === 'Alliance' ? hueOf(n) : 'currentColor';
  return s('svg', { class: 'shape', viewBox: '0 0 12 12', width: size, height: size, 'aria-hidden': 'true' }, s('path', { d: PATHS[shapeOf(type)], fill: colour }));
}
function evidence(told, marks) {
  const item = ITEMS[told[0]], bulletin = M.bulletins[item.b];
  const roster = item.q === 1;
  const head = h('div', { class: 'from' },
    h('span', { class: roster ? 'badge roster' : 'badge news' }, roster ? L('名册', 'roster') : L('简报', 'bulletin')),
    roster ? h('span', {}, [bulletin?.n, L(`第 ${item.i} 行`, `row ${item.i}`)].filter(Boolean).join(' · '))
      : h('button', { class: 'name', onclick: () => go({ view: 'items', item: item.k }) }, item.n),
    !roster && h('span', { class: 'when' }, [bulletin?.n, item.d].filter(Boolean).join(' · ')));
  return h('li', { class: 'evidence' }, head, h('blockquote', {}, marked(quoteOf(told), marks)));
}
// A sentence with the words of the fact marked.
function marked(text, marks) {
  const words = unique(marks.flatMap(n => [THINGS[n].n, THINGS[n].s, ...(THINGS[n].l || [])]).filter(w => w && w.length > 1))
    .sort((a, b) => b.length - a.length);
  const parts = [];
  let rest = text;
  while (rest) {
    let at = -1, word = '';
    for (const w of words) {
      const k = rest.indexOf(w);
      if (k >= 0 && (at < 0 || k < at)) { at = k; word = w; }
    }
    if (at < 0) { parts.push(rest); break; }
    if (at) parts.push(rest.slice(0, at));
    parts.push(h('mark', {}, word));
    rest = rest.slice(at + word.length);
  }
  return parts;
}
function factLine(f, from) {
  const fact = FACTS[f], other = fact.s === from ? fact.o : fact.s;
  const told = [predicateName(fact), fact.b && fact.b.slice(0, 4), sourceName(fact.w)];
  if (fact.a?.posts) told.splice(1, 0, fact.a.posts.join('、'));
  if (fact.e) told.push(L(`至 ${fact.e.slice(0, 4)}`, `until ${fact.e.slice(0, 4)}`));
  if (fact.c < 1) told.push(L(`置信度 ${fact.c}`, `confidence ${fact.c}`));
  return h('div', { class: 'fact' }, thingLink(other), h('details', {},
    h('summary', { class: 'note' }, (fact.s === from || from === undefined ? '' : '← ') + told.filter(Boolean).join(' · ')),
    h('ul', {}, fact.t.slice(0, 20).map(t => evidence(t, [fact.s, fact.o])))));
}
function supportLine(x, open) {
  const head = x.via >= 0 ? thingLink(x.via) : h('span', { class: 'name' }, kindName(x.kind));
  const note = [kindName(x.kind), x.facts.map(f => predicateName(FACTS[f])).filter((w, n, all) => all.indexOf(w) === n).join('／'),
    x.start && L(`${x.start.slice(0, 4)} 年起`, `since ${x.start.slice(0, 4)}`), sourceName(x.sources)];
  return h('div', { class: 'fact' }, head, h('details', { open }, h('summary', { class: 'note' }, note.filter(Boolean).join(' · ')),
    h('ul', {}, x.facts.flatMap(f => FACTS[f].t.slice(0, 6).map(t => evidence(t, [FACTS[f].s, FACTS[f].o]))))));
}
const MEASURES = [
  ['degree', '相连组织', 'ties'], ['alliances', '所在联盟', 'alliances'], ['strength', '联系强度', 'strength'],
  ['betweenness', '桥接（介数）', 'betweenness'], ['effective_size', '有效规模', 'effective size'], ['constraint', '约束系数', 'constraint'], ['core', '核数', 'core'],
];
function showThing(n) {
  const t = THINGS[n], about = t.a || {};
  const parts = [h('p', { class: 'kind' }, shape(t.t, n), [typeName(t.t), t.t === 'Alliance' && fieldName(fieldOf(n))].filter(Boolean).join(' · ')),
    h('h2', {}, t.n)];
  if (t.l?.length) parts.push(h('p', { class: 'note' }, L('又称：', 'also: ') + t.l.join('、')));
  const shown = Object.entries(about).filter(([k, v]) => k !== 'field' && !(k === 'batch' && v === 'other'));
  if (shown.length) parts.push(h('dl', { class: 'about' }, shown.map(([k, v]) => [h('dt', {}, attributeName(k)), h('dd', {}, Array.isArray(v) ? v.join('、') : String(v))])));
  parts.push(actions(n));
  const told = MEASURES.filter(([name]) => measureOf(n, name) !== null && !(name === 'alliances' && isAlliance(n)));
  if (told.length) {
    parts.push(h('dl', { class: 'figures' }, told.map(([name, zh, en]) => h('div', {}, h('dt', { title: name }, L(zh, en)), h('dd', {}, number(measureOf(n, name), 3))))));
    if (measureOf(n, 'community')) parts.push(h('p', { class: 'note' }, L('社群：', 'community: ') + measureOf(n, 'community')));
    parts.push(h('p', { class: 'method' }, L('口径：联盟按共同成员与共同活动计；机构按所在联盟与直接合作计。介数 Freeman 1977，结构洞 Burt 1992，社群 Leiden。', 'Alliances: shared members and joint deeds; organisations: their alliances and direct deeds. Betweenness: Freeman 1977; structural holes: Burt 1992; communities: Leiden.')));
  }
  if (isAlliance(n)) {
    const near = [...(ties().of.get(n)?.entries() || [])].sort((a, b) => b[1].weight - a[1].weight);
    if (near.length) parts.push(h('h3', {}, L(`联系最多的联盟（${near.length}）`, `Strongest ties (${near.length})`)),
      h('ul', { class: 'plain' }, near.slice(0, 12).map(([other, tie]) => h('li', {}, h('button', { class: 'name', onclick: () => go({ focus: tieKey(n, other) }) }, shape('Alliance', other), short(other)), h('span', { class: 'note' }, L(`共有 ${tie.count} 项`, `${tie.count} shared`))))));
  }
  for (const [p, list] of group(factsOf(n).filter(countsFact), f => FACTS[f].p + (FACTS[f].s === n ? '' : '←'))) {
    const ordered = list.sort(by(f => FACTS[f].r || '', f => -(+(FACTS[f].b || '0').slice(0, 4)), f => fullName(FACTS[f].o)));
    parts.push(h('h3', {}, `${M.predicates[FACTS[list[0]].p]?.[lang()] || p} · ${list.length}`), ...ordered.slice(0, 60).map(f => factLine(f, n)));
    if (ordered.length > 60) parts.push(h('p', { class: 'note' }, L(`另有 ${ordered.length - 60} 条，见表格`, `${ordered.length - 60} more in the table`)));
  }
  const inItems = ITEMS.map((item, i) => i).filter(i => !ITEMS[i].q && ITEMS[i].m?.includes(n));
  if (inItems.length) parts.push(h('h3', {}, L(`提到它的条目 · ${inItems.length}`, `Items that name it · ${inItems.length}`)),
    h('ul', { class: 'plain' }, inItems.slice(0, 20).map(i => h('li', {}, h('button', { class: 'name', onclick: () => go({ view: 'items', item: ITEMS[i].k }) }, ITEMS[i].n), h('span', { class: 'note' }, ITEMS[i].d || '')))));
  return parts;
}
function actions(n) {
  const out = leavers().has(n), key = keyOf(n);
  const tool = (text, change, name) => h('button', { class: 'tool', 'data-do': name, onclick: () => go(change) }, text);
  return h('div', { class: 'actions' },
    state.view !== 'ego' && tool(L('关系圈', 'Neighbourhood'), { view: 'ego', focus: key }, 'ego'),
    tool(L('从这里找路径', 'Path from here'), { view: 'path', from: key, focus: key }, 'path'),
    tool(out ? L('恢复', 'Bring back') : L('如果它退出', 'If it left'), { without: out ? listed('without').filter(k => k !== key).join(',') : [...listed('without'), key].join(',') }, 'without'));
}
function showTie(a, b) {
  const tie = ties().get(a, b);
  const parts = [h('p', { class: 'kind' }, L('两个联盟之间', 'Between two alliances')), h('h2', {}, thingLink(a, fullName(a)), h('span', { class: 'cross' }, '×'), thingLink(b, fullName(b)))];
  if (!tie) return [...parts, h('p', {}, L('按当前筛选，两者之间没有联系。', 'No tie between them with these filters.'))];
  parts.push(h('p', {}, L(`共有 ${tie.count} 项，权重 ${number(tie.weight, 2)}`, `${tie.count} shared, weight ${number(tie.weight, 2)}`)));
  tie.supports.forEach(x => parts.push(supportLine(x, tie.supports.length < 3)));
  return parts;
}
function showStatements() {
  const list = M.findings || [];
  return [h('p', { class: 'kind' }, L('这些数据说了什么', 'What the data say')),
    h('ol', { class: 'findings' }, list.slice(0, 10).map(f => h('li', {}, h('button', { class: 'finding', onclick: () => go({ ...f.go }) }, f[lang()]), h('span', { class: 'note' }, f[lang() + '_why'] || '')))),
    h('p', { class: 'note' }, L('点任何一个标记，就能看到它依据的句子。按 ? 看全部按键。', 'Click any mark to see the sentences behind it. ? lists all keys.'))];
}
function panel() {
  const at = focused();
  if (!at.length && state.view === 'ego' && VIEWS.ego.centre() !== undefined) at.push(VIEWS.ego.centre());
  const parts = at.length === 1 ? showThing(at[0]) : at.length === 2 ? showTie(...at) : showStatements();
  const close = state.focus && h('button', { class: 'close', 'aria-label': L('关闭详情', 'Close'), onclick: () => go({ focus: '' }) }, '×');
  clear(el('panel')).append(...[close, ...parts].filter(Boolean));
  el('panel').setAttribute('aria-label', L('详情', 'Detail'));
  el('panel').scrollTop = 0;
}
