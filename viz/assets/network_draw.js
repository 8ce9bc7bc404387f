// Drawing a network on a canvas, and the same picture as SVG.
class Scene {
  constructor(nodes, edges) { this.nodes = nodes; this.edges = edges; this.at = new Map(nodes.map(n => [n.id, n])); }
  // Edges in few groups, each one path: the number of strokes does not grow with the number of edges.
  build() {
    this.paths = [...group(this.edges, e => e.style)].map(([style, list]) => {
      const path = new Path2D();
      for (const e of list) { const a = this.at.get(e.a), b = this.at.get(e.b); path.moveTo(a.x, a.y); curve(path, a, b, e.bend); }
      return { style: list[0], path };
    }).sort((p, q) => p.style.rank - q.style.rank);
    const grow = [...group(this.nodes, n => n.colour + n.shape + n.dim)].map(([, list]) => {
      const path = new Path2D();
      for (const n of list) outline(path, n);
      return { path, first: list[0] };
    });
    this.marks = grow.sort((a, b) => (a.first.dim ? 0 : 1) - (b.first.dim ? 0 : 1));
    return this;
  }
  bounds(pad = 40) {
    const wide = n => n.label && n.named ? textWidth(n.label, n.size, n.weight) / 2 : 0;
    const xs = this.nodes.flatMap(n => [n.x - Math.max(n.r, wide(n)), n.x + Math.max(n.r, wide(n))]), ys = this.nodes.flatMap(n => [n.y - n.r, n.y + n.r + (n.named ? n.size + 6 : 0)]);
    const low = list => list.reduce((a, b) => Math.min(a, b), Infinity), high = list => list.reduce((a, b) => Math.max(a, b), -Infinity);
    return this.nodes.length ? [low(xs) - pad, low(ys) - pad, high(xs) + pad, high(ys) + pad] : [0, 0, 1, 1];
  }
  // The scale and place at which all marks with their names, which do not shrink, just fit.
  fit(width, height, pad = 10) {
    const half = new Map(this.nodes.map(n => [n, n.label && n.named && n.r > 6 ? textWidth(n.label, n.size, n.weight) / 2 : n.r]));
    const ends = k => { let box = [Infinity, Infinity, -Infinity, -Infinity]; for (const n of this.nodes) { const w = Math.max(half.get(n), n.r), x = n.x * k, y = n.y * k; box = [Math.min(box[0], x - w), Math.min(box[1], y - n.r), Math.max(box[2], x + w), Math.max(box[3], y + n.r + n.size + 6)]; } return box; };
    let low = .02, high = 1.6;
    for (let i = 0; i < 24; i += 1) { const k = (low + high) / 2, b = ends(k); if (b[2] - b[0] <= width - 2 * pad && b[3] - b[1] <= height - 2 * pad) low = k; else high = k; }
    const b = ends(low);
    return { k: low, x: (width - b[0] - b[2]) / 2, y: (height - b[1] - b[3]) / 2 };
  }
  // Labels by weight, none over another and none over a stronger node; in screen pixels.
  place(view, width, height, most = 400) {
    const taken = new Grid(64), placed = [];
    const spot = n => [n.x * view.k + view.x, n.y * view.k + view.y, n.r * Math.min(1, Math.max(view.k, .5))];
    const inside = this.nodes.filter(n => { const [x, y] = spot(n); return x > -200 && x < width + 200 && y > -60 && y < height + 60; });
    for (const n of inside) if (n.r > 5) { const [x, y, r] = spot(n); taken.add([x - r, y - r, x + r, y + r]); }
    for (const n of inside.filter(n => n.label && n.named).sort((a, b) => b.rank - a.rank)) {
      if (placed.length >= most) break;
      const [x, y, r] = spot(n), w = textWidth(n.label, n.size, n.weight) + 4, hgt = n.size + 3;
      const tries = [[x - w / 2, y + r + 2], [x - w / 2, y - r - hgt - 2], [x + r + 3, y - hgt / 2], [x - r - w - 3, y - hgt / 2]];
      const free = tries.find(([a, b]) => a >= 0 && a + w <= width && b >= 0 && b + hgt <= height && taken.free([a, b, a + w, b + hgt]));
      if (!free) continue;
      taken.add([free[0], free[1], free[0] + w, free[1] + hgt]);
      placed.push({ n, x: free[0] + 2, y: free[1] + n.size, dx: free[0] + 2 - x, dy: free[1] + n.size - y, box: [free[0], free[1], free[0] + w, free[1] + hgt] });
    }
    return placed;
  }
  paint(pen, view, width, height, colours, ratio) {
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
    for (const { style, path } of this.paths) {
      pen.strokeStyle = style.colour; pen.globalAlpha = style.alpha; pen.lineWidth = style.width; pen.setLineDash(style.dash || []);
      pen.stroke(path);
    }
    pen.setLineDash([]);
    for (const { path, first } of this.marks) {
      pen.globalAlpha = first.dim ? .22 : 1; pen.fillStyle = first.colour; pen.fill(path);
      pen.strokeStyle = colours.ground; pen.lineWidth = 1.5; pen.stroke(path);
    }
    pen.globalAlpha = 1;
    for (const n of this.nodes) if (n.ring) { pen.beginPath(); pen.arc(n.x, n.y, n.r + 4, 0, 7); pen.strokeStyle = n.ring === 'pin' ? colours.muted : colours.strong; pen.lineWidth = 2.5; pen.stroke(); }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    for (const { n, x, y } of this.labels) {
      pen.font = `${n.weight} ${n.size}px ${FONT}`; pen.lineJoin = 'round';
      pen.strokeStyle = colours.ground; pen.lineWidth = 4; pen.strokeText(n.label, x, y);
      pen.fillStyle = n.dim ? colours.muted : colours.ink; pen.fillText(n.label, x, y);
    }
  }
  svg() {
    const pad = 20, [x0, y0, x1, y1] = this.bounds(pad), labels = this.place({ k: 1, x: -x0, y: -y0 }, x1 - x0, y1 - y0);
    const line = e => { const a = this.at.get(e.a), b = this.at.get(e.b); return s('path', { d: curveD(a, b, e.bend), fill: 'none', stroke: e.colour, 'stroke-opacity': e.alpha, 'stroke-width': e.width, 'stroke-dasharray': e.dash?.join(' ') || null }); };
    return s('svg', { viewBox: `0 0 ${x1 - x0} ${y1 - y0}` }, s('g', { transform: `translate(${-x0} ${-y0})` }, [...this.edges].sort((p, q) => p.rank - q.rank).map(line),
      this.nodes.map(n => s('path', { d: PATHS[n.shape], transform: `translate(${n.x - n.r} ${n.y - n.r}) scale(${n.r / 6})`, fill: n.colour, opacity: n.dim ? .22 : 1 }))),
    labels.map(({ n, x, y }) => s('text', { x, y, 'font-size': n.size, 'font-weight': n.weight, fill: css('--ink'), stroke: css('--ground'), 'stroke-width': 4, 'paint-order': 'stroke' }, n.label)));
  }
  hit(x, y, slack = 4) {
    let best = null, near = Infinity;
    for (const n of this.nodes) { const d = Math.hypot(n.x - x, n.y - y) - n.r; if (d < slack && d < near) { best = n; near = d; } }
    return best;
  }
  hitEdge(x, y, slack) {
    for (let i = this.edges.length - 1; i >= 0; i -= 1) {
      const e = this.edges[i];
      if (!e.go) continue;
      const a = this.at.get(e.a), b = this.at.get(e.b), dx = b.x - a.x, dy = b.y - a.y, t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      if (Math.hypot(a.x + t * dx - x, a.y + t * dy - y) < slack + e.width / 2) return e;
    }
    return null;
  }
}
class Grid {
  constructor(step) { this.step = step; this.cells = new Map(); }
  keys([a, b, c, d], run) { for (let i = Math.floor(a / this.step); i <= Math.floor(c / this.step); i += 1) for (let j = Math.floor(b / this.step); j <= Math.floor(d / this.step); j += 1) if (run(i * 4099 + j)) return true; return false; }
  add(box) { this.keys(box, key => { if (this.cells.has(key)) this.cells.get(key).push(box); else this.cells.set(key, [box]); return false; }); }
  free(box) { return !this.keys(box, key => (this.cells.get(key) || []).some(o => o[0] < box[2] && o[2] > box[0] && o[1] < box[3] && o[3] > box[1])); }
}
const middle = (a, b, bend) => [(a.x + b.x) / 2 - (b.y - a.y) * bend, (a.y + b.y) / 2 + (b.x - a.x) * bend];
function curve(path, a, b, bend) { if (bend) path.quadraticCurveTo(...middle(a, b, bend), b.x, b.y); else path.lineTo(b.x, b.y); }
const curveD = (a, b, bend) => bend ? `M${a.x} ${a.y}Q${middle(a, b, bend).join(' ')} ${b.x} ${b.y}` : `M${a.x} ${a.y}L${b.x} ${b.y}`;
function outline(path, n) {
  if (n.shape === 'circle') { path.moveTo(n.x + n.r, n.y); path.arc(n.x, n.y, n.r, 0, Math.PI * 2); } else path.addPath(new Path2D(PATHS[n.shape]), new DOMMatrix([n.r / 6, 0, 0, n.r / 6, n.x - n.r, n.y - n.r]));
}
