// Alliance × member: who sits where. Members of two or more alliances first; both sides ordered to cross little.
VIEWS.members = {
  zh: '成员', en: 'Members',
  rows() {
    const gone = leavers(), held = new Map();
    for (const f of MEMBERSHIPS) {
      const fact = FACTS[f];
      if (!countsFact(f) || gone.has(fact.s) || gone.has(fact.o) || (state.types && !listed('types').includes(THINGS[fact.s].t))) continue;
      if (!held.has(fact.s)) held.set(fact.s, new Map());
      if (!held.get(fact.s).has(fact.o)) held.get(fact.s).set(fact.o, []);
      held.get(fact.s).get(fact.o).push(f);
    }
    return held;
  },
  draw(stage) {
    const held = this.rows(), at = focused(), size = presenting() ? 24 : 16, step = size + 5;
    const room = Math.max(14, Math.floor((stage.getBoundingClientRect().height - 40) / step));
    const several = [...held].filter(([, on]) => on.size > 1).map(([m]) => m);
    let members = state.rows === 'all' ? [...held.keys()] : several;
    const ranked = [...members].sort(by(m => at.includes(m) ? 0 : 1, m => [...held.get(m).keys()].some(a => at.includes(a)) ? 0 : 1, m => -held.get(m).size, keyOf));
    if (state.rows === 'top') {
      // As many as fit: neither side longer than the screen.
      const on = new Set();
      members = ranked.slice(0, room).filter((m, i) => { const more = [...held.get(m).keys()].filter(a => !on.has(a)); if (i > 2 && on.size + more.length > room - 2) return false; more.forEach(a => on.add(a)); return true; });
    }
    const best = [...several].sort(by(m => -held.get(m).size, keyOf))[0];
    const total = held.size;
    heading(best === undefined ? L('没有机构同时在两个联盟里', 'No organisation is in two alliances') : L(`${short(best)}在 ${held.get(best).size} 个联盟里；${total} 个成员中 ${several.length} 个在两个以上`, `${short(best)} is in ${held.get(best).size} alliances; ${several.length} of ${total} members are in two or more`),
      L(`左边是机构，右边是联盟，一条线是一个成员关系${members.length < several.length ? `；这里是所在联盟最多的 ${members.length} 个` : ''}`, `Left organisations, right alliances, a line is a membership${members.length < several.length ? `; the ${members.length} in most alliances are drawn` : ''}`));
    this.shown = members; this.held = held;
    if (!members.length) return nothing(L('没有符合条件的成员关系', 'No membership fits'), L('试试放宽年份或角色，或显示全部成员', 'Widen the years or roles, or show all members'));
    const place = new Map(M.order.map((a, i) => [a, i]));
    let right = unique(members.flatMap(m => [...held.get(m).keys()])).sort(by(a => place.get(a)));
    let left = members;
    const mean = (list, where) => sum(list, x => where.get(x)) / list.length;
    for (let round = 0; round < 12; round += 1) {
      const r = new Map(right.map((a, i) => [a, i]));
      left = [...left].sort(by(m => mean([...held.get(m).keys()], r), keyOf));
      const l = new Map(left.map((m, i) => [m, i])), on = new Map(right.map(a => [a, []]));
      left.forEach(m => held.get(m).forEach((_, a) => on.get(a).push(m)));
      right = [...right].sort(by(a => mean(on.get(a), l), keyOf));
    }
    const tall = Math.max(left.length, right.length) * step, gap = (list, i) => 10 + (i + .5) * tall / list.length;
    const lw = Math.max(...left.map(m => textWidth(short(m), size))) + 34, rw = Math.max(...right.map(a => textWidth(short(a), size))) + 34;
    const width = Math.max(stage.getBoundingClientRect().width - 20, lw + rw + 260), x0 = lw, x1 = width - rw;
    const ly = new Map(left.map((m, i) => [m, gap(left, i)])), ry = new Map(right.map((a, i) => [a, gap(right, i)]));
    const lines = left.flatMap(m => [...held.get(m)].map(([a, facts]) => { const role = facts.map(f => FACTS[f].r).sort(by(r => Object.keys(DASHES).indexOf(r)))[0], mid = (x0 + x1) / 2; return s('path', { class: 'tie', d: `M${x0} ${ly.get(m)}C${mid} ${ly.get(m)} ${mid} ${ry.get(a)} ${x1} ${ry.get(a)}`, stroke: hueOf(a), 'stroke-dasharray': dashOf(role), 'data-m': m, 'data-a': a }, s('title', {}, `${fullName(m)} · ${fullName(a)} · ${facts.map(f => predicateName(FACTS[f])).join('、')}`)); }));
    const end = (n, x, y, anchor) => s('g', { class: 'end', tabindex: 0, role: 'button', 'data-n': n, transform: `translate(${x} ${y})` }, s('path', { d: PATHS[shapeOf(THINGS[n].t)], transform: 'translate(-6 -6)', fill: isAlliance(n) ? hueOf(n) : css('--muted') }), s('text', { x: anchor === 'end' ? -13 : 13, y: size * .36, 'text-anchor': anchor, 'font-size': size }, short(n)), s('title', {}, fullName(n)));
    const picture = s('svg', { class: 'bipartite', viewBox: `0 0 ${width} ${tall + 20}`, width, height: tall + 20, role: 'group', 'aria-label': el('finding').textContent }, lines, left.map(m => end(m, x0 - 8, ly.get(m), 'end')), right.map(a => end(a, x1 + 8, ry.get(a), 'start')));
    const light = on => { picture.classList.toggle('lit', on.length > 0); picture.querySelectorAll('.tie, .end').forEach(x => x.classList.remove('on')); for (const n of on) picture.querySelectorAll(`.tie[data-m="${n}"], .tie[data-a="${n}"], .end[data-n="${n}"]`).forEach(x => { x.classList.add('on'); for (const y of [x.dataset.m, x.dataset.a]) if (y) picture.querySelector(`.end[data-n="${y}"]`)?.classList.add('on'); }); };
    picture.addEventListener('pointerover', e => { const g = e.target.closest('.end'), t = e.target.closest('.tie'); light(g ? [+g.dataset.n] : t ? [] : at); });
    picture.addEventListener('pointerleave', () => light(at));
    picture.addEventListener('click', e => { const g = e.target.closest('.end'), t = e.target.closest('.tie'); if (g) go({ focus: keyOf(+g.dataset.n) }); else if (t) go({ focus: keyOf(+t.dataset.m) }); });
    walkable(picture, '.end', g => go({ focus: keyOf(+g.dataset.n) }));
    light(at);
    return h('div', { class: 'scroll' }, picture);
  },
  tools() {
    const choice = (value, text) => h('button', { class: 'tool', 'aria-pressed': state.rows === value, 'data-do': `rows-${value}`, onclick: () => go({ rows: value }) }, text);
    return [choice('top', L('最多的', 'Most')), choice('tied', L('两个联盟以上的全部', 'All in two or more')), choice('all', L('全部成员', 'All members'))];
  },
  legend() {
    const roles = unique(this.shown.flatMap(m => [...this.held.get(m).values()].flat().map(f => FACTS[f].r)));
    const types = unique(this.shown.map(m => THINGS[m].t));
    return [...types.map(t => h('span', { class: 'key' }, shape(t), typeName(t))), ...roles.filter(r => M.roles.memberOf?.[r]).map(roleKey)];
  },
  table() { return { head: [L('机构', 'Organisation'), L('类型', 'Type'), L('联盟', 'Alliance'), L('领域', 'Field'), L('角色', 'Role'), L('起', 'Since'), L('来源', 'Source')], rows: this.shown.flatMap(m => [...this.held.get(m)].flatMap(([a, facts]) => facts.map(f => ({ go: { focus: keyOf(m) }, cells: [fullName(m), typeName(THINGS[m].t), fullName(a), fieldName(fieldOf(a)), predicateName(FACTS[f]), FACTS[f].b?.slice(0, 4) || '', sourceName(FACTS[f].w)] })))) }; },
};
// Arrows walk from mark to mark, Enter opens.
function walkable(picture, selector, open) {
  picture.addEventListener('keydown', e => {
    const mark = e.target.closest(selector);
    if (!mark) return;
    if (e.key === 'Enter') { e.stopPropagation(); open(mark); return; }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[e.key];
    if (step) { const all = [...picture.querySelectorAll(selector)]; all.at((all.indexOf(mark) + step) % all.length).focus(); e.preventDefault(); e.stopPropagation(); }
  });
}
