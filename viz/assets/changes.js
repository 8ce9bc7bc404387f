// What changed since a bulletin: new, gone, changed, as sentences with their evidence, newest first.
VIEWS.changes = {
  zh: '变化', en: 'Changes',
  bulletins() { return M.bulletins.map((b, i) => ({ ...b, i })).filter(b => !b.q && b.z).sort(by(b => b.z, b => b.i)); },
  list() {
    const dated = this.bulletins(), after = dated.at(-1), before = state.change ? dated.find(b => b.k === state.change) : dated.at(-2), line = before?.z || '';
    const whenOf = t => { const b = M.bulletins[ITEMS[t[0]].b]; return b?.q ? '' : b?.z || ''; };
    const rows = [];
    FACTS.forEach((fact, f) => {
      if (!countsFact(f)) return;
      const news = fact.t.filter(t => ITEMS[t[0]].q !== 1), fresh = news.filter(t => whenOf(t) > line);
      if (!fresh.length) return;
      const old = fact.t.length > fresh.length, when = fresh.map(whenOf).sort().at(-1);
      const ended = fact.e && fact.e <= (after?.z || '9') && fact.p === 'memberOf';
      rows.push({ f, told: fresh, when, sort: ended ? 'gone' : old ? 'again' : 'new' });
    });
    THINGS.forEach((t, n) => { const status = t.t === 'Event' && t.a?.status; if (status === 'cancelled' || status === 'postponed') { const told = ITEMS.map((_, i) => i).filter(i => ITEMS[i].m?.includes(n) && !ITEMS[i].q && (M.bulletins[ITEMS[i].b]?.z || '') > line); if (told.length) rows.push({ n, status, items: told, when: M.bulletins[ITEMS[told[0]].b]?.z || '', sort: 'gone' }); } });
    return { before, after, rows: rows.sort(by(r => ({ gone: 0, new: 1, again: 2 })[r.sort], r => -(+r.when.replaceAll('-', '')), r => r.f === undefined ? '' : FACTS[r.f].p, r => r.f ?? r.n)), dated };
  },
  draw() {
    const { before, after, rows, dated } = this.list();
    const undated = M.bulletins.filter(b => !b.q && !b.z);
    if (!dated.length) {
      heading(undated.length ? L('这些简报没有日期，说不出先后', 'These bulletins have no date, so nothing is before or after') : L('还没有简报，只有名册', 'No bulletin yet, only rosters'), '');
      return nothing(L('要比较，至少要有一期有日期的简报', 'To compare, at least one bulletin needs a date'), L('加入简报时用 --date 给出日期', 'Give --date when adding a bulletin'));
    }
    const count = sort => rows.filter(r => r.sort === sort).length, since = before ? L(`自《${before.n}》（${before.d}）以来`, `Since ${before.n} (${before.d})`) : L(`《${after.n}》（${after.d}）带来的`, `Brought by ${after.n} (${after.d})`);
    heading(L(`${since}：新增 ${count('new')} 条，结束或取消 ${count('gone')} 条，再次提到 ${count('again')} 条`, `${since}: ${count('new')} new, ${count('gone')} ended or cancelled, ${count('again')} stated again`), L('新的在上；每条都能展开看句子', 'Newest first; each opens to its sentences'));
    this.now = rows;
    if (!rows.length) return nothing(L('这之后没有变化', 'Nothing changed after that'), L('试试选更早的一期', 'Choose an earlier bulletin'));
    const title = { gone: L('结束、取消', 'Ended, cancelled'), new: L('新增', 'New'), again: L('再次提到', 'Stated again') };
    return h('div', { class: 'scroll changes' }, [...group(rows, r => r.sort)].map(([sort, list]) => h('section', {}, h('h2', {}, `${title[sort]} · ${list.length}`), [...group(list.slice(0, 400), r => r.when)].map(([when, some]) => [h('h3', {}, when), some.map(r => this.line(r))]))));
  },
  line(r) {
    if (r.n !== undefined) return h('div', { class: 'fact' }, h('span', {}, thingLink(r.n), h('span', { class: 'hot' }, statusName(r.status))), h('details', {}, h('summary', { class: 'note' }, L('看条目', 'the items')), h('ul', {}, r.items.map(i => h('li', {}, h('button', { class: 'name', onclick: () => go({ view: 'items', item: ITEMS[i].k }) }, ITEMS[i].n))))));
    const fact = FACTS[r.f];
    return h('div', { class: 'fact' }, h('span', { class: 'sentence' }, thingLink(fact.s), h('span', { class: 'note' }, ` ${predicateName(fact)} `), thingLink(fact.o), fact.e && h('span', { class: 'hot' }, L(`至 ${fact.e.slice(0, 7)}`, `until ${fact.e.slice(0, 7)}`))), h('details', {}, h('summary', { class: 'note' }, L('看句子', 'the sentences')), h('ul', {}, r.told.slice(0, 8).map(t => evidence(t, [fact.s, fact.o])))));
  },
  tools() { const { before, dated } = this.list(); return dated.length ? [h('label', { class: 'tool' }, L('自 ', 'Since '), h('select', { id: 'change', onchange: e => go({ change: e.target.value }) }, dated.slice(0, -1).reverse().map(b => h('option', { value: b.k, selected: before?.k === b.k }, `${b.n} ${b.d}`)), dated.length === 1 && h('option', { value: '' }, L('开始', 'the beginning'))))] : []; },
  table() { return { head: [L('变化', 'Change'), L('日期', 'Date'), L('主体', 'Subject'), L('关系', 'Relation'), L('客体', 'Object'), L('句子', 'Sentence')], rows: (this.now || []).filter(r => r.f !== undefined).map(r => ({ go: { focus: keyOf(FACTS[r.f].s) }, cells: [{ gone: L('结束', 'ended'), new: L('新增', 'new'), again: L('再次', 'again') }[r.sort], r.when, fullName(FACTS[r.f].s), predicateName(FACTS[r.f]), fullName(FACTS[r.f].o), quoteOf(r.told[0])] })) }; },
};
