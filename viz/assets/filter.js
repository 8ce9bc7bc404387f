// What counts: supports by kind, period, confidence, source, role and who left; and the ties that are left.
const chosenKinds = () => state.kinds ? new Set(listed('kinds')) : new Set(KINDS.filter(k => k.on).map(k => k.n));
const leavers = () => new Set(listed('without').map(k => NUMBER.get(k)).filter(n => n !== undefined));

function countsFact(f) {
  const fact = FACTS[f];
  if (state.conf && fact.c < +state.conf) return false;
  if (state.src && !(fact.w & (state.src === 'roster' ? 1 : 2))) return false;
  if (state.until && fact.b && fact.b.slice(0, 4) > state.until) return false;
  if (state.since && fact.e && fact.e.slice(0, 4) < state.since) return false;
  if (state.roles && fact.p === 'memberOf' && !listed('roles').includes(fact.r)) return false;
  return true;
}
let kept = { key: null, found: null };
function ties() {
  const key = JSON.stringify([state.kinds, state.since, state.until, state.conf, state.src, state.roles, state.without, state.types]);
  if (kept.key !== key) kept = { key, found: project(leavers()) };
  return kept.found;
}
function project(gone) {
  const kinds = chosenKinds(), types = state.types ? new Set(listed('types')) : null;
  const pairs = new Map();
  for (const x of SUPPORTS) {
    if (!kinds.has(KINDS[x.kind].n) || gone.has(x.a) || gone.has(x.b) || gone.has(x.via)) continue;
    if (types && x.via >= 0 && KINDS[x.kind].n === 'members' && !types.has(THINGS[x.via].t)) continue;
    if (state.conf && x.confidence < +state.conf) continue;
    if (state.src && !(x.sources & (state.src === 'roster' ? 1 : 2))) continue;
    if (state.until && x.start && x.start.slice(0, 4) > state.until) continue;
    if (state.since && x.end && x.end.slice(0, 4) < state.since) continue;
    if (state.roles && KINDS[x.kind].n === 'members' && !x.roles.every(r => listed('roles').includes(r))) continue;
    const key = x.a * THINGS.length + x.b;
    if (!pairs.has(key)) pairs.set(key, { a: x.a, b: x.b, supports: [], weight: 0 });
    const tie = pairs.get(key);
    tie.supports.push(x);
    tie.weight += KINDS[x.kind].w;
  }
  const list = [...pairs.values()];
  const of = new Map();
  for (const tie of list) {
    tie.count = tie.supports.length;
    for (const [one, other] of [[tie.a, tie.b], [tie.b, tie.a]]) {
      if (!of.has(one)) of.set(one, new Map());
      of.get(one).set(other, tie);
    }
  }
  return { list, of, pairs, get: (a, b) => of.get(a)?.get(b) };
}
// A tie's strength: how many things are shared, or one of the normalised variants of the literature.
function valueOf(tie) {
  if (state.variant === 'count') return tie.count;
  if (state.variant === 'weight') return tie.weight;
  const shared = unique(tie.supports.map(x => `${KINDS[x.kind].n}${x.via}${x.via < 0 ? x.facts[0] : ''}`)).length;
  const a = M.holdings[tie.a] || 0, b = M.holdings[tie.b] || 0;
  if (!a || !b) return 0;
  if (state.variant === 'salton') return shared / Math.sqrt(a * b);
  if (state.variant === 'jaccard') return shared / Math.max(1, a + b - shared);
  return shared / (a * b);
}
const strengthOf = (n, found = ties()) => sum([...(found.of.get(n)?.values() || [])], t => t.weight);
function components(list, nodes) {
  const root = new Map(nodes.map(n => [n, n]));
  const find = n => { while (root.get(n) !== n) { root.set(n, root.get(root.get(n))); n = root.get(n); } return n; };
  for (const t of list) if (root.has(t.a) && root.has(t.b)) root.set(find(t.a), find(t.b));
  return group(nodes, find);
}
// What falls if these leave: ties that go, ties that weaken, alliances without any tie, pairs that no path joins any more.
function fallsWithout(gone) {
  const none = project(new Set()), after = project(gone);
  const lost = none.list.filter(t => !gone.has(t.a) && !gone.has(t.b) && !after.get(t.a, t.b));
  const weaker = none.list.filter(t => (after.get(t.a, t.b)?.count ?? t.count) < t.count);
  const nodes = [...none.of.keys()].filter(n => !gone.has(n));
  const isolated = nodes.filter(n => !after.of.get(n)?.size);
  const joined = found => sum([...components(found.list, nodes).values()], g => g.length * (g.length - 1) / 2);
  return { lost, weaker, isolated, parted: joined(none) - joined(after), after };
}
