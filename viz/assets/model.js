// The content of the page, and ways to it by number and by key.
const M = JSON.parse(el('content').textContent);
const THINGS = M.things, FACTS = M.facts, ITEMS = M.items;
const NUMBER = new Map(THINGS.map((t, n) => [t.k, n]));
const KINDS = M.kinds;
const FIELD = new Map(M.fields.map(f => [f.n, f]));
const NO_FIELD = '未分类';

const isAlliance = n => THINGS[n].t === 'Alliance';
const fullName = n => THINGS[n].n;
const short = n => THINGS[n].s || THINGS[n].n;
const fieldOf = n => (THINGS[n].a && THINGS[n].a.field) || NO_FIELD;
const fieldName = name => lang() === 'en' ? (FIELD.get(name)?.en || name) : name;
const hueOf = n => FIELD.get(fieldOf(n))?.c || '#8a929c';
const measureOf = (n, name) => (THINGS[n].m && THINGS[n].m[name]) ?? null;

const FACTS_OF = new Map();
FACTS.forEach((f, n) => {
  for (const end of [f.s, f.o]) {
    if (!FACTS_OF.has(end)) FACTS_OF.set(end, []);
    FACTS_OF.get(end).push(n);
  }
});
const factsOf = n => FACTS_OF.get(n) || [];

// Offsets count code points; only a text with characters beyond the first plane needs more than slice().
function span(item, start, end) {
  const text = ITEMS[item].x;
  return /[\ud800-\udfff]/.test(text) ? [...text].slice(start, end).join('') : text.slice(start, end);
}
const quoteOf = told => told[5] ?? span(told[0], told[1], told[2]);

const SUPPORTS = M.supports.map(r => ({
  kind: r[0], a: r[1], b: r[2], via: r[3], facts: r[4], start: r[5], end: r[6], confidence: r[7], sources: r[8],
  roles: unique(r[4].map(f => FACTS[f].r || '')),
}));
const YEARS = (() => {
  const found = SUPPORTS.map(x => x.start).concat(FACTS.map(f => f.b)).filter(Boolean)
    .map(d => +d.slice(0, 4)).filter(y => y > 1900);
  return found.length ? [Math.min(...found), Math.max(...found)] : null;
})();
const MEMBERSHIPS = FACTS.map((f, n) => n)
  .filter(n => FACTS[n].p === 'memberOf' && FACTS[n].r !== 'applicant' && isAlliance(FACTS[n].o));
