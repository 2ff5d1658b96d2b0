// Keeps what was typed and not saved in this browser, and offers it when the page is opened again: #draft holds the
// offers. Each page that is opened keeps a text of its own, so that two tabs, or a second visit, never write over one
// another. Asks before one leaves a page whose changes are saved nowhere. Needs local-times.js and undo.js.
(() => {
  const PAUSE = 400, DAYS = 30, MOST = 8; // milliseconds without typing; how long, and how many of a page, are kept
  const ALL = "draft:";
  const PAGE = `${ALL}${location.pathname}`;
  const ASIDE = ["version", "aside", "document"]; // where a save stands, and what is looked at
  const form = document.querySelector("form.editor");
  const offers = document.getElementById("draft");
  const savesItself = form.matches("[data-saves]");
  const read = () => [...new FormData(form)].filter(([name, value]) => !ASIDE.includes(name) && typeof value === "string");
  const inStorage = (use) => { try { return use(localStorage); } catch { return null; } }; // storage may be off or full
  const forget = (key) => inStorage((storage) => storage.removeItem(key));
  const parse = (text) => { try { return JSON.parse(text); } catch { return null; } };
  const list = () => inStorage((storage) => Object.keys(storage).filter((key) => key.startsWith(ALL))
    .map((key) => ({ ...parse(storage.getItem(key)), key }))
    .sort((one, other) => (one.at < other.at ? 1 : -1))) ?? [];
  const isOfPage = (key) => key === PAGE || key.startsWith(`${PAGE}#`);
  const nameOwn = () => `${PAGE}#${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  const first = JSON.stringify(read());
  let timer, leaving = false, own = nameOwn(), saved = first, written = first, typedAt = null;
  const isOpen = () => JSON.stringify(read()) !== saved;

  const put = (key, text) => {
    for (;;) {
      if (inStorage((storage) => { storage.setItem(key, text); return true; })) return true;
      const oldest = list().findLast((draft) => draft.key !== key);
      if (!oldest) return false;
      forget(oldest.key);
    }
  };
  const write = () => {
    clearTimeout(timer);
    if (!isOpen()) return forget(own);
    const state = read(), says = JSON.stringify(state);
    if (says !== written || !typedAt) typedAt = new Date().toISOString();
    written = says;
    put(own, JSON.stringify({ at: typedAt, state }));
  };
  const plan = () => { clearTimeout(timer); timer = setTimeout(write, PAUSE); };
  // What the fields say already, filled in by the browser or given back by the site with a fault, is this page's own.
  const adopt = ({ key, at }) => {
    if (JSON.stringify(read()) === first) saved = null;
    [written, typedAt] = [JSON.stringify(read()), at];
    write();
    forget(key);
  };

  const listRows = () => [...offers.querySelectorAll("[data-draft]")];
  const wordTime = (at, timeStyle) => {
    const isToday = new Date(at).toDateString() === new Date().toDateString();
    return inWords(at, isToday ? { timeStyle } : { dateStyle: "medium", timeStyle });
  };
  const show = () => {
    const rows = listRows(), short = rows.map((row) => wordTime(row.draft.at, "short"));
    rows.forEach((row, number) => {
      const isAlone = short.indexOf(short[number]) === short.lastIndexOf(short[number]);
      const time = isAlone ? short[number] : wordTime(row.draft.at, "medium");
      const says = (words) => words.replace("{time}", () => time);
      for (const words of row.querySelectorAll("[data-words]")) words.textContent = says(words.dataset.words);
      const [restore, discard] = row.querySelectorAll("button");
      restore.formState = row.draft.state;
      discard.ariaLabel = says(discard.dataset.name);
    });
    offers.hidden = !rows.length;
  };
  const takeOut = (row) => {
    const hadFocus = row.contains(document.activeElement);
    row.remove();
    show();
    if (hadFocus) (offers.querySelector("button") ?? form.querySelector(".fact-steps summary, [name=competencies]"))?.focus();
  };
  const offer = (draft) => {
    offers.append(offers.querySelector("template").content.cloneNode(true));
    const row = listRows().at(-1);
    const [restore, discard] = row.querySelectorAll("button");
    row.draft = draft;
    restore.addEventListener("click", () => { // what was typed before it comes stays a draft too
      write();
      own = nameOwn();
    });
    discard.addEventListener("click", () => { forget(row.draft.key); takeOut(row); });
    htmx.process(row);
  };

  const told = new Set(); // the texts that are offered: each once
  for (const draft of list()) {
    const says = JSON.stringify(draft.state), isRecent = Date.now() - Date.parse(draft.at) < DAYS * 86400000;
    if (!isRecent || !draft.state) forget(draft.key);
    else if (!isOfPage(draft.key)) continue;
    else if (says === first && !savesItself && !told.size) adopt(draft);
    else if (says === first || told.has(says) || told.size >= MOST) forget(draft.key);
    else {
      told.add(says);
      offer(draft);
    }
  }
  show();
  addEventListener("pageshow", () => { // a browser may fill the fields in again
    const row = listRows().find(({ draft }) => JSON.stringify(draft.state) === JSON.stringify(read()));
    if (!row) return;
    adopt(row.draft);
    takeOut(row);
  });
  // Undo says how a state comes into the form; the offer is over once it has.
  document.addEventListener("form:restored", ({ detail: button }) => {
    const row = button.closest("[data-draft]");
    write();
    if (!row) return;
    forget(row.draft.key);
    takeOut(row);
  });
  addEventListener("storage", ({ key, newValue }) => { // another tab typed on, saved or discarded
    const row = listRows().find(({ draft }) => draft.key === key);
    if (!row) return;
    if (newValue) {
      row.draft = { ...parse(newValue), key };
      show();
    } else takeOut(row);
  });
  form.addEventListener("input", plan);
  document.addEventListener("htmx:afterSettle", ({ detail }) => { if (detail.requestConfig?.parameters?.do) plan(); });
  addEventListener("pagehide", write);
  document.addEventListener("visibilitychange", () => { if (document.hidden) write(); });
  document.addEventListener("pack:saved", () => { saved = JSON.stringify(read()); clearTimeout(timer); forget(own); });
  form.addEventListener("submit", ({ submitter }) => {
    leaving = true;
    setTimeout(() => { leaving = false; }, 1000);
    if (submitter?.value !== "save") return;
    write();
    try { sessionStorage.setItem("draft-saved", own); } catch { /* it is offered once more */ }
  });
  addEventListener("beforeunload", (event) => {
    write();
    if (!savesItself && !leaving && isOpen()) event.preventDefault();
  });
})();
