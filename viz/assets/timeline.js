// Events by time: lanes by field or by host, held ones filled, planned hollow, cancelled struck. Drag to zoom.
const DAY = 86400000;
const dayOf = d => Date.UTC(+d.slice(0, 4), d.length > 6 ? +d.slice(5, 7) - 1 : 0, d.length > 9 ? +d.slice(8, 10) : 1);
const isoOf = t => new Date(t).toISOString().slice(0, 10);
VIEWS.timeline = {
  zh: '时间线', en: 'Timeline',
  events() {
    const gone = leavers();
    return THINGS.map((t, n) => n).filter(n => THINGS[n].t === 'Event').map(n => {
      const facts = factsOf(n).filter(countsFact), hosts = unique(facts.filter(f => FACTS[f].p === 'organizes' && FACTS[f].o === n && ['host', 'initiate', 'undertake', 'lead'].includes(FACTS[f].r)).map(f => FACTS[f].s));
      const said = THINGS[n].a || {}, told = facts.flatMap(f => FACTS[f].t.map(t => ITEMS[t[0]].d)).filter(Boolean).sort()[0];
      const own = said.date ? String(said.date) : null, date = own || told || null;
      return { n, hosts, date: date && date.split('/')[0], last: own?.includes('/') ? own.split('/')[1] : null, reported: !own, status: said.status || '', places: facts.filter(f => FACTS[f].p === 'heldIn').map(f => FACTS[f].o), taking: facts.filter(f => FACTS[f].p === 'participatesIn').length };
    }).filter(e => !e.hosts.length || !e.hosts.every(x => gone.has(x)));
  },
  lane(e) {
    const alliance = e.hosts.find(isAlliance);
    if (state.sort === 'host') return alliance !== undefined ? short(alliance) : e.hosts.length ? short(e.hosts[0]) : L('没有说主办者', 'Host not stated');
    return alliance !== undefined ? fieldName(fieldOf(alliance)) : L('其他主办者', 'Other hosts');
  },
  draw(stage) {
    const all = this.events(), dated = all.filter(e => e.date && (!state.since || e.date.slice(0, 4) >= state.since) && (!state.until || e.date.slice(0, 4) <= state.until));
    this.shown = dated.sort(by(e => e.date, e => e.n));
    const status = name => dated.filter(e => e.status === name).length;
    if (!dated.length) {
      heading(all.length ? L(`读到 ${all.length} 个活动，都没有说日期`, `${all.length} events were read, none with a date`) : L('没有读到活动', 'No event was read'), '');
      return nothing(all.length ? L('这些活动没有日期，画不上时间线', 'Events without a date cannot be drawn on a line') : L('没有符合条件的活动', 'No event fits'), L('表格和原文里仍能看到；给简报加上日期（--date）就有了时间', 'They are in the items; a bulletin read with --date dates them'));
    }
    const hosts = group(dated.flatMap(e => e.hosts.filter(isAlliance)), n => n), busiest = [...hosts].sort(by(m => -m[1].length, m => keyOf(m[0])))[0];
    const first = dated[0].date.slice(0, 7), last = dated.at(-1).date.slice(0, 7);
    heading(busiest ? L(`${short(busiest[0])}主办的活动最多：${busiest[1].length} 场；${first} 至 ${last} 共 ${dated.length} 场`, `${short(busiest[0])} hosts the most events: ${busiest[1].length} of ${dated.length} from ${first} to ${last}`) : L(`${first} 至 ${last} 有 ${dated.length} 场活动`, `${dated.length} events from ${first} to ${last}`),
      [status('planned') && L(`计划中 ${status('planned')}`, `${status('planned')} planned`), status('cancelled') && L(`取消 ${status('cancelled')}`, `${status('cancelled')} cancelled`), dated.some(e => e.reported) && L('没有说日期的按简报日期放置', 'undated ones stand at their bulletin’s date'), all.length > dated.length && L(`另有 ${all.length - dated.length} 场没有日期`, `${all.length - dated.length} more have none`)].filter(Boolean).join(L('，', ', ')));
    const size = presenting() ? 24 : 16, width = stage.getBoundingClientRect().width - 16;
    const late = [L('其他主办者', 'Other hosts'), L('没有说主办者', 'Host not stated'), fieldName(NO_FIELD)];
    const lanes = [...group(dated, e => this.lane(e))].sort(by(l => late.indexOf(l[0]) < 0 ? 0 : 1, l => -l[1].length, l => l[0]));
    const left = Math.min(320, Math.max(...lanes.map(([name]) => textWidth(name, size))) + 24);
    const zoom = state.window ? state.window.split('..').map(dayOf) : null;
    const ends = dated.flatMap(e => [dayOf(e.date), e.last ? dayOf(e.last) : dayOf(e.date)]);
    const low = zoom ? zoom[0] : Math.min(...ends), high = zoom ? zoom[1] : Math.max(...ends), pad = Math.max(10 * DAY, (high - low) * .03), from = low - pad, to = high + pad * 2;
    const x = t => left + (t - from) / (to - from) * (width - left - 20);
    let y = 34;
    const parts = [], marks = [];
    for (const [name, list] of lanes) {
      const rows = [], shown = list.filter(e => dayOf(e.date) >= from && dayOf(e.date) <= to);
      for (const e of shown) {
        const at = x(dayOf(e.date)), label = cut(THINGS[e.n].n, size, 330), reach = at + 14 + textWidth(label, size) + 18;
        // Near the right edge the name stands before its mark.
        const back = reach > width, span = back ? [at - 14 - textWidth(label, size) - 18, at + 12] : [at - 8, reach];
        let row = rows.findIndex(taken => taken.every(([a, b]) => span[0] > b || span[1] < a));
        if (row < 0) { rows.push([]); row = rows.length - 1; }
        rows[row].push(span);
        const top = y + row * (size + 9) + 13, alliance = e.hosts.find(isAlliance), colour = alliance !== undefined ? hueOf(alliance) : css('--muted');
        const long = e.last ? Math.max(12, x(dayOf(e.last)) - at) : 12;
        marks.push(s('g', { class: `event ${e.status}`, tabindex: 0, role: 'button', 'data-n': e.n, transform: `translate(${at} ${top})` },
          s('rect', { x: -6, y: -6, width: long, height: 12, rx: e.last ? 3 : 6, fill: e.status === 'planned' || e.status === 'postponed' ? css('--ground') : colour, stroke: colour, 'stroke-width': 2 }), e.status === 'cancelled' && s('line', { x1: -9, y1: 7, x2: 9, y2: -7, stroke: css('--hot'), 'stroke-width': 2.5 }),
          s('text', { x: back ? -13 : long + 1, y: size * .36, 'text-anchor': back ? 'end' : 'start', 'font-size': size, 'text-decoration': e.status === 'cancelled' ? 'line-through' : null }, label), s('title', {}, this.tell(e))));
      }
      const tall = Math.max(1, rows.length) * (size + 9) + 12;
      parts.push(s('line', { class: 'rule', x1: 0, x2: width, y1: y, y2: y }), s('text', { class: 'lanename', x: 0, y: y + 19, 'font-size': size }, cut(name, size, left - 14)));
      y += tall;
    }
    const years = (to - from) / (365 * DAY), step = years > 12 ? 24 : years > 4 ? 12 : years > 1.4 ? 3 : 1, ticks = [];
    for (let t = new Date(from), k = new Date(Date.UTC(t.getUTCFullYear(), 0, 1)); k.getTime() < to; k = new Date(Date.UTC(k.getUTCFullYear(), k.getUTCMonth() + step, 1))) if (k.getTime() >= from) ticks.push(k.getTime());
    let lastLabel = -999;
    const axis = ticks.flatMap(t => { const label = step >= 12 ? isoOf(t).slice(0, 4) : isoOf(t).slice(0, 7), at = x(t), w = textWidth(label, 16); const fits = at - w / 2 > lastLabel + 10; if (fits) lastLabel = at + w / 2; return [s('line', { class: 'rule faint', x1: at, x2: at, y1: 28, y2: y }), fits && s('text', { class: 'tick', x: at, y: 19, 'text-anchor': 'middle', 'font-size': 16 }, label)]; });
    const brush = s('rect', { class: 'brush', x: 0, y: 26, width: 0, height: y - 26, visibility: 'hidden' });
    const picture = s('svg', { class: 'timeline', viewBox: `0 0 ${width} ${y + 10}`, width, height: y + 10, role: 'group', 'aria-label': el('finding').textContent }, axis, parts, brush, marks);
    let grip = null;
    const spot = e => e.clientX - picture.getBoundingClientRect().left, back = v => from + (v - left) / (width - left - 20) * (to - from);
    picture.addEventListener('pointerdown', e => { if (!e.target.closest('.event') && spot(e) > left) { grip = spot(e); picture.setPointerCapture(e.pointerId); } });
    picture.addEventListener('pointermove', e => { if (grip === null) return; const now = spot(e); brush.setAttribute('visibility', 'visible'); brush.setAttribute('x', Math.min(grip, now)); brush.setAttribute('width', Math.abs(now - grip)); });
    picture.addEventListener('pointerup', e => { if (grip === null) return; const now = spot(e), [a, b] = [Math.min(grip, now), Math.max(grip, now)]; grip = null; brush.setAttribute('visibility', 'hidden'); if (b - a > 12) go({ window: `${isoOf(back(a))}..${isoOf(back(b))}` }); });
    picture.addEventListener('click', e => { const g = e.target.closest('.event'); if (g) go({ focus: keyOf(+g.dataset.n) }); });
    walkable(picture, '.event', g => go({ focus: keyOf(+g.dataset.n) }));
    return h('div', { class: 'scroll' }, picture);
  },
  tell(e) { return [THINGS[e.n].n, e.date + (e.last ? `–${e.last}` : '') + (e.reported ? L('（简报日期）', ' (date of the bulletin)') : ''), statusName(e.status), e.hosts.length && L('主办：', 'hosts: ') + e.hosts.map(short).join('、'), e.places.length && L('地点：', 'place: ') + e.places.map(short).join('、')].filter(Boolean).join('\n'); },
  tools() {
    return [h('button', { class: 'tool', 'aria-pressed': state.sort !== 'host', onclick: () => go({ sort: '' }) }, L('按领域', 'By field')), h('button', { class: 'tool', 'data-do': 'byhost', 'aria-pressed': state.sort === 'host', onclick: () => go({ sort: 'host' }) }, L('按主办者', 'By host')),
      state.window && h('button', { class: 'tool', 'data-do': 'unzoom', onclick: () => go({ window: '' }) }, L('看全部时间', 'All of the time'))].filter(Boolean);
  },
  legend() {
    const mark = (fill, struck) => s('svg', { width: 18, height: 14, 'aria-hidden': 'true' }, s('circle', { cx: 8, cy: 7, r: 5, fill, stroke: 'currentColor', 'stroke-width': 2 }), struck && s('line', { x1: 1, y1: 13, x2: 15, y2: 1, stroke: 'currentColor', 'stroke-width': 2 }));
    const has = name => this.shown.some(e => e.status === name);
    return [h('span', { class: 'key' }, mark('currentColor'), statusName('')), (has('planned') || has('postponed')) && h('span', { class: 'key' }, mark('none'), statusName('planned')), has('cancelled') && h('span', { class: 'key' }, mark('currentColor', true), statusName('cancelled'))].filter(Boolean);
  },
  table() { return { head: [L('日期', 'Date'), L('活动', 'Event'), L('状态', 'Status'), L('主办', 'Hosts'), L('地点', 'Place')], rows: this.events().sort(by(e => e.date || '9', e => e.n)).map(e => ({ go: { focus: keyOf(e.n) }, cells: [e.date || '–', THINGS[e.n].n, statusName(e.status), e.hosts.map(fullName).join('、'), e.places.map(fullName).join('、')] })) }; },
};
const statusName = status => ({ planned: L('计划中', 'planned'), postponed: L('延期', 'postponed'), cancelled: L('取消', 'cancelled') })[status] || L('已举办', 'held');
