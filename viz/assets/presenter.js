// Presenter mode: steps of view, focus, filter and caption; notes and clock under N; F for the whole screen.
let began = 0;
const stepNow = () => M.steps?.[+state.step - 1];
function startPresenting() { began = Date.now(); toStep(1); }
function toStep(n) {
  const step = M.steps[n - 1];
  if (!step) return;
  go({ ...DEFAULTS, lang: state.lang, dark: state.dark, ...step.state, step: String(n) });
}
function stopPresenting() { if (document.fullscreenElement) document.exitFullscreen(); go({ step: '' }); }
function caption() {
  const box = clear(el('caption')), step = presenting() && stepNow();
  box.hidden = !step;
  if (!step) return;
  box.append(h('p', { class: 'words' }, step.caption), h('span', { class: 'place' }, `${state.step} / ${M.steps.length}`));
  if (notesOn) box.append(h('aside', { class: 'notes' }, h('p', { class: 'clock' }, clock()), h('p', {}, step.notes || L('这一步没有备注', 'No notes for this step'))));
  tellNotes();
}
let notesOn = false, notesWindow = null;
const clock = () => { const gone = Math.floor((Date.now() - (began || Date.now())) / 1000); return `${String(Math.floor(gone / 60)).padStart(2, '0')}:${String(gone % 60).padStart(2, '0')}`; };
setInterval(() => { document.querySelectorAll('.clock').forEach(x => { x.textContent = clock(); }); if (notesWindow && !notesWindow.closed) { const c = notesWindow.document.querySelector('.clock'); if (c) c.textContent = clock(); } }, 1000);
function openNotes() { notesWindow = window.open('', 'innograph-notes', 'width=760,height=520'); tellNotes(); }
function tellNotes() {
  if (!notesWindow || notesWindow.closed || !stepNow()) return;
  const d = notesWindow.document, next = M.steps[+state.step];
  d.title = L('备注', 'Notes');
  d.body.replaceChildren(h('h1', { class: 'clock' }, clock()), h('h2', {}, `${state.step} / ${M.steps.length} ${stepNow().caption}`), h('p', {}, stepNow().notes || ''), h('p', {}, next ? L('下一步：', 'Next: ') + next.caption : L('最后一步', 'Last step')));
}
async function saveAllSteps() {
  for (let n = 1; n <= M.steps.length; n += 1) {
    toStep(n);
    await new Promise(done => setTimeout(done, 60));
    const blob = await pngBlob(16 / 9);
    if (blob) save(`innograph-step-${String(n).padStart(2, '0')}.png`, 'image/png', blob);
  }
}
function presentKey(event) {
  const now = +state.step, key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const press = {
    ' ': () => toStep(now + 1), ArrowRight: () => toStep(now + 1), PageDown: () => toStep(now + 1), ArrowLeft: () => toStep(now - 1), PageUp: () => toStep(now - 1),
    Home: () => toStep(1), End: () => toStep(M.steps.length), Escape: stopPresenting, n: () => { notesOn = !notesOn; caption(); }, w: openNotes, s: saveAllSteps,
    f: () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
  }[key];
  if (press) press();
  return Boolean(press);
}
