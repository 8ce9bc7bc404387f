// The same as a table: for screen readers, for reading, for CSV.
function tableOf(view) {
  const told = view.table ? view.table() : null;
  return told && told.rows.length ? told : null;
}
function drawTable(view) {
  const told = tableOf(view);
  if (!told) return nothing(L('这里没有可列的行', 'No rows to list'));
  const most = 2000;
  return h('div', { class: 'scroll table' }, h('table', {}, h('caption', {}, el('finding').textContent),
    h('thead', {}, h('tr', {}, told.head.map(t => h('th', { scope: 'col' }, t)))),
    h('tbody', {}, told.rows.slice(0, most).map(r => h('tr', {}, r.cells.map((c, n) => h(n ? 'td' : 'th', n ? { class: typeof c === 'number' ? 'n' : null } : { scope: 'row' },
      n === 0 && r.go ? h('button', { class: 'name', onclick: () => go(r.go) }, String(c ?? '')) : String(c ?? ''))))))),
  told.rows.length > most && h('p', { class: 'note' }, L(`前 ${most} 行；CSV 有全部 ${told.rows.length} 行`, `First ${most} rows; the CSV has all ${told.rows.length}`)));
}
