// The keyboard does everything that a mouse can do.
const KEYS = () => [
  ['/', L('搜索', 'search')], ['1–9', L('换视图', 'change view')], ['← ↑ ↓ →', L('移动焦点', 'move the focus')], ['Enter', L('打开', 'open')], ['Esc', L('返回', 'back')],
  ['F', L('筛选（演示时全屏）', 'filters (full screen when presenting)')], ['T', L('表格', 'table')], ['D', L('深浅色', 'light or dark')], ['E', '中文 / English'],
  ['P', L('演示', 'present')], [L('空格 / ← →', 'Space / ← →'), L('演示：前后翻步', 'presenting: next and previous step')], ['N', L('演示：备注与时钟', 'presenting: notes and clock')],
  ['Ctrl+Z', L('撤销', 'undo')], ['+ − 0', L('放大、缩小、复原', 'zoom in, out, reset')], ['?', L('这张表', 'this list')],
];
function showKeys() {
  document.querySelector('dialog')?.remove();
  const box = h('dialog', { class: 'keys', 'aria-label': L('全部按键', 'All keys') }, h('h2', {}, L('全部按键', 'All keys')), h('dl', {}, KEYS().map(([k, text]) => [h('dt', {}, h('kbd', {}, k)), h('dd', {}, text)])), h('form', { method: 'dialog' }, h('button', { class: 'tool' }, L('关闭', 'Close'))));
  box.querySelector('form').addEventListener('submit', e => { e.preventDefault(); box.close(); });
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
}
addEventListener('keydown', event => {
  const typing = event.target.closest?.('input, select, textarea');
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !(typing && typing.type === 'search')) { undo(); event.preventDefault(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (typing && typing.type !== 'checkbox' && typing.type !== 'radio') { if (event.key === 'Escape') el('main').focus(); return; }
  if (presenting() && presentKey(event)) { event.preventDefault(); return; }
  const view = Object.keys(VIEWS)[+event.key - 1];
  const press = {
    '/': () => el('search').focus(), '?': showKeys, f: () => go({ fold: state.fold === '1' ? '' : '1' }), t: () => go({ table: state.table === '1' ? '' : '1' }),
    d: () => go({ dark: isDark() ? '0' : '1' }), e: () => go({ lang: lang() === 'en' ? 'zh' : 'en' }), p: () => M.steps?.length && startPresenting(), u: undo,
    Escape: () => { if (state.focus) go({ focus: '' }); else if (depth) history.back(); },
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (view) { go({ view }); event.preventDefault(); } else if (press) { press(); event.preventDefault(); } else VIEWS[state.view].key?.(event);
});
