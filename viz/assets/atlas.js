// All views at a glance: what the data say, and where to look.
VIEWS.atlas = {
  zh: '总览', en: 'Atlas',
  about: () => ({ matrix: L('谁和谁共有成员、活动与协议', 'who shares members, events and agreements'), network: L('联盟连成的网', 'the web of alliances'), members: L('机构在哪些联盟里', 'which organisation sits where'), timeline: L('活动的先后', 'events over time'), bridging: L('没有谁会断开，谁可牵线', 'who holds it together, who could meet'), changes: L('上一期以来变了什么', 'what changed since the last bulletin'), ego: L('围绕一个联盟或机构', 'around one alliance or organisation'), path: L('两个之间怎样相连', 'how two are joined'), items: L('原文与读出的事实', 'the text and the facts read') }),
  draw() {
    const alliances = M.order.length, members = unique(MEMBERSHIPS.map(f => FACTS[f].s)).length;
    heading(L(`${alliances} 个联盟、${members} 个成员单位：谁和谁在一起，为什么重要`, `${alliances} alliances, ${members} member units: who works with whom, and why it matters`), '');
    return h('div', { class: 'scroll atlas' }, h('ul', { class: 'cards' }, Object.keys(VIEWS).filter(v => v !== 'atlas').map(v => h('li', {}, h('button', { class: 'card', 'data-view': v, onclick: () => go({ view: v }) }, h('b', {}, L(VIEWS[v].zh, VIEWS[v].en)), h('span', {}, this.about()[v])), h('a', { class: 'note', href: `${v}.html` }, L('单独的文件', 'as a file of its own'))))),
      M.communities.length > 0 && h('section', {}, h('h2', {}, L(`联盟的社群（${M.communities.length}）`, `Communities of alliances (${M.communities.length})`)), h('ul', { class: 'groups' }, M.communities.map(c => h('li', {}, h('b', {}, c.n), h('span', { class: 'note' }, ` ${c.m.length} `), c.m.slice(0, 6).map((n, i) => [i ? L('、', ', ') : '', thingLink(n)]))))));
  },
  table() { return { head: [L('社群', 'Community'), L('联盟', 'Alliance'), L('领域', 'Field')], rows: M.communities.flatMap(c => c.m.map(n => ({ go: { focus: keyOf(n), view: 'ego' }, cells: [c.n, fullName(n), fieldName(fieldOf(n))] }))) }; },
};
