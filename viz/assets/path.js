// How two are joined: every shortest chain of facts between them, side by side.
const CHAIN = new Set(['memberOf', 'cooperatesWith', 'organizes', 'participatesIn', 'partOf', 'drafts', 'proposes', 'issues', 'undertakes', 'develops', 'owns', 'holdsPost', 'administers']);
VIEWS.path = {
  zh: '路径', en: 'Path',
  find(a, b) {
    const gone = leavers(), barred = new Set(M.barred), steps = new Map([[a, 0]]), before = new Map();
    const pass = n => n === a || n === b || (!gone.has(n) && !barred.has(THINGS[n].t));
    let edge = [a];
    while (edge.length && !steps.has(b)) {
      const next = [];
      for (const n of edge) for (const f of factsOf(n)) {
        const fact = FACTS[f];
        if (!CHAIN.has(fact.p) || fact.r === 'applicant' || !countsFact(f)) continue;
        const other = fact.s === n ? fact.o : fact.s;
        if (!pass(other)) continue;
        if (!steps.has(other)) { steps.set(other, steps.get(n) + 1); before.set(other, new Map()); next.push(other); }
        if (steps.get(other) === steps.get(n) + 1) { const m = before.get(other); if (!m.has(n)) m.set(n, []); m.get(n).push(f); }
      }
      edge = next;
    }
    if (!steps.has(b)) return [];
    const chains = [], walk = (n, tail) => { if (chains.length >= 200) return; if (n === a) { chains.push(tail); return; } for (const [m, facts] of before.get(n)) walk(m, [{ from: m, to: n, facts }, ...tail]); };
    walk(b, []);
    const weight = chain => sum(chain, x => -x.facts.length * 0.1 + Math.log(1 + factsOf(x.to).length));
    return chains.sort(by(weight, c => c.map(x => keyOf(x.to)).join()));
  },
  ends() { const a = NUMBER.get(state.from), b = NUMBER.get(state.to); const f = M.findings?.find(x => x.go.focus?.includes('~')); return [a ?? (state.from || state.to ? undefined : NUMBER.get(f?.go.focus.split('~')[0])), b ?? (state.from || state.to ? undefined : NUMBER.get(f?.go.focus.split('~')[1]))]; },
  draw(stage) {
    const [a, b] = this.ends();
    this.chains = [];
    if (a === undefined || b === undefined || a === b) { heading(a !== undefined ? L(`从${short(a)}到谁？`, `From ${short(a)} to whom?`) : L('选两个联盟或机构，看它们怎样相连', 'Choose two, and see how they are joined'), ''); return nothing(L('还没有选好两端', 'Both ends are needed'), L('在上面两个框里输入名称、简称或拼音首字母', 'Type names, short names or pinyin in the two boxes above')); }
    const chains = this.chains = this.find(a, b);
    if (!chains.length) { heading(L(`${short(a)}与${short(b)}之间没有路径`, `No path joins ${short(a)} and ${short(b)}`), ''); return nothing(L('按当前筛选走不通', 'No chain of facts with these filters'), L('试试放宽年份；政府、媒体和协调机构不作中转', 'Widen the years; agencies, media and coordinating bodies join nobody')); }
    const length = chains[0].length, middle = unique(chains.map(c => c[0].to)).filter(n => n !== b);
    heading(length === 1 ? L(`${short(a)}与${short(b)}直接相连`, `${short(a)} and ${short(b)} are joined directly`) : L(`${short(a)}与${short(b)}相隔 ${length} 步，有 ${chains.length >= 200 ? '200 以上' : chains.length} 条最短路径${length === 2 ? `，经过${names(middle)}` : ''}`, `${short(a)} and ${short(b)} are ${length} steps apart, by ${chains.length} shortest paths${length === 2 ? ` through ${names(middle)}` : ''}`), L('政府、媒体和协调机构不作中转；点一步看依据', 'Agencies, media and coordinating bodies join nobody; click a step for its facts'));
    const size = presenting() ? 24 : 16, drawn = chains.slice(0, 14), width = Math.max(stage.getBoundingClientRect().width - 24, (length + 1) * 190), row = size + 46;
    const columns = Array.from({ length: length + 1 }, (_, i) => 90 + i * (width - 180) / length), tall = Math.max(drawn.length * row, row) + 20, mid = tall / 2;
    const y = (i, k) => k === 0 || k === length ? mid : 20 + (i + .5) * row, room = (width - 180) / length - 24, parts = [], nodes = new Map();
    // A step that several chains share stands once, amid them.
    drawn.forEach((chain, i) => [a, ...chain.map(x => x.to)].forEach((n, k) => { const key = `${k} ${n}`; if (!nodes.has(key)) nodes.set(key, { n, k, ys: [] }); nodes.get(key).ys.push(y(i, k)); }));
    for (const node of nodes.values()) node.y = sum(node.ys) / node.ys.length;
    for (let k = 0; k <= length; k += 1) { const column = [...nodes.values()].filter(n => n.k === k).sort(by(n => n.y)); column.forEach((n, i) => { if (i && n.y < column[i - 1].y + row - 8) n.y = column[i - 1].y + row - 8; }); }
    const done = new Set();
    drawn.forEach(chain => chain.forEach((x, k) => {
      const key = `${k} ${x.from} ${x.to}`;
      if (done.has(key)) return;
      done.add(key);
      const p = nodes.get(`${k} ${x.from}`), q = nodes.get(`${k + 1} ${x.to}`), [x0, x1] = [columns[k], columns[k + 1]], half = (x0 + x1) / 2;
      parts.push(s('path', { class: 'step', tabindex: 0, role: 'button', 'aria-label': x.facts.map(f => predicateName(FACTS[f])).join('、'), d: `M${x0} ${p.y}C${half} ${p.y} ${half} ${q.y} ${x1} ${q.y}`, 'stroke-width': 1 + x.facts.length, 'data-from': x.from, 'data-to': x.to }, s('title', {}, x.facts.map(f => `${fullName(FACTS[f].s)} ${predicateName(FACTS[f])} ${fullName(FACTS[f].o)}`).join('\n'))));
    }));
    for (const node of nodes.values()) {
      const text = cut(short(node.n), size, Math.max(120, room)), w = textWidth(text, size, 600) + 36;
      parts.push(s('g', { class: 'stop', tabindex: 0, role: 'button', 'data-n': node.n, transform: `translate(${Math.min(Math.max(columns[node.k], w / 2 + 4), width - w / 2 - 4)} ${node.y})` }, s('rect', { x: -w / 2, y: -size, width: w, height: size * 2, rx: size, stroke: isAlliance(node.n) ? hueOf(node.n) : css('--muted') }), s('path', { d: PATHS[shapeOf(THINGS[node.n].t)], transform: `translate(${-w / 2 + 8} -6)`, fill: isAlliance(node.n) ? hueOf(node.n) : css('--muted') }), s('text', { x: 9, y: size * .36, 'text-anchor': 'middle', 'font-size': size, 'font-weight': 500 }, text), s('title', {}, fullName(node.n))));
    }
    const bottom = Math.max(tall, ...[...nodes.values()].map(n => n.y + row));
    const picture = s('svg', { class: 'chains', viewBox: `0 0 ${width} ${bottom}`, width, height: bottom, role: 'group', 'aria-label': el('finding').textContent }, parts);
    const open = x => go({ focus: x.dataset.n ? keyOf(+x.dataset.n) : isAlliance(+x.dataset.from) ? keyOf(+x.dataset.to) : keyOf(+x.dataset.from) });
    picture.addEventListener('click', e => { const x = e.target.closest('.stop, .step'); if (x) open(x); });
    walkable(picture, '.stop, .step', open);
    return h('div', { class: 'scroll' }, picture, chains.length > drawn.length && h('p', { class: 'note' }, L(`画了 ${drawn.length} 条，表格里有全部`, `${drawn.length} are drawn, the table has all`)));
  },
  tools() {
    const [a, b] = this.ends();
    const end = (name, n, text) => { const input = h('input', { id: `path-${name}`, class: 'pathend', list: 'everyone', 'aria-label': text, placeholder: text, value: n === undefined ? '' : short(n), onchange: e => { const found = searchFor(e.target.value)[0]; if (found !== undefined) go({ from: keyOf(a ?? found), to: b === undefined ? '' : keyOf(b), [name]: keyOf(found) }); else say(L('没有找到', 'Nothing found')); } }); return input; };
    return [end('from', a, L('从…', 'From …')), h('span', { class: 'note' }, '→'), end('to', b, L('到…', 'To …')), h('button', { class: 'tool', 'data-do': 'swap', onclick: () => a !== undefined && b !== undefined && go({ from: keyOf(b), to: keyOf(a) }) }, L('对调', 'Swap'))];
  },
  legend() { return unique((this.chains || []).slice(0, 14).flatMap(c => [c[0].from, ...c.map(x => x.to)]).map(n => THINGS[n].t)).map(t => h('span', { class: 'key' }, shape(t), typeName(t))); },
  table() { return { head: [L('路径', 'Path'), L('步', 'Step'), L('从', 'From'), L('关系', 'Relation'), L('到', 'To')], rows: (this.chains || []).flatMap((c, i) => c.map((x, k) => ({ go: { focus: keyOf(x.to) }, cells: [i + 1, k + 1, fullName(x.from), x.facts.map(f => predicateName(FACTS[f])).join('、'), fullName(x.to)] }))) }; },
};
