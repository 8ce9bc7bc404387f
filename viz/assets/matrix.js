// Home: alliance × alliance. Rows by field, inside a field by optimal leaf order; a cell is what the two share.
const TURN = 50;
const STEPS = () => M.scale[isDark() ? 'dark' : 'light'];
function binner(values) {
  // Counts 1, 2, 3 … get a step each while they fit; other values are cut into equal parts of their range.
  const most = Math.max(...values, 0), whole = values.every(v => Number.isInteger(v));
  const steps = STEPS();
  if (whole && most <= steps.length) {
    const used = most === 1 ? [2] : most <= 3 ? [0, 2, 4] : steps.map((_, n) => n);
    return { of: v => steps[used[v - 1]], legend: Array.from({ length: most }, (_, n) => [String(n + 1), steps[used[n]]]) };
  }
  const edges = steps.map((_, n) => whole ? Math.round(Math.exp(Math.log(most) * n / steps.length)) : most * n / steps.length);
  const starts = unique(edges.map((e, n) => Math.max(e, whole ? n + 1 : e)));
  const at = v => { let n = 0; while (n + 1 < starts.length && v >= starts[n + 1]) n += 1; return n; };
  return { of: v => steps[at(v)], legend: starts.map((e, n) => [whole ? (starts[n + 1] > e + 1 ? `${e}–${starts[n + 1] - 1}` : n + 1 === starts.length ? `≥${e}` : String(e)) : `≥${number(e, 3)}`, steps[n]]) };
}
function matrixRows(found, room, lost) {
  const tied = M.order.filter(n => found.of.get(n)?.size || lost.has(n));
  if (state.rows === 'all') return M.order.filter(n => !leavers().has(n));
  if (state.rows === 'tied' || state.rows === 'fit' || tied.length <= room) return tied;
  const at = focused();
  const best = new Set([...tied].sort(by(n => at.includes(n) ? 0 : 1, n => -(lost.get(n) || 0), n => -strengthOf(n, found), n => keyOf(n))).slice(0, room));
  return tied.filter(n => best.has(n));
}
VIEWS.matrix = {
  zh: '矩阵', en: 'Matrix',
  draw(stage) {
    const found = ties(), big = presenting(), fit = state.rows === 'fit', box = stage.getBoundingClientRect();
    const size = big ? 24 : 16, slant = Math.sin(TURN * Math.PI / 180), lean = Math.cos(TURN * Math.PI / 180);
    const gone = leavers(), fallen = gone.size ? fallsWithout(gone).lost : [], lost = new Map();
    for (const t of fallen) for (const n of [t.a, t.b]) lost.set(n, (lost.get(n) || 0) + 1);
    const labelsFor = rows => fit ? 0 : Math.max(80, ...rows.map(n => textWidth(short(n), size)));
    const heightOf = rows => labelsFor(rows) * slant + 34 + rows.length * 19 * (big ? 29 / 19 : 1) + 5 * unique(rows.map(fieldOf)).length;
    let room = Math.max(14, Math.floor(box.height / (big ? 29 : 19))), rows = matrixRows(found, room, lost);
    while (state.rows === 'top' && room > 10 && heightOf(rows) > box.height) { room -= 1; rows = matrixRows(found, room, lost); }
    // One look at everything: cells shrink to the screen and fields take the place of names.
    const cell = fit ? Math.max(2, Math.min(19, (box.height - 40) / rows.length - .6)) : big ? 29 : 19, wide = fit ? Math.max(2, Math.min(25, cell * 1.5)) : big ? 36 : 25;
    this.shown = rows;
    this.sentence(found, rows);
    if (!rows.length) return nothing(L('没有符合条件的联系', 'No tie fits'), L('试试放宽年份、来源或联系种类', 'Widen the years, sources or kinds of tie'));
    const left = fit ? 14 : Math.ceil(labelsFor(rows)) + 16, top = fit ? 14 : Math.ceil(labelsFor(rows) * slant) + 22;
    const places = step => { let v = 0; const list = rows.map((n, i) => { if (i && fieldOf(n) !== fieldOf(rows[i - 1])) v += fit ? 2 : 5; v += step; return v - step; }); return [list, v]; };
    const [at, tall] = places(cell), [ax, broad] = places(wide), fields = [];
    rows.forEach((n, i) => { const last = fields.at(-1); if (last && last.name === fieldOf(n)) { last.end = at[i] + cell; last.xend = ax[i] + wide; } else fields.push({ name: fieldOf(n), start: at[i], end: at[i] + cell, xstart: ax[i], xend: ax[i] + wide, of: n }); });
    const right = Math.max(0, ...fields.map(f => textWidth(fieldName(f.name), size))) + 28;
    const width = Math.max(left + broad + right, left + broad + labelsFor(rows) * lean + 8), height = top + tall + 8, gap = Math.min(.75, cell * .06);
    const bins = binner(found.list.map(valueOf));
    this.bins = bins;
    const cells = [], texts = [];
    const index = new Map(rows.map((n, i) => [n, i]));
    for (const tie of found.list) {
      const i = index.get(tie.a), j = index.get(tie.b);
      if (i === undefined || j === undefined) continue;
      const value = valueOf(tie), colour = bins.of(value);
      for (const [r, c] of [[i, j], [j, i]]) {
        cells.push(s('rect', { class: 'cell', x: left + ax[c] + gap, y: top + at[r] + gap, width: wide - 2 * gap, height: cell - 2 * gap, rx: cell > 10 ? 2 : 0, fill: colour, 'data-r': r, 'data-c': c }));
        if (!fit && Number.isInteger(value) && textWidth(String(value), 12) < wide - 3)
          texts.push(s('text', { class: 'count', x: left + ax[c] + wide / 2, y: top + at[r] + cell / 2 + (big ? 8.5 : 4.4), 'text-anchor': 'middle', 'font-size': big ? 24 : 12.5, fill: inkOn(colour) }, String(value)));
      }
    }
    for (const t of fallen) {
      const i = index.get(t.a), j = index.get(t.b);
      if (i !== undefined && j !== undefined) for (const [r, c] of [[i, j], [j, i]]) cells.push(s('rect', { class: 'fell', x: left + ax[c] + 1.5, y: top + at[r] + 1.5, width: wide - 3, height: cell - 3, rx: 2 }));
    }
    this.fell = fallen.length > 0;
    const mono = fit ? [] : rows.map((_, i) => s('rect', { class: 'self', x: left + ax[i] + wide / 2 - 2, y: top + at[i] + cell / 2 - 2, width: 4, height: 4, rx: 2 }));
    const lines = [...fields.slice(1).flatMap(f => [s('line', { class: 'rule', x1: left, x2: left + broad, y1: top + f.start - 2.5, y2: top + f.start - 2.5 }), s('line', { class: 'rule', y1: top, y2: top + tall, x1: left + f.xstart - 2.5, x2: left + f.xstart - 2.5 })])];
    const lanes = [s('rect', { class: 'lane', x: 0, y: 0, width: left + broad, height: cell, visibility: 'hidden' }), s('rect', { class: 'lane', y: 0, x: 0, width: wide, height: top + tall, visibility: 'hidden' })];
    const name = (n, i, attributes) => s('text', { ...attributes, class: 'label', 'font-size': size, 'data-n': n, 'data-i': i }, short(n), s('title', {}, fullName(n)));
    const rowNames = (fit ? [] : rows).map((n, i) => name(n, i, { x: left - 13, y: top + at[i] + cell / 2 + size * .36, 'text-anchor': 'end' }));
    const columnNames = (fit ? [] : rows).map((n, i) => name(n, i, { transform: `translate(${left + ax[i] + wide / 2 + size * .3} ${top - 13}) rotate(-${TURN})` }));
    const down = fields.map(f => s('rect', { x: left - 8, y: top + f.start, width: 5, height: f.end - f.start, fill: hueOf(f.of) })), along = fields.map(f => s('rect', { y: top - 8, x: left + f.xstart, height: 5, width: f.xend - f.xstart, fill: hueOf(f.of) }));
    // Names stay in sight while the cells scroll under them.
    const rowHead = s('g', { class: 'rows' }, s('rect', { class: 'ground', x: 0, y: top - 2, width: left - 1, height: tall + 10 }), down, rowNames), columnHead = s('g', { class: 'columns' }, s('rect', { class: 'ground', x: 0, y: 0, width, height: top - 1 }), along, columnNames), corner = s('rect', { class: 'ground', x: 0, y: 0, width: left - 1, height: top - 1 });
    let free = -99;
    const tails = fields.map(f => s('g', {}, s('rect', { x: left + broad + 6, y: top + f.start, width: 3, height: f.end - f.start, fill: hueOf(f.of) }), (() => { const y = (f.start + f.end) / 2; if (y - size < free) return null; free = y + size * .3; return s('text', { class: 'fieldname', x: left + broad + 15, y: top + y + size * .36, 'font-size': size }, fieldName(f.name)); })()));
    const picture = s('svg', { class: 'matrix', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', tabindex: 0, 'aria-label': el('finding').textContent },
      ...lines, ...mono, s('g', {}, cells), s('g', { 'pointer-events': 'none' }, texts), ...tails, rowHead, columnHead, corner, ...lanes);
    const m = { rows, at, ax, left, top, cell, wide, lanes, rowNames, columnNames, found };
    this.live(picture, m);
    const frame = h('div', { class: 'scroll', onscroll: () => { rowHead.setAttribute('transform', `translate(${frame.scrollLeft} 0)`); columnHead.setAttribute('transform', `translate(0 ${frame.scrollTop})`); corner.setAttribute('transform', `translate(${frame.scrollLeft} ${frame.scrollTop})`); m.lanes[0].setAttribute('x', frame.scrollLeft); m.lanes[1].setAttribute('transform', `translate(0 ${frame.scrollTop})`); } }, picture);
    return frame;
  },
  // Row and column light up; a click on a cell lists what the two share, on a name opens its neighbourhood.
  live(picture, m) {
    let cursor = null;
    const light = (r, c) => {
      m.lanes[0].setAttribute('y', m.top + (m.at[r] ?? 0)); m.lanes[0].setAttribute('visibility', r === null ? 'hidden' : 'visible');
      m.lanes[1].setAttribute('x', m.left + (m.ax[c] ?? 0)); m.lanes[1].setAttribute('visibility', c === null ? 'hidden' : 'visible');
      picture.querySelectorAll('.label.on').forEach(x => x.classList.remove('on'));
      if (r !== null) m.rowNames[r]?.classList.add('on');
      if (c !== null) m.columnNames[c]?.classList.add('on');
    };
    const tell = (r, c, x, y) => {
      const tie = m.found.get(m.rows[r], m.rows[c]);
      tip(x, y, r === c ? [h('b', {}, fullName(m.rows[r]))] : [h('b', {}, `${fullName(m.rows[r])} × ${fullName(m.rows[c])}`),
        tie ? L(`共有 ${tie.count} 项：`, `${tie.count} shared: `) + unique(tie.supports.map(t => t.via >= 0 ? short(t.via) : kindName(t.kind))).slice(0, 8).join(L('、', ', ')) : L('没有联系', 'no tie')]);
    };
    const where = event => {
      const b = picture.getBoundingClientRect(), k = picture.viewBox.baseVal.width / b.width;
      const find = (v, at, step) => at.findIndex(a => v >= a && v < a + step);
      return [find((event.clientY - b.top) * k - m.top, m.at, m.cell), find((event.clientX - b.left) * k - m.left, m.ax, m.wide)];
    };
    picture.addEventListener('pointermove', event => {
      const [r, c] = where(event);
      if (r >= 0 && c >= 0) { light(r, c); tell(r, c, event.clientX, event.clientY); } else {
        const i = event.target.closest?.('.label')?.dataset.i;
        light(i === undefined ? null : +i, i === undefined ? null : +i); tip();
      }
    });
    picture.addEventListener('pointerleave', () => { light(null, null); tip(); this.mark(m, light); });
    const open = (r, c) => go({ focus: r === c ? keyOf(m.rows[r]) : tieKey(m.rows[r], m.rows[c]) });
    picture.addEventListener('click', event => {
      const label = event.target.closest?.('.label');
      if (label) { go({ view: 'ego', focus: keyOf(+label.dataset.n) }); return; }
      const [r, c] = where(event);
      if (r >= 0 && c >= 0 && (r === c || m.found.get(m.rows[r], m.rows[c]))) open(r, c);
    });
    picture.addEventListener('keydown', event => {
      const move = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
      if (move) {
        const last = m.rows.length - 1, keep = v => Math.min(last, Math.max(0, v));
        cursor = cursor ? [keep(cursor[0] + move[0]), keep(cursor[1] + move[1])] : [0, 0];
        light(...cursor);
        const b = picture.getBoundingClientRect();
        tell(...cursor, b.left + m.left + m.ax[cursor[1]] + m.wide, b.top + m.top + m.at[cursor[0]] + m.cell);
        const tie = m.found.get(m.rows[cursor[0]], m.rows[cursor[1]]);
        el('live').textContent = `${short(m.rows[cursor[0]])} × ${short(m.rows[cursor[1]])}: ${tie ? tie.count : 0}`;
        event.preventDefault(); event.stopPropagation();
      } else if (event.key === 'Enter' && cursor) { open(...cursor); event.stopPropagation(); }
    });
    this.mark(m, light);
  },
  mark(m, light) {
    const at = focused().map(n => m.rows.indexOf(n));
    if (at.length && at.every(i => i >= 0)) light(at[0], at[1] ?? at[0]);
  },
  sentence(found, rows) {
    const tied = [...found.of.keys()];
    const reach = n => unique([...found.of.get(n).keys()].map(fieldOf).filter(f => f !== fieldOf(n) && f !== NO_FIELD)).length;
    const gone = leavers(), at = focused();
    if (at.length === 2 && found.get(...at) && !gone.size) {
      const tie = found.get(...at), via = unique(tie.supports.filter(x => x.via >= 0).map(x => x.via));
      heading(L(`${short(at[0])}与${short(at[1])}共有 ${tie.count} 项${via.length ? `：${names(via)}` : ''}`, `${short(at[0])} and ${short(at[1])} share ${tie.count}${via.length ? `: ${names(via)}` : ''}`), presenting() ? '' : L('右边是每一项的依据', 'The facts behind each are on the right'));
    } else if (!tied.length) heading(L('按当前条件，联盟之间没有联系', 'No alliance is tied to another with these filters'), '');
    else if (gone.size) {
      const falls = fallsWithout(gone), who = names([...gone]);
      heading(L(`如果${who}退出：${falls.lost.length} 对联盟不再相连，${falls.isolated.length} 个联盟失去全部联系`, `If ${who} left: ${falls.lost.length} pairs of alliances are no longer tied, ${falls.isolated.length} lose every tie`), L(`可达的联盟对减少 ${falls.parted}`, `${falls.parted} fewer pairs reach each other`));
      return;
    } else {
      const best = [...tied].sort(by(n => -reach(n), n => -found.of.get(n).size, keyOf))[0];
      heading(reach(best) ? L(`${short(best)}连接的领域最多：${reach(best)} 个领域、${found.of.get(best).size} 个联盟`, `${short(best)} reaches the most fields: ${reach(best)} fields, ${found.of.get(best).size} alliances`) : L(`${short(best)}联系的联盟最多：${found.of.get(best).size} 个`, `${short(best)} has the most ties: ${found.of.get(best).size} alliances`),
        L(`每格是两个联盟共有的成员、活动与协议数；${M.order.length} 个联盟中 ${tied.length} 个有联系，这里是${rows.length < tied.length ? `联系最强的 ${rows.length} 个` : ` ${rows.length} 个`}`, `A cell counts the members, events and agreements two alliances share; ${tied.length} of ${M.order.length} alliances have ties, ${rows.length < tied.length ? `the ${rows.length} strongest are drawn` : `${rows.length} are drawn`}`));
      return;
    }
  },
  tools() {
    const tied = [...ties().of.keys()].length;
    const choice = (value, text) => h('button', { class: 'tool', 'aria-pressed': state.rows === value, onclick: () => go({ rows: value }) }, text);
    return [choice('top', L('联系最强', 'Strongest')), choice('fit', L('一屏看全', 'At a glance')), choice('tied', L(`有联系的 ${tied}`, `Tied ${tied}`)), choice('all', L(`显示全部 ${M.order.length}`, `All ${M.order.length}`)), variantChoice()];
  },
  legend() {
    return [h('span', { class: 'key' }, variantName()), ...this.bins.legend.map(([text, colour]) => h('span', { class: 'key' }, s('svg', { width: 16, height: 16, 'aria-hidden': 'true' }, s('rect', { width: 16, height: 16, rx: 2, fill: colour })), text)), this.fell && h('span', { class: 'key' }, s('svg', { width: 16, height: 16, 'aria-hidden': 'true' }, s('rect', { class: 'fell', x: 1.5, y: 1.5, width: 13, height: 13, rx: 2 })), L('断开的', 'parted'))].filter(Boolean);
  },
  table() {
    const shown = new Set(this.shown);
    return { head: [L('联盟', 'Alliance'), L('领域', 'Field'), L('联盟', 'Alliance'), L('领域', 'Field'), L('共有', 'Shared'), L('权重', 'Weight'), L('通过', 'Through')],
      rows: ties().list.filter(t => shown.has(t.a) && shown.has(t.b)).sort((a, b) => b.weight - a.weight || a.a - b.a || a.b - b.b).map(t => ({
        go: { focus: tieKey(t.a, t.b) }, cells: [fullName(t.a), fieldName(fieldOf(t.a)), fullName(t.b), fieldName(fieldOf(t.b)), t.count, number(t.weight, 2), unique(t.supports.map(x => x.via >= 0 ? fullName(x.via) : kindName(x.kind))).join('、')] })) };
  },
};
const VARIANTS = { count: ['共有数', 'shared'], weight: ['加权', 'weighted'], salton: ['Salton 余弦', 'Salton'], jaccard: ['Jaccard', 'Jaccard'], association: ['关联强度', 'association strength'] };
const variantName = () => L(...VARIANTS[state.variant] || VARIANTS.count);
function variantChoice() {
  return h('label', { class: 'tool' }, L('计法 ', 'Measure '), h('select', { id: 'variant', onchange: e => go({ variant: e.target.value }) },
    Object.entries(VARIANTS).map(([v, text]) => h('option', { value: v, selected: state.variant === v }, L(...text)))));
}
