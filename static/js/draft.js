// Keeps what was typed and not saved in this browser, and offers it when the page is opened again: #draft is the offer.
// Asks before one leaves a page whose changes are saved nowhere. Needs local-times.js and undo.js.
(() => {
  const PAUSE = 400, DAYS = 30;
  const KEY = `draft:${location.pathname}`;
  const ASIDE = ["version", "aside", "document"]; // where a save stands, and what is looked at
  const form = document.querySelector("form.editor");
  const offer = document.getElementById("draft");
  const [restore, discard] = offer.querySelectorAll("button");
  const savesItself = form.matches("[data-saves]");
  const read = () => [...new FormData(form)].filter(([name, value]) => !ASIDE.includes(name) && typeof value === "string");
  const inStorage = (use) => { try { return use(localStorage); } catch { return null; } }; // storage may be off or full
  const load = () => inStorage((storage) => JSON.parse(storage.getItem(KEY)));
  const forget = () => inStorage((storage) => storage.removeItem(KEY));
  const first = JSON.stringify(read());
  let timer, leaving = false, saved = first;
  const write = () => {
    clearTimeout(timer);
    const state = read();
    if (JSON.stringify(state) === saved) return;
    inStorage((storage) => storage.setItem(KEY, JSON.stringify({ at: new Date().toISOString(), state })));
  };
  const plan = () => { clearTimeout(timer); timer = setTimeout(write, PAUSE); };
  const found = load();
  const isRecent = found && Date.now() - Date.parse(found.at) < DAYS * 86400000;
  if (isRecent && JSON.stringify(found.state) !== first) {
    const isToday = new Date(found.at).toDateString() === new Date().toDateString();
    const time = inWords(found.at, isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
    for (const words of offer.querySelectorAll("[data-words]")) words.textContent = words.dataset.words.replace("{time}", time);
    restore.formState = found.state;
    offer.hidden = false;
  } else forget();
  // Undo says how a state comes into the form; the offer is over once it has, or once one types on.
  document.addEventListener("form:restored", () => { offer.hidden = true; });
  discard.addEventListener("click", () => { offer.hidden = true; forget(); });
  form.addEventListener("input", plan);
  document.addEventListener("htmx:afterSettle", ({ detail }) => { if (detail.requestConfig?.parameters?.do) plan(); });
  addEventListener("pagehide", write);
  document.addEventListener("visibilitychange", () => { if (document.hidden) write(); });
  document.addEventListener("pack:saved", () => { saved = JSON.stringify(read()); clearTimeout(timer); forget(); });
  form.addEventListener("submit", ({ submitter }) => {
    leaving = true;
    setTimeout(() => { leaving = false; }, 1000);
    if (submitter?.value === "save") inStorage((storage) => storage.setItem("draft-saved", KEY));
  });
  addEventListener("beforeunload", (event) => {
    write();
    if (!savesItself && !leaving && JSON.stringify(read()) !== first) event.preventDefault();
  });
})();
