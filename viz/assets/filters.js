// The filters: kind of tie, years, source, confidence, role, type of member, who left.
function toggles(name, options, chosen) {
  return options.map(([value, text, title]) => h('label', { class: 'check', title }, h('input', { type: 'checkbox', id: `${name}-${value}`, checked: chosen.has(value), onchange: e => {
    const next = new Set(chosen);
    if (e.target.checked) next.add(value); else next.delete(value);
    const all = options.map(o => o[0]).filter(v => next.has(v));
    const usual = name === 'kinds' ? KINDS.filter(k => k.on).map(k => k.n) : options.map(o => o[0]);
    go({ [name]: all.join() === usual.join() ? '' : all.join(',') || 'none' });
  } }), h('span', {}, text)));
}
function filters() {
  const box = el('filters');
  if (box.hidden) { clear(box); return; }
  const block = (title, ...parts) => h('fieldset', {}, h('legend', {}, title), ...parts);
  const roles = unique(MEMBERSHIPS.map(f => FACTS[f].r || 'member'));
  const order = Object.keys(M.roles.memberOf || {});
  const types = unique(SUPPORTS.filter(x => x.via >= 0 && KINDS[x.kind].n === 'members').map(x => THINGS[x.via].t)).sort();
  const used = new Set(SUPPORTS.map(x => KINDS[x.kind].n));
  const years = YEARS && block(L('年份', 'Years'), yearSlider('since', L('起', 'from'), YEARS[0]), yearSlider('until', L('止', 'to'), YEARS[1]),
    h('p', { class: 'note' }, L('没有年份的事实总是算在内', 'Facts without a year always count')));
  clear(box).append(
    block(L('联系种类', 'Kinds of tie'), toggles('kinds', KINDS.filter(k => used.has(k.n)).map(k => [k.n, `${k[lang()]} ×${k.w}`, k.why]), chosenKinds())),
    ...[years].filter(Boolean),
    block(L('来源', 'Source'), ...[['', L('名册与简报', 'both')], ['roster', L('只看名册', 'roster only')], ['bulletin', L('只看简报', 'bulletins only')]].map(([v, text]) =>
      h('label', { class: 'check' }, h('input', { type: 'radio', name: 'src', id: `src-${v || 'both'}`, checked: state.src === v, onchange: () => go({ src: v }) }), h('span', {}, text)))),
    block(L('置信度', 'Confidence'), h('label', { class: 'range' }, h('input', { type: 'range', id: 'conf', 'aria-label': L('置信度不低于', 'Confidence at least'), min: 0, max: 1, step: .05, value: state.conf || 0, oninput: e => go({ conf: +e.target.value ? e.target.value : '' }, true) }), h('output', {}, L(`不低于 ${state.conf || 0}`, `at least ${state.conf || 0}`)))),
    block(L('成员角色', 'Role of the member'), toggles('roles', order.filter(r => roles.includes(r)).map(r => [r, M.roles.memberOf[r][lang()]]), state.roles ? new Set(listed('roles')) : new Set(roles))),
    block(L('成员类型', 'Type of the member'), toggles('types', types.map(t => [t, typeName(t)]), state.types ? new Set(listed('types')) : new Set(types))),
    block(L('假设退出', 'As if gone'), [...leavers()].map(n => h('button', { class: 'chip', onclick: () => go({ without: listed('without').filter(k => k !== keyOf(n)).join(',') }) }, short(n), ' ×')), !leavers().size && h('p', { class: 'note' }, L('在任何机构的详情里点“如果它退出”', 'Use “If it left” in the detail of any organisation'))),
    h('button', { class: 'tool', id: 'clear', disabled: !anyFilter(), onclick: () => go(withoutFilters()) }, L('清除全部筛选', 'Clear all filters')));
}
function yearSlider(name, text, fallback) {
  return h('label', { class: 'range' }, h('span', {}, text), h('input', { type: 'range', id: name, min: YEARS[0], max: YEARS[1], step: 1, value: state[name] || fallback, oninput: e => go({ [name]: +e.target.value === fallback ? '' : e.target.value }, true) }), h('output', {}, state[name] || String(fallback)));
}
