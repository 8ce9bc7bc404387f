// One thing and what it is joined to: members on one side, what follows from them on the other.
VIEWS.ego = {
  zh: '关系圈', en: 'Ego',
  centre() { const at = focused(); return (at.length === 2 ? at[at[0] === this.last ? 0 : at[1] === this.last ? 1 : 0] : at[0]) ?? NUMBER.get(M.findings?.[0]?.go?.focus?.split('~')[0]) ?? M.order[0]; },
  draw(stage) {
    const centre = this.last = this.centre();
    if (centre === undefined) { heading(L('没有可看的联盟或机构', 'Nothing to look at'), ''); return nothing(L('图里没有联盟或机构', 'The graph has no alliance or organisation')); }
    const rays = this.rays(centre), most = presenting() ? 48 : 84;
    const joint = isAlliance(centre) ? ties().of.get(centre)?.size || 0 : 0, alliances = rays.filter(r => isAlliance(r.n)).length;
    const members = rays.filter(r => r.p === 'memberOf').length;
    heading(isAlliance(centre) ? L(`${short(centre)}：${members} 个成员，经他们和共同活动与 ${joint} 个联盟相连`, `${short(centre)}: ${members} members, tied to ${joint} alliances`) : alliances ? L(`${short(centre)}在 ${alliances} 个联盟里`, `${short(centre)} is joined to ${alliances} alliances`) : L(`${short(centre)}的 ${rays.length} 条关系`, `${short(centre)}: ${rays.length} relations`),
      L(`围绕它的是名册与简报说到的关系${rays.length > most ? `，这里画 ${most} 条，共 ${rays.length} 条` : ''}`, `Around it: what rosters and bulletins state${rays.length > most ? `; ${most} of ${rays.length} drawn` : ''}`));
    this.shown = rays;
    if (!rays.length && !joint) return nothing(L('按当前筛选，它没有关系', 'It has no relation with these filters'), L('试试放宽年份或来源', 'Widen the years or sources'));
    const size = presenting() ? 24 : 16, step = size + 8, box = stage.getBoundingClientRect();
    const groups = [...group(rays.slice(0, most), r => r.p + (r.out ? '>' : '<') + (r.p === 'memberOf' ? r.role : ''))].map(([, some]) => ({ word: some[0].word, list: some.map(r => ({ n: r.n, colour: isAlliance(r.n) ? hueOf(r.n) : css('--muted'), dash: dashOf(r.role), width: 1.6, title: r.word })) }));
    const memberships = new Set(rays.filter(r => r.p === 'memberOf').map(r => r.word));
    let sides = [groups.filter(g => memberships.has(g.word)), groups.filter(g => !memberships.has(g.word))];
    if (joint) {
      const near = [...ties().of.get(centre)].sort((x, y) => y[1].weight - x[1].weight || x[0] - y[0]), room = Math.max(12, Math.floor(box.height / step) - 3);
      sides[1].unshift({ word: L('相连的联盟', 'tied alliances'), of: near.length, list: near.slice(0, Math.max(room, Math.floor(most / 3))).map(([n, tie]) => ({ n, colour: hueOf(n), width: 1 + Math.min(7, tie.weight * 1.1), tail: String(tie.count), tie: tieKey(centre, n), title: L(`共有 ${tie.count} 项`, `${tie.count} shared`) })) });
    }
    if (!sides[1].length && sides[0].length > 1) { const cutAt = Math.ceil(sides[0].length / 2); sides = [sides[0].slice(0, cutAt), sides[0].slice(cutAt)]; }
    const tallOf = side => sum(side, g => (g.list.length + 1.6) * step), tall = Math.max(tallOf(sides[0]), tallOf(sides[1]), 80) + 10;
    const name = short(centre), half = Math.max(50, textWidth(name, size + 2, 700) / 2 + 18);
    const longest = side => Math.max(0, ...side.flatMap(g => [textWidth(`${g.word} ${g.of || g.list.length}`, size), ...g.list.map(r => textWidth(short(r.n), size) + (r.tail ? 34 : 0))])) + 26;
    const wide = [longest(sides[0]), longest(sides[1])], width = Math.max(box.width - 20, wide[0] + wide[1] + half * 2 + 240);
    const middle = wide[0] + (width - wide[0] - wide[1]) / 2, mid = Math.min(tall, Math.max(box.height - 16, 60)) / 2;
    const rays_ = [], marks = [];
    sides.forEach((side, k) => {
      const sign = k ? 1 : -1, edge = k ? width - wide[1] : wide[0];
      let y = Math.max(4, mid - tallOf(side) / 2);
      for (const g of side) {
        y += step;
        marks.push(s('text', { class: 'ringname', x: edge + sign * 12, y: y + size * .36 - 2, 'text-anchor': k ? 'start' : 'end', 'font-size': size }, `${g.word} ${g.of || g.list.length}`));
        for (const r of g.list) {
          y += step;
          const from = middle + sign * half, bend = (from + edge) / 2;
          rays_.push(s('path', { class: 'ray', d: `M${from} ${mid}C${bend} ${mid} ${bend} ${y} ${edge - sign * 4} ${y}`, stroke: r.colour, 'stroke-width': r.width, 'stroke-dasharray': r.dash || null }));
          marks.push(s('g', { class: 'spoke', tabindex: 0, role: 'button', 'data-n': r.n, 'data-tie': r.tie || null, transform: `translate(${edge + sign * 6} ${y})` }, s('path', { d: PATHS[shapeOf(THINGS[r.n].t)], fill: r.colour, transform: 'translate(-6 -6)' }), s('text', { x: sign * 13, y: size * .36, 'text-anchor': k ? 'start' : 'end', 'font-size': size }, short(r.n), r.tail && s('tspan', { class: 'ringname', dx: 10 }, r.tail)), s('title', {}, `${fullName(r.n)} · ${r.title}`)));
        }
        y += step * .6;
      }
    });
    const centreMark = [s('rect', { class: 'centre', x: middle - half, y: mid - size * 1.4, width: half * 2, height: size * 2.8, rx: size * 1.4, fill: isAlliance(centre) ? hueOf(centre) : css('--muted') }), s('text', { x: middle, y: mid + size * .36, 'text-anchor': 'middle', 'font-size': size + 1, 'font-weight': 700, fill: inkOn(isAlliance(centre) ? hueOf(centre) : css('--muted')) }, name)];
    const picture = s('svg', { class: 'ego', viewBox: `0 0 ${width} ${tall}`, width, height: tall, role: 'group', 'aria-label': el('finding').textContent }, rays_, centreMark, marks);
    const open = g => go({ focus: g.dataset.tie || keyOf(+g.dataset.n) });
    picture.addEventListener('click', e => { const g = e.target.closest('.spoke'); if (g) open(g); });
    walkable(picture, '.spoke', open);
    return h('div', { class: 'scroll' }, picture);
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
