// Reading an item: its text with the facts in it marked, and each fact to point at.
VIEWS.items = {
  zh: '原文', en: 'Items',
  list() { return ITEMS.map((_, i) => i).filter(i => !ITEMS[i].q).sort(by(i => -(+(M.bulletins[ITEMS[i].b]?.z || '0').replaceAll('-', '')), i => ITEMS[i].b ?? -1, i => ITEMS[i].i ?? 0)); },
  told(i) { const found = []; FACTS.forEach((f, n) => { for (const t of f.t) if (t[0] === i) found.push({ f: n, t }); }); return found.sort((a, b) => a.t[1] - b.t[1] || a.f - b.f); },
  draw() {
    const list = this.list();
    const now = state.item ? ITEMS.findIndex(item => item.k === state.item) : list[0];
    if (now === undefined || now < 0 || !list.length) { heading(L('这里没有简报条目', 'There is no bulletin item here'), ''); return nothing(L('只有名册，没有读过简报', 'Only rosters were read, no bulletin'), L('用 innograph add 加入简报', 'Add a bulletin with innograph add')); }
    const item = ITEMS[now], told = this.told(now);
    this.now = now;
    heading(item.n, L(`${M.bulletins[item.b]?.n || ''} ${item.d || ''} · 读出 ${told.length} 条事实`, `${M.bulletins[item.b]?.n || ''} ${item.d || ''} · ${told.length} facts read`).trim());
    const marks = text => this.annotate(now, text, told);
    const body = item.x ? marks(item.x) : told.map(x => h('p', {}, quoteOf(x.t)));
    const pick = h('nav', { class: 'itemlist', 'aria-label': L('条目', 'Items') }, [...group(list, i => ITEMS[i].b)].map(([b, some]) => [h('h3', {}, `${M.bulletins[b]?.n || ''} ${M.bulletins[b]?.d || ''}`), h('ol', {}, some.map(i => h('li', {}, h('button', { class: 'name', 'aria-current': i === now ? 'true' : null, onclick: () => go({ item: ITEMS[i].k, focus: '' }) }, ITEMS[i].n))))]));
    const facts = h('div', { class: 'factlist' }, h('h3', {}, L('读出的事实', 'Facts read')), told.length ? told.map(({ f, t }) => h('div', { class: 'saying', tabindex: 0, onmouseenter: () => this.point(f), onmouseleave: () => this.point(null), onfocus: () => this.point(f), onblur: () => this.point(null) }, thingLink(FACTS[f].s), h('span', { class: 'note' }, ` ${predicateName(FACTS[f])} `), thingLink(FACTS[f].o), h('span', { class: 'note' }, ` ${t[4]} · ${t[3]}`))) : h('p', { class: 'note' }, L('这条没有读出事实', 'No fact was read out of this item')));
    return h('div', { class: 'reader' }, pick, h('article', { class: 'scrolls', lang: 'zh-CN' }, item.c && h('p', { class: 'kind' }, item.c), h('div', { class: 'text' }, body), item.h && h('p', { class: 'note' }, L('来源：', 'Credit: ') + item.h)), facts);
  },
  // Cut the text at every end of a fact or a name, so that each piece knows all that covers it.
  annotate(i, text, told) {
    const points = [...text], spans = told.map(({ f, t }) => ({ f, a: t[1], b: t[2] }));
    const named = [];
    for (const n of ITEMS[i].m || []) for (const w of [THINGS[n].n, ...(THINGS[n].l || [])]) {
      if (w.length < 2) continue;
      for (let k = text.indexOf(w); k >= 0; k = text.indexOf(w, k + w.length)) { const a = [...text.slice(0, k)].length; named.push({ n, a, b: a + [...w].length }); }
    }
    named.sort((x, y) => x.a - y.a || y.b - x.b);
    const kept = []; let end = -1;
    for (const x of named) if (x.a >= end) { kept.push(x); end = x.b; }
    const cuts = unique([0, points.length, ...spans.flatMap(x => [x.a, x.b]), ...kept.flatMap(x => [x.a, x.b])]).filter(c => c >= 0 && c <= points.length).sort((x, y) => x - y);
    const pieces = [];
    for (let c = 0; c + 1 < cuts.length; c += 1) {
      const [a, b] = [cuts[c], cuts[c + 1]], part = points.slice(a, b).join(''), on = spans.filter(x => x.a <= a && x.b >= b).map(x => x.f), who = kept.find(x => x.a <= a && x.b >= b);
      let node = part;
      if (who) node = h('button', { class: 'entity', title: `${typeName(THINGS[who.n].t)} · ${fullName(who.n)}`, onclick: () => go({ focus: keyOf(who.n) }) }, part);
      pieces.push(on.length ? h('span', { class: 'said', 'data-f': on.join(' ') }, node) : node);
    }
    return pieces;
  },
  point(f) { document.querySelectorAll('.said').forEach(x => x.classList.toggle('on', f !== null && x.dataset.f.split(' ').includes(String(f)))); },
  key(e) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[e.key], list = this.list();
    const next = list[list.indexOf(this.now) + step];
    if (step && next !== undefined) { go({ item: ITEMS[next].k, focus: '' }); e.preventDefault(); }
  },
  table() {
    return { head: [L('条目', 'Item'), L('主体', 'Subject'), L('关系', 'Relation'), L('客体', 'Object'), L('句子', 'Sentence'), L('规则', 'Rule'), L('置信度', 'Confidence')],
      rows: this.now === undefined ? [] : this.told(this.now).map(({ f, t }) => ({ go: { focus: keyOf(FACTS[f].s) }, cells: [ITEMS[this.now].n, fullName(FACTS[f].s), predicateName(FACTS[f]), fullName(FACTS[f].o), quoteOf(t), t[4], t[3]] })) };
  },
};
