// Asks for the preview while one types, at most LONGEST behind, and knows whether it says what the fields say.
// preview.isFresh() says so; preview.whenFresh() resolves once it does, and rejects where the site doesn't answer; then #preview-alert says so.
// Needs presses.js.
const preview = (() => {
  const PAUSE = 300, LONGEST = 800, RETRY = 5000, PATIENCE = 15000; // milliseconds; of patience, without any answer
  const form = document.querySelector("form.editor");
  const alert = document.getElementById("preview-alert");
  const sent = new WeakMap(); // each request's config: how many edits it knew
  let edits = 0, shown = 0, timer = null, due = 0, heard = 0; // heard: when an answer came last
  const waiting = [];
  const isFresh = () => shown >= edits && !presses.areWaiting();
  const say = (words) => { if (alert.textContent !== words) alert.textContent = words; };
  const ask = () => { clearTimeout(timer); timer = null; htmx.trigger(form, "preview"); };
  const plan = (wait) => {
    const now = performance.now();
    if (timer === null) due = now + LONGEST;
    clearTimeout(timer);
    timer = setTimeout(ask, Math.max(0, Math.min(wait, due - now)));
  };
  const settle = (outcome) => { for (const one of waiting.splice(0)) one[outcome](); };
  const whenFresh = () => {
    if (isFresh()) return Promise.resolve();
    const fresh = new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    heard = performance.now();
    const late = new Promise((_, reject) => {
      const look = () => {
        const left = heard + PATIENCE - performance.now();
        if (left > 0) setTimeout(look, left);
        else reject();
      };
      look();
    });
    ask();
    return Promise.race([fresh, late]);
  };
  const edit = (wait = PAUSE) => { edits += 1; plan(wait); };
  const chosenAtFirst = (field) => [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  const differs = (field) => {
    if (field.matches("select")) return field.value !== chosenAtFirst(field)?.value;
    if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  };
  form.addEventListener("input", ({ target }) => { if (target.matches(".acts")) edits += 1; else edit(); });
  form.addEventListener("htmx:confirm", ({ detail }) => { if (detail.elt !== form) edits += 1; }); // a press, which may wait
  form.addEventListener("htmx:configRequest", ({ detail }) => sent.set(detail, edits));
  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (!sent.has(detail.requestConfig)) return;
    heard = performance.now();
    shown = Math.max(shown, sent.get(detail.requestConfig));
    if (isFresh()) {
      say("");
      settle("resolve");
    } else if (timer === null && !presses.areWaiting()) plan(0);
  });
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"])
    document.addEventListener(failure, ({ detail }) => {
      if (!sent.has(detail.requestConfig) || isFresh()) return;
      say(alert.dataset.stale);
      settle("reject");
      if (timer === null) { due = Infinity; timer = setTimeout(ask, RETRY); }
    });
  addEventListener("online", () => { if (!isFresh()) ask(); });
  // A page that comes back, or that the browser filled in again, may say other things than its preview.
  addEventListener("pageshow", ({ persisted }) => {
    const fields = [...form.querySelectorAll("input:not([type=hidden]), textarea, select")];
    if (persisted || fields.some(differs)) edit(0);
  });
  return { isFresh, whenFresh };
})();
