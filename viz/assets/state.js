// The state of the page is its address: what a link copies, what Back returns to, what undo takes back.
const DEFAULTS = {
  view: M.start.view || 'matrix', focus: M.start.focus || '', kinds: '', since: '', until: '', conf: '', src: '', roles: '',
  types: '', without: '', rows: 'top', variant: 'count', min: '', orgs: '', from: M.start.from || '',
  to: M.start.to || '', item: '', lang: '', dark: '', table: '', fold: '', pin: '', sort: '', change: '', step: '', window: '',
};
let state = { ...DEFAULTS };
let depth = 0;

function parse(hash) {
  const found = { ...DEFAULTS };
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ''))) if (name in DEFAULTS) found[name] = value;
  if (!(found.view in VIEWS)) found.view = DEFAULTS.view in VIEWS ? DEFAULTS.view : 'matrix';
  return found;
}
function hashOf(wanted) {
  const told = new URLSearchParams();
  for (const name of Object.keys(DEFAULTS)) {
    if (name === 'view' || wanted[name] !== DEFAULTS[name]) told.set(name, wanted[name]);
  }
  return '#' + told.toString();
}
// A change of the state: draws anew and can be undone. `quiet` is for what a slider passes on its way.
function go(change, quiet = false) {
  const next = { ...state, ...change };
  const hash = hashOf(next);
  if (hash === hashOf(state)) { render(); return; }
  state = next;
  if (quiet) history.replaceState({ depth }, '', hash);
  else { depth += 1; history.pushState({ depth }, '', hash); }
  render();
}
function undo() { if (depth > 0) history.back(); else say(L('没有可撤销的', 'Nothing to undo')); }
window.addEventListener('popstate', event => {
  depth = event.state?.depth ?? 0;
  state = parse(location.hash);
  render();
});

const lang = () => state.lang || M.start.lang || 'zh';
const L = (zh, en) => lang() === 'en' ? en : zh;
const listed = name => state[name] ? state[name].split(',') : [];
function say(text) { el('live').textContent = ''; el('live').textContent = text; toast(text); }
let fading = 0;
function toast(text) {
  document.querySelector('.toast')?.remove();
  const node = h('div', { class: 'toast' }, text);
  document.body.append(node);
  clearTimeout(fading);
  fading = setTimeout(() => node.remove(), 2600);
}

// Focus: one thing `key`, or a tie `key~key`.
function focused() {
  const keys = state.focus ? state.focus.split('~') : [];
  const found = keys.map(k => NUMBER.get(k));
  return found.some(n => n === undefined) ? [] : found;
}
const keyOf = n => THINGS[n].k;
const tieKey = (a, b) => [keyOf(a), keyOf(b)].sort().join('~');
