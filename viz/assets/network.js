// Alliances large and named, ties by weight, organisations small; the places never move by themselves.
const BIG = 2000;
const SHAPES_BY_VIS = { dot: 'circle', circle: 'circle', ellipse: 'circle', square: 'square', box: 'square', triangle: 'triangle', diamond: 'diamond', star: 'star', hexagon: 'hexagon' };
VIEWS.network = {
  zh: '网络', en: 'Network', view: null,
  // Weak ties stay hidden where enough strong ones are left; a filter does not change which counts as weak.
  least() {
    if (state.min) return +state.min;
    if (this.usual === undefined) {
      const weights = new Map();
      for (const x of SUPPORTS) if (KINDS[x.kind].on) { const key = `${x.a} ${x.b}`; weights.set(key, (weights.get(key) || 0) + KINDS[x.kind].w); }
      this.usual = new Set([...weights].filter(([, w]) => w >= 2).flatMap(([key]) => key.split(' '))).size >= 12 ? 2 : 0;
    }
    return this.usual;
  },
  pins() { return new Map(listed('pin').map(p => p.split('@')).map(([k, xy]) => [NUMBER.get(k), xy.split('_').map(Number)]).filter(([n, xy]) => n !== undefined && xy.every(Number.isFinite))); },
  build() {
    const found = ties(), least = this.least(), at = focused(), pins = this.pins();
    const places = M.layout, drawn = found.list.filter(t => places[t.a] && places[t.b] && (t.weight >= least || (at.length && (at.includes(t.a) || at.includes(t.b)))));
    this.hidden = found.list.length - drawn.length;
    const alliances = unique(drawn.flatMap(t => [t.a, t.b]));
    const extra = Object.keys(M.added?.nodes || {}).map(Number), extraEdges = (M.added?.edges || []).map(n => FACTS[n]);
    for (const f of extraEdges) for (const end of [f.s, f.o]) if (!alliances.includes(end) && !extra.includes(end) && places[end]) (isAlliance(end) ? alliances : extra).push(end);
    const members = new Map();
    if (state.orgs === '1' || at.length) for (const t of drawn) for (const x of t.supports) {
      if (x.via < 0 || !places[x.via] || KINDS[x.kind].n !== 'members') continue;
      if (state.orgs !== '1' && !(at.includes(x.via) || (at.length === 1 ? at.includes(t.a) || at.includes(t.b) : at.includes(t.a) && at.includes(t.b)))) continue;
      if (!members.has(x.via)) members.set(x.via, new Set());
      members.get(x.via).add(t.a).add(t.b);
    }
    this.aggregated = Object.keys(places).length > BIG && state.rows !== 'all' && !at.length;
    if (this.aggregated) return this.build_fields(drawn);
    const near = new Set(at);
    for (const t of drawn) { if (at.length === 1 && at.includes(t.a)) near.add(t.b); if (at.length === 1 && at.includes(t.b)) near.add(t.a); }
    for (const [m, ends] of members) { if (at.includes(m)) ends.forEach(n => near.add(n)); else if (at.length && [...ends].some(n => at.includes(n))) near.add(m); }
    const dimmed = n => at.length > 0 && !near.has(n);
    const strength = new Map();
    for (const t of drawn) for (const n of [t.a, t.b]) strength.set(n, (strength.get(n) || 0) + t.weight);
    const place = n => pins.get(n) || places[n];
    const nodes = alliances.map(n => ({ id: n, x: place(n)[0], y: place(n)[1], r: 7 + Math.sqrt(strength.get(n) || 1) * 1.9, colour: hueOf(n), shape: 'circle', label: short(n), named: !dimmed(n) || !at.length, size: presenting() ? 24 : 16,
      weight: at.includes(n) ? 700 : 500, rank: (at.includes(n) ? 1e6 : near.has(n) ? 1e5 : 0) + (strength.get(n) || 0), dim: dimmed(n), ring: at.includes(n) ? 'on' : pins.has(n) ? 'pin' : '' }));
    for (const n of members.keys()) if (!alliances.includes(n)) nodes.push({ id: n, x: place(n)[0], y: place(n)[1], r: at.includes(n) ? 8 : 5.5, colour: css('--muted'), shape: shapeOf(THINGS[n].t), label: short(n), named: near.has(n), size: presenting() ? 24 : 16, weight: at.includes(n) ? 700 : 400, rank: at.includes(n) ? 1e6 : members.get(n).size, dim: dimmed(n), ring: at.includes(n) ? 'on' : '' });
    for (const n of extra) if (!nodes.some(x => x.id === n)) { const d = M.added.nodes[n] || {}; nodes.push({ id: n, x: place(n)[0], y: place(n)[1], r: Math.min(30, Math.max(4, +d.size || 10)), colour: colourOf(d.color), shape: SHAPES_BY_VIS[d.shape] || 'circle', label: short(n), named: true, size: 16, weight: 500, rank: 50, dim: dimmed(n), ring: at.includes(n) ? 'on' : '' }); }
    const heavy = Math.max(1, ...drawn.map(t => t.weight)), ink = css('--ink');
    const edges = drawn.flatMap(t => {
      const step = Math.min(5, Math.ceil(5 * Math.sqrt(t.weight / heavy))), off = at.length > 0 && !(at.length === 1 ? at.includes(t.a) || at.includes(t.b) : at.includes(t.a) && at.includes(t.b));
      const kinds = unique(t.supports.map(x => x.kind));
      // Kinds side by side: parallel ties stay apart.
      return kinds.map((kind, i) => ({ a: t.a, b: t.b, style: `${step}${off}${i ? kind : ''}`, rank: off ? 0 : step, colour: ink, alpha: off ? .05 : .10 + .12 * step, width: .8 + step * .85, dash: i ? [6, 4] : null, bend: i ? .12 * Math.ceil(i / 2) * (i % 2 ? 1 : -1) : 0, go: { focus: tieKey(t.a, t.b) }, tie: t }));
    });
    for (const [m, ends] of members) if (state.orgs === '1' || at.length) for (const n of ends) if (alliances.includes(n)) { const off = at.length && !(at.includes(m) || at.includes(n)); edges.push({ a: m, b: n, style: `m${off}`, rank: -1, colour: css('--muted'), alpha: off ? .06 : .45, width: 1, dash: null, bend: 0 }); }
    for (const f of extraEdges) edges.push({ a: f.s, b: f.o, style: `x${f.d?.color}${f.d?.width}`, rank: 6, colour: colourOf(f.d?.color), alpha: .9, width: Math.min(12, +f.d?.width || 2), dash: null, bend: .08 });
    return new Scene(nodes, edges.filter(e => nodes.length && e)).build();
  },
  // Too many to draw one by one: a field is one mark, and opens into its alliances.
  build_fields(drawn) {
    const fields = [...group(unique(drawn.flatMap(t => [t.a, t.b])), fieldOf)].sort(by(f => -f[1].length, f => f[0]));
    const pairs = new Map();
    for (const t of drawn) { const key = [fieldOf(t.a), fieldOf(t.b)].sort().join('~'); pairs.set(key, (pairs.get(key) || 0) + 1); }
    const nodes = fields.map(([name, list], i) => { const turn = i / fields.length * Math.PI * 2 - Math.PI / 2; return { id: name, x: 620 * Math.cos(turn), y: 340 * Math.sin(turn), r: 12 + Math.sqrt(list.length) * 2, colour: hueOf(list[0]), shape: 'circle', label: `${fieldName(name)} ${list.length}`, named: true, size: 18, weight: 600, rank: list.length, dim: false, ring: '', open: name }; });
    const most = Math.max(1, ...pairs.values());
    const edges = [...pairs].filter(([key]) => key.split('~')[0] !== key.split('~')[1]).map(([key, n]) => { const [a, b] = key.split('~'), step = Math.ceil(5 * n / most); return { a, b, style: String(step), rank: step, colour: css('--ink'), alpha: .08 + .12 * step, width: step * 1.6, bend: 0 }; });
    return new Scene(nodes, edges).build();
  },
  draw(stage) {
    const scene = this.scene = this.build(), found = ties();
    this.sentence(found, scene);
    if (!scene.nodes.length) return nothing(L('没有符合条件的联系', 'No tie fits'), L('试试放宽年份，或显示弱联系', 'Widen the years, or show weak ties'));
    const canvas = h('canvas', { class: 'net', tabindex: 0, role: 'img', 'aria-label': `${el('finding').textContent} ${L('按 T 看表格', 'T shows the table')}` });
    stage.append(canvas);
    const box = stage.getBoundingClientRect(), ratio = devicePixelRatio || 1, width = box.width, height = box.height;
    canvas.width = width * ratio; canvas.height = height * ratio; canvas.style.width = `${width}px`; canvas.style.height = `${height}px`;
    const pen = canvas.getContext('2d'), colours = { ground: css('--ground'), ink: css('--ink'), muted: css('--muted'), strong: css('--strong') };
    const fit = () => scene.fit(width, height);
    const sign = [state.rows, state.min, state.orgs, width, height, this.aggregated].join();
    if (!this.view || this.sign !== sign) { this.view = fit(); this.sign = sign; }
    const view = this.view;
    let due = false;
    const relabel = () => { scene.labels = scene.place(view, width, height); };
    const heavyPicture = scene.nodes.length + scene.edges.length > 1500;
    let moving = false, resting = 0, shot = null;
    // Many marks: while the hand moves, a picture of the marks moves; it is drawn anew when the hand rests.
    const shoot = () => {
      const margin = .35, big = h('canvas', { width: Math.round(width * ratio * (1 + 2 * margin)), height: Math.round(height * ratio * (1 + 2 * margin)) });
      const held = scene.labels; scene.labels = [];
      scene.paint(big.getContext('2d'), { k: view.k, x: view.x + width * margin, y: view.y + height * margin }, width * (1 + 2 * margin), height * (1 + 2 * margin), colours, ratio);
      scene.labels = held;
      shot = { big, k: view.k, x: view.x, y: view.y, margin };
    };
    const paintMoving = () => {
      const k = view.k / shot.k, x = view.x - shot.x * k, y = view.y - shot.y * k;
      pen.setTransform(ratio, 0, 0, ratio, 0, 0); pen.clearRect(0, 0, width, height);
      pen.drawImage(shot.big, x - width * shot.margin * k, y - height * shot.margin * k, width * (1 + 2 * shot.margin) * k, height * (1 + 2 * shot.margin) * k);
      pen.fillStyle = colours.ink;
      for (const { n, dx, dy } of scene.labels.slice(0, 120)) { pen.font = `${n.weight} ${n.size}px ${FONT}`; pen.fillText(n.label, n.x * view.k + view.x + dx, n.y * view.k + view.y + dy); }
    };
    const paint = () => {
      due = false;
      if (!canvas.isConnected) return;
      if (heavyPicture && moving) paintMoving(); else scene.paint(pen, view, width, height, colours, ratio);
      this.frames = (this.frames || 0) + 1;
    };
    const rest = () => { moving = false; shot = null; ask(); };
    const ask = (labels = true) => {
      if (heavyPicture && moving) { if (!shot) shoot(); clearTimeout(resting); resting = setTimeout(rest, 140); } else if (labels) relabel();
      if (!due) { due = true; requestAnimationFrame(paint); }
    };
    relabel(); paint();
    const zoom = (by, x, y) => { const k = Math.min(8, Math.max(.05, view.k * by)); by = k / view.k; view.x = x - (x - view.x) * by; view.y = y - (y - view.y) * by; view.k = k; moving = true; ask(); };
    this.zoom = by => zoom(by, width / 2, height / 2);
    this.reset = () => { Object.assign(view, fit()); moving = false; ask(); };
    canvas.addEventListener('wheel', e => { e.preventDefault(); zoom(Math.exp(-e.deltaY * .0016), e.offsetX, e.offsetY); }, { passive: false });
    let grip = null;
    const world = e => [(e.offsetX - view.x) / view.k, (e.offsetY - view.y) / view.k];
    canvas.addEventListener('pointerdown', e => { canvas.setPointerCapture(e.pointerId); grip = { x: e.offsetX, y: e.offsetY, node: scene.hit(...world(e), 4 / view.k), moved: false }; });
    canvas.addEventListener('pointermove', e => {
      if (grip) {
        const dx = e.offsetX - grip.x, dy = e.offsetY - grip.y;
        if (!grip.moved && Math.hypot(dx, dy) < 4) return;
        grip.moved = true; grip.x = e.offsetX; grip.y = e.offsetY; tip();
        if (grip.node && !this.aggregated) { grip.node.x += dx / view.k; grip.node.y += dy / view.k; scene.build(); ask(); } else { view.x += dx; view.y += dy; moving = true; for (const l of scene.labels) { l.x += dx; l.y += dy; l.box = [l.box[0] + dx, l.box[1] + dy, l.box[2] + dx, l.box[3] + dy]; } ask(false); clearTimeout(this.later); this.later = setTimeout(ask, 90); }
        return;
      }
      const n = scene.hit(...world(e), 4 / view.k), edge = n ? null : scene.hitEdge(...world(e), 3 / view.k);
      canvas.style.cursor = n || edge ? 'pointer' : 'grab';
      if (n && !n.open) tip(e.clientX, e.clientY, [h('b', {}, fullName(n.id)), [typeName(THINGS[n.id].t), isAlliance(n.id) && fieldName(fieldOf(n.id)), M.added?.nodes?.[n.id]?.title].filter(Boolean).join(' · ')]);
      else if (edge) tip(e.clientX, e.clientY, [h('b', {}, `${short(edge.tie.a)} × ${short(edge.tie.b)}`), L(`共有 ${edge.tie.count} 项`, `${edge.tie.count} shared`)]);
      else tip();
    });
    canvas.addEventListener('pointerup', e => {
      const held = grip; grip = null;
      if (!held) return;
      if (held.moved) { if (held.node && !this.aggregated) { const pins = listed('pin').filter(p => !p.startsWith(keyOf(held.node.id) + '@')); go({ pin: [...pins, `${keyOf(held.node.id)}@${Math.round(held.node.x)}_${Math.round(held.node.y)}`].join(',') }); } return; }
      if (held.node?.open) { go({ rows: 'all' }); return; }
      const edge = held.node ? null : scene.hitEdge(...world(e), 3 / view.k);
      if (held.node) go({ focus: keyOf(held.node.id) }); else if (edge) go(edge.go); else if (state.focus) go({ focus: '' });
    });
    canvas.addEventListener('pointerleave', () => tip());
    canvas.addEventListener('dblclick', e => { const n = scene.hit(...world(e), 4 / view.k); if (n && !n.open) go({ view: 'ego', focus: keyOf(n.id) }); });
    canvas.addEventListener('keydown', e => this.key(e));
    return null;
  },
  key(e) {
    const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (step && !this.aggregated) {
      const from = this.scene.at.get(focused()[0]) || [...this.scene.nodes].sort((a, b) => b.rank - a.rank)[0];
      if (!from) return;
      const next = this.scene.nodes.filter(n => n !== from && isAlliance(n.id)).map(n => ({ n, along: (n.x - from.x) * step[0] + (n.y - from.y) * step[1], aside: Math.abs((n.x - from.x) * step[1]) + Math.abs((n.y - from.y) * step[0]) })).filter(c => c.along > 1).sort((a, b) => a.along + 2 * a.aside - b.along - 2 * b.aside)[0];
      const target = state.focus ? next?.n : from;
      if (target) { e.preventDefault(); e.stopPropagation(); go({ focus: keyOf(target.id) }); document.querySelector('.net')?.focus(); }
    } else if (e.key === '+' || e.key === '=') this.zoom(1.3); else if (e.key === '-') this.zoom(1 / 1.3); else if (e.key === '0') this.reset();
    else if (e.key === 'Enter' && focused().length === 1) { go({ view: 'ego' }); e.stopPropagation(); }
  },
  sentence(found, scene) {
    const gone = leavers(), at = focused();
    if (gone.size) { const falls = fallsWithout(gone); heading(L(`如果${names([...gone])}退出：${falls.lost.length} 对联盟不再相连`, `If ${names([...gone])} left: ${falls.lost.length} pairs no longer tied`), L(`${falls.isolated.length} 个联盟失去全部联系`, `${falls.isolated.length} alliances lose every tie`)); return; }
    if (!found.list.length) { heading(L('按当前条件没有联系', 'No tie with these filters'), ''); return; }
    if (at.length === 1 && isAlliance(at[0])) { const near = found.of.get(at[0])?.size || 0; heading(L(`${short(at[0])}与 ${near} 个联盟有联系`, `${short(at[0])} is tied to ${near} alliances`), ''); return; }
    const groups = [...components(found.list, [...found.of.keys()]).values()].sort((a, b) => b.length - a.length);
    const busiest = [...found.of.keys()].sort(by(n => -found.of.get(n).size, keyOf))[0];
    const weak = this.hidden ? L(`；${this.hidden} 对弱联系未画`, `; ${this.hidden} weak ties not drawn`) : '';
    heading(L(`${groups[0].length} 个联盟连成一片，居中的是${short(busiest)}`, `${groups[0].length} alliances hang together, ${short(busiest)} in the middle`), L(`点是联盟，线是共有的成员、活动与协议，越粗越多${weak}`, `Dots are alliances, lines what they share, thicker for more${weak}`));
  },
  tools() {
    const least = this.least();
    const choose = [[0, L('全部联系', 'all ties')], [2, L('≥2', '≥2')], [3, '≥3']];
    return [...choose.map(([v, text]) => h('button', { class: 'tool', 'aria-pressed': v ? least === v : least < 1, 'data-do': `min${v}`, onclick: () => go({ min: String(v || .01) }) }, text)),
      h('button', { class: 'tool', 'data-do': 'orgs', 'aria-pressed': state.orgs === '1', onclick: () => go({ orgs: state.orgs === '1' ? '' : '1' }) }, L('显示机构', 'Organisations')),
      h('button', { class: 'tool', onclick: () => this.zoom?.(1.3), 'aria-label': L('放大', 'Zoom in') }, '＋'), h('button', { class: 'tool', onclick: () => this.zoom?.(1 / 1.3), 'aria-label': L('缩小', 'Zoom out') }, '－'), h('button', { class: 'tool', onclick: () => this.reset?.() }, L('复原', 'Reset')),
      state.pin && h('button', { class: 'tool', 'data-do': 'unpin', onclick: () => go({ pin: '' }) }, L(`取消固定 ${listed('pin').length}`, `Unpin ${listed('pin').length}`))].filter(Boolean);
  },
  legend() {
    const drawn = this.scene.nodes.filter(n => !n.open && isAlliance(n.id)), fields = unique(drawn.map(n => fieldOf(n.id)));
    const types = unique(this.scene.nodes.filter(n => !n.open && !isAlliance(n.id)).map(n => THINGS[n.id].t));
    return [...fields.sort(by(f => FIELD.get(f)?.c || '', f => f)).map(f => h('span', { class: 'key' }, dot(FIELD.get(f)?.c), fieldName(f))), ...types.map(t => h('span', { class: 'key' }, shape(t), typeName(t)))];
  },
  svg() { return this.scene.svg(); },
  table() {
    if (this.aggregated) return VIEWS.matrix.table.call({ shown: unique(ties().list.flatMap(t => [t.a, t.b])) });
    return VIEWS.matrix.table.call({ shown: this.scene.nodes.map(n => n.id) });
  },
};
const dot = colour => s('svg', { width: 12, height: 12, viewBox: '0 0 12 12', 'aria-hidden': 'true' }, s('circle', { cx: 6, cy: 6, r: 5, fill: colour || '#8a929c' }));
// A colour that a person gave with pyvis; what is no colour becomes the page's own.
function colourOf(text) { ruler.fillStyle = '#1f5fa8'; if (typeof text === 'string') ruler.fillStyle = text; return ruler.fillStyle; }
