// Sentences about things, facts and ties.
const typeName = t => M.types[t]?.[lang()] || t;
function predicateName(fact) {
  const role = fact.r && M.roles[fact.p]?.[fact.r];
  return role ? role[lang()] : (M.predicates[fact.p]?.[lang()] || fact.p);
}
const attributeName = name => M.attributes[name]?.[lang()] || name;
const kindName = k => KINDS[k][lang()];
const sourceName = w => w === 1 ? L('名册', 'roster') : w === 2 ? L('简报', 'bulletin') : L('名册与简报', 'roster and bulletin');
const number = (value, places = 0) => value === null || value === undefined ? '–' : (+value).toLocaleString(lang() === 'en' ? 'en' : 'zh-CN', { maximumFractionDigits: places });
const plural = (n, one, many) => `${number(n)} ${n === 1 ? one : many}`;
function names(list, most = 3) {
  const shown = list.slice(0, most).map(short).join(L('、', ', '));
  return list.length > most ? L(`${shown} 等 ${list.length} 个`, `${shown} and ${list.length - most} more`) : shown;
}
// What is counted, from which sources, up to which date.
function countedFrom() {
  const { news, rosters, until } = M.sources;
  const from = [];
  if (state.src !== 'roster' && news) from.push(L(`${news} 期简报`, plural(news, 'bulletin', 'bulletins')));
  if (state.src !== 'bulletin' && rosters) from.push(L(`${rosters} 份名册`, plural(rosters, 'roster', 'rosters')));
  const told = [M.sources.fictional && L('虚构示例，并非事实', 'Fictional sample, no facts'), L(`来源：${from.join('、')}`, `Source: ${from.join(', ')}`)].filter(Boolean);
  if (until) told.push(L(`截至 ${until}`, `up to ${until}`));
  if (state.since || state.until) told.push(L(`年份 ${state.since || '最早'}–${state.until || '最新'}`, `years ${state.since || 'first'}–${state.until || 'last'}`));
  if (state.conf) told.push(L(`置信度不低于 ${state.conf}`, `confidence at least ${state.conf}`));
  const gone = listed('without').map(k => NUMBER.get(k)).filter(n => n !== undefined);
  if (gone.length) told.push(L(`假设 ${names(gone)} 退出`, `as if ${names(gone)} had left`));
  return told.join(L('；', '; '));
}
function heading(finding, counted) {
  el('finding').textContent = finding;
  el('counted').textContent = [counted, countedFrom()].filter(Boolean).join(L('。', '. '));
  document.title = finding;
}
// Nothing to show is a sentence that says why.
function nothing(why, cure) {
  return h('div', { class: 'empty' }, h('p', {}, why), cure && h('p', { class: 'cure' }, cure),
    anyFilter() && h('button', { onclick: () => go(withoutFilters()) }, L('清除全部筛选', 'Clear all filters')));
}
const FILTERS = ['kinds', 'since', 'until', 'conf', 'src', 'roles', 'types', 'without', 'min'];
const anyFilter = () => FILTERS.some(f => state[f] !== DEFAULTS[f]);
const withoutFilters = () => Object.fromEntries(FILTERS.map(f => [f, DEFAULTS[f]]));
