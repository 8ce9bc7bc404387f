// Who holds it together: what falls without each organisation, and who could work together next.
VIEWS.bridging = {
  zh: '桥接', en: 'Bridging',
  draw() {
    if (state.sort === 'suggestions') return this.suggest();
    const rows = this.rows();
    const best = rows[0], gone = leavers();
    if (!rows.length) { heading(L('没有一个机构连着两个联盟', 'No organisation joins two alliances'), ''); return nothing(L('按当前筛选没有桥接机构', 'No bridging organisation with these filters'), L('试试放宽年份或来源', 'Widen the years or sources')); }
    if (gone.size) { const f = fallsWithout(gone); heading(L(`如果${names([...gone])}退出：${f.lost.length} 对联盟断开，${f.isolated.length} 个联盟成了孤岛`, `If ${names([...gone])} left: ${f.lost.length} pairs of alliances part, ${f.isolated.length} stand alone`), f.isolated.length ? L('孤岛：', 'alone: ') + names(f.isolated, 6) : ''); } else
      heading(L(`没有${short(best.n)}，${best.lost} 对联盟会断开`, `Without ${short(best.n)}, ${best.lost} pairs of alliances would part`), L('断开：两个联盟的全部联系都只经过它。按断开、失去联络的联盟对、变弱排序', 'Part: every tie of the two runs through it alone. Ranked by pairs parted, pairs out of reach, pairs weakened'));
    const most = Math.max(...rows.map(r => r.lost), 1), at = focused();
    const barOf = (v, top, cls) => s('svg', { class: 'mini', width: 150, height: 14, 'aria-hidden': 'true' }, s('rect', { class: cls, width: Math.max(v ? 2 : 0, 150 * v / top), height: 14, rx: 2 }));
    const head = [L('机构', 'Organisation'), L('所在联盟', 'Alliances'), L('没有它，多少对联盟断开', 'Pairs parted without it'), L('变弱', 'Weakened'), L('成为孤岛', 'Left alone'), L('再也到不了的联盟对', 'Pairs out of reach'), L('如果它退出', 'If it left')];
    return h('div', { class: 'scroll table ranked' }, h('table', {}, h('thead', {}, h('tr', {}, head.map(t => h('th', { scope: 'col' }, t)))), h('tbody', {}, rows.map(r => h('tr', { class: at.includes(r.n) ? 'on' : null, 'data-n': r.n },
      h('th', { scope: 'row' }, thingLink(r.n), h('span', { class: 'note' }, typeName(THINGS[r.n].t))), h('td', { class: 'n' }, number(measureOf(r.n, 'alliances'))),
      h('td', {}, h('span', { class: 'barred' }, barOf(r.lost, most, 'lost'), h('b', {}, String(r.lost)), r.range && r.range[0] !== r.range[1] && h('span', { class: 'note' }, L(`（存疑合并若相反：${r.range[0]}–${r.range[1]}）`, ` (if unsure merges go the other way: ${r.range[0]}–${r.range[1]})`)))),
      h('td', { class: 'n' }, String(r.weaker)), h('td', {}, names(r.isolated, 2) || '–'), h('td', { class: 'n' }, String(r.parted)),
      h('td', {}, h('button', { class: 'tool', 'data-do': 'whatif', onclick: () => go({ view: 'matrix', without: keyOf(r.n), focus: '', rows: 'top' }) }, L('看矩阵', 'See the matrix'))))))));
  },
  rows() {
    // Filters change what is counted; then the figures are counted anew, else they are those of the whole graph.
    const plain = !['kinds', 'since', 'until', 'conf', 'src', 'roles', 'types'].some(f => state[f]);
    if (plain) return M.brokers.filter(r => !leavers().has(r.n));
    const kept = unique(ties().list.flatMap(t => t.supports.map(x => x.via)).filter(v => v >= 0));
    return kept.map(n => { const f = fallsWithout(new Set([n])); return { n, lost: f.lost.length, weaker: f.weaker.length, isolated: f.isolated, parted: f.parted }; }).filter(r => r.lost || r.weaker).sort(by(r => -r.lost, r => -r.parted, r => -r.weaker, r => keyOf(r.n))).slice(0, 60);
  },
  suggest() {
    const list = M.suggestions, at = focused();
    if (!list.length) { heading(L('没有可以牵线的两个联盟', 'No two alliances to introduce'), ''); return nothing(L('没有共同伙伴或共同主题', 'No partner or topic in common')); }
    heading(L(`${short(list[0].a)}与${short(list[0].b)}最值得牵线`, `${short(list[0].a)} and ${short(list[0].b)} could work together next`), L('还没有联系，但共同伙伴多、伙伴又不滥交的排在前（资源分配指数，Zhou 等 2009；共同主题、互补领域加分）', 'No tie yet; common partners who have few ties count most (resource allocation, Zhou et al. 2009; shared topics and complementary fields add)'));
    return h('div', { class: 'scroll' }, h('ol', { class: 'proposals' }, list.map(p => h('li', { class: at.includes(p.a) || at.includes(p.b) ? 'on' : null }, h('div', {}, thingLink(p.a, fullName(p.a)), h('span', { class: 'note' }, ' × '), thingLink(p.b, fullName(p.b)), h('span', { class: 'note' }, ` ${number(p.score, 2)}`)),
      h('p', { class: 'note' }, [p.partners.length && [L('共同伙伴：', 'partners in common: '), p.partners.slice(0, 4).map(([n], i) => [i ? L('、', ', ') : '', thingLink(n)])], p.topics.length ? [L('；共同主题：', '; topics: '), p.topics.slice(0, 3).map(short).join('、')] : '', p.fields > 1 ? L(`；${fieldName(fieldOf(p.a))}与${fieldName(fieldOf(p.b))}的联盟相连比随机多 ${number(p.fields, 1)} 倍`, `; alliances of ${fieldName(fieldOf(p.a))} and ${fieldName(fieldOf(p.b))} are tied ${number(p.fields, 1)}× as often as chance`) : ''])))));
  },
  tools() { return [h('button', { class: 'tool', 'aria-pressed': state.sort !== 'suggestions', onclick: () => go({ sort: '' }) }, L('谁不可缺', 'Who is needed')), h('button', { class: 'tool', 'data-do': 'suggestions', 'aria-pressed': state.sort === 'suggestions', onclick: () => go({ sort: 'suggestions' }) }, L('谁可牵线', 'Who could meet'))]; },
  table() {
    if (state.sort === 'suggestions') return { head: [L('联盟', 'Alliance'), L('联盟', 'Alliance'), L('得分', 'Score'), L('共同伙伴', 'Partners in common'), L('共同主题', 'Topics')], rows: M.suggestions.map(p => ({ go: { focus: keyOf(p.a) }, cells: [fullName(p.a), fullName(p.b), p.score, p.partners.map(x => fullName(x[0])).join('、'), p.topics.map(fullName).join('、')] })) };
    return { head: [L('机构', 'Organisation'), L('类型', 'Type'), L('所在联盟', 'Alliances'), L('断开', 'Parted'), L('变弱', 'Weakened'), L('成为孤岛', 'Left alone'), L('到不了的联盟对', 'Pairs out of reach'), L('介数', 'Betweenness'), L('约束系数', 'Constraint')], rows: this.rows().map(r => ({ go: { focus: keyOf(r.n) }, cells: [fullName(r.n), typeName(THINGS[r.n].t), measureOf(r.n, 'alliances') ?? '', r.lost, r.weaker, r.isolated.map(fullName).join('、'), r.parted, measureOf(r.n, 'betweenness') ?? '', measureOf(r.n, 'constraint') ?? ''] })) };
  },
};
