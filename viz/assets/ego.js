// One thing and what it is joined to: rays by relation, names along the rays, so that none covers another.
VIEWS.ego = {
  zh: '关系圈', en: 'Ego',
  centre() { return focused()[0] ?? NUMBER.get(M.findings?.[0]?.go?.focus?.split('~')[0]) ?? M.order[0]; },
  draw(stage) {
    const centre = this.centre();
    if (centre === undefined) { heading(L('没有可看的联盟或机构', 'Nothing to look at'), ''); return nothing(L('图里没有联盟或机构', 'The graph has no alliance or organisation')); }
    const rays = this.rays(centre), most = presenting() ? 48 : 84;
    const joint = isAlliance(centre) ? ties().of.get(centre)?.size || 0 : 0, alliances = rays.filter(r => isAlliance(r.n)).length;
    const members = rays.filter(r => r.p === 'memberOf').length;
    heading(isAlliance(centre) ? L(`${short(centre)}：${members} 个成员，经他们和共同活动与 ${joint} 个联盟相连`, `${short(centre)}: ${members} members, tied to ${joint} alliances`) : alliances ? L(`${short(centre)}在 ${alliances} 个联盟里`, `${short(centre)} is joined to ${alliances} alliances`) : L(`${short(centre)}的 ${rays.length} 条关系`, `${short(centre)}: ${rays.length} relations`),
      L(`围绕它的是名录与简报说到的关系${rays.length > most ? `，这里画 ${most} 条，共 ${rays.length} 条` : ''}`, `Around it: what rosters and bulletins state${rays.length > most ? `; ${most} of ${rays.length} drawn` : ''}`));
    this.shown = rays;
    if (!rays.length) return nothing(L('按当前筛选，它没有关系', 'It has no relation with these filters'), L('试试放宽年份或来源', 'Widen the years or sources'));
    const list = rays.slice(0, most), size = presenting() ? 24 : 16, step = size + 4;
    const groups = [...group(list, r => r.p + (r.out ? '>' : '<') + (r.p === 'memberOf' ? r.role : ''))].map(([, some]) => some);
    const slots = list.length + groups.length * 1.4, inner = Math.max(130, slots * step / (2 * Math.PI)), box = stage.getBoundingClientRect();
    const long = Math.max(...list.map(r => textWidth(short(r.n), size))) + 26, radius = inner + long;
    const parts = [], turn = Math.PI * 2 / slots;
    let angle = -Math.PI / 2 + turn / 2;
    for (const some of groups) {
      const start = angle;
      for (const r of some) {
        const [c, d] = [Math.cos(angle), Math.sin(angle)], flip = c < 0, degrees = angle * 180 / Math.PI;
        const colour = isAlliance(r.n) ? hueOf(r.n) : css('--muted');
        parts.push(s('line', { class: 'ray', x1: 34 * c, y1: 34 * d, x2: (inner - 9) * c, y2: (inner - 9) * d, 'stroke-dasharray': dashOf(r.role), stroke: colour }),
          s('g', { class: 'spoke', tabindex: 0, role: 'button', 'data-n': r.n, transform: `rotate(${flip ? degrees + 180 : degrees}) translate(${(flip ? -1 : 1) * inner} 0)` },
            s('path', { d: PATHS[shapeOf(THINGS[r.n].t)], fill: colour, transform: 'translate(-6 -6)' }), s('text', { x: flip ? -12 : 12, y: size * .36, 'font-size': size, 'text-anchor': flip ? 'end' : 'start' }, short(r.n)), s('title', {}, `${fullName(r.n)} · ${r.word}`)));
        angle += turn;
      }
      const mid = (start + angle - turn) / 2, wide = (angle - start) * inner * .56, word = `${some[0].word} ${some.length}`;
      if (textWidth(word, 16) < Math.max(wide, 60) || groups.length < 6) parts.push(s('text', { class: 'ringname', x: inner * .56 * Math.cos(mid), y: inner * .56 * Math.sin(mid) + 5, 'text-anchor': 'middle', 'font-size': size }, word));
      angle += turn * 1.4;
    }
    const name = short(centre), half = Math.max(40, textWidth(name, size + 2, 700) / 2 + 12);
    parts.push(s('rect', { class: 'centre', x: -half, y: -20, width: half * 2, height: 40, rx: 20, fill: isAlliance(centre) ? hueOf(centre) : css('--strong') }), s('text', { x: 0, y: 6, 'text-anchor': 'middle', 'font-size': size + 1, 'font-weight': 700, fill: '#ffffff' }, name));
    const side = radius * 2 + 12, scale = Math.min(1, box.height / side, box.width / side);
    const fits = scale * size >= 13;
    const picture = s('svg', { class: 'ego', viewBox: `${-radius - 6} ${-radius - 6} ${side} ${side}`, width: fits ? side * scale : side * 13 / size, height: fits ? side * scale : side * 13 / size, role: 'group', 'aria-label': el('finding').textContent }, parts);
    const open = n => go({ focus: keyOf(n) });
    picture.addEventListener('click', e => { const g = e.target.closest('.spoke'); if (g) open(+g.dataset.n); });
    picture.addEventListener('keydown', e => { const g = e.target.closest('.spoke'); if (g && e.key === 'Enter') { e.stopPropagation(); open(+g.dataset.n); } else if (g && e.key.startsWith('Arrow')) { const all = [...picture.querySelectorAll('.spoke')], k = all.indexOf(g) + (['ArrowRight', 'ArrowDown'].includes(e.key) ? 1 : -1); all.at(k % all.length).focus(); e.preventDefault(); e.stopPropagation(); } });
    return h('div', { class: 'scroll centred' }, picture);
  },
  rays(centre) {
    const order = Object.keys(M.predicates), roles = Object.keys(M.roles.memberOf || {});
    const best = new Map();
    for (const f of factsOf(centre).filter(countsFact)) {
      const fact = FACTS[f], out = fact.s === centre, n = out ? fact.o : fact.s, key = `${n} ${fact.p} ${out}`;
      const row = { n, f, p: fact.p, role: fact.r || '', out, word: predicateName(fact), rank: roles.indexOf(fact.r) };
      if (!best.has(key) || best.get(key).rank > row.rank) best.set(key, row);
    }
    return [...best.values()].filter(r => !leavers().has(r.n)).sort(by(r => order.indexOf(r.p), r => r.rank, r => THINGS[r.n].t, r => -(measureOf(r.n, 'alliances') || measureOf(r.n, 'degree') || 0), r => short(r.n)));
  },
  legend() {
    const types = unique((this.shown || []).map(r => THINGS[r.n].t)), roles = unique((this.shown || []).filter(r => r.p === 'memberOf').map(r => r.role));
    return [...types.map(t => h('span', { class: 'key' }, shape(t), typeName(t))), ...roles.filter(r => M.roles.memberOf?.[r]).map(roleKey)];
  },
  table() { return { head: [L('名称', 'Name'), L('类型', 'Type'), L('关系', 'Relation'), L('起', 'Since'), L('来源', 'Source')], rows: (this.shown || []).map(r => ({ go: { focus: keyOf(r.n) }, cells: [fullName(r.n), typeName(THINGS[r.n].t), r.word, FACTS[r.f].b?.slice(0, 10) || '', sourceName(FACTS[r.f].w)] })) }; },
};
const DASHES = { chair: '', lead: '', 'vice-chair': '9 3', secretariat: '2 3', council: '6 4', initiator: '12 3 2 3', member: '3 4' };
const dashOf = role => DASHES[role] || null;
const roleKey = r => h('span', { class: 'key' }, s('svg', { width: 34, height: 10, 'aria-hidden': 'true' }, s('line', { x1: 0, x2: 34, y1: 5, y2: 5, stroke: 'currentColor', 'stroke-width': 2, 'stroke-dasharray': dashOf(r) })), M.roles.memberOf[r][lang()]);
