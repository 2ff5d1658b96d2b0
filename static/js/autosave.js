// Saves a pack as one types, and says where that stands, in words that the elements which say it hold. Whoever wants to
// know of a save listens for pack:saved on the document. Needs local-times.js.
(() => {
  const form = document.querySelector("form[data-saves]");
  const PAUSE = 1500, RETRY = 10000; // milliseconds without typing, and between tries when a save fails
  const state = document.getElementById("save-state");
  const alert = document.getElementById("save-alert");
  let timer, changes = 0, sending = 0, saved = 0, leaving = false, running = false;
  const schedule = (wait = PAUSE) => { clearTimeout(timer); timer = setTimeout(() => save(), wait); };
  const { saving, savedAt: savedToday, notYet, notSaved, aside: setAside } = state.dataset;
  const { invalid, unknown, gone: off, unreachable, second, choose } = alert.dataset;
  const complain = (message) => { if (alert.textContent !== message) alert.textContent = message; };
  const settled = { // what an answer means; a status without a line here is tried again
    200: ({ version, savedAt, merged }) => {
      // The server has put suggested words in. Whoever types on meanwhile keeps the page: the next save is set aside.
      if (merged && changes > sending) return;
      if (merged) { leaving = true; location.reload(); return; }
      form.elements.version.value = version;
      form.elements.aside.value = 0;
      state.textContent = savedToday.replace("{time}", inWords(savedAt, { timeStyle: "short" }));
      complain("");
      document.dispatchEvent(new CustomEvent("pack:saved", { detail: { savedAt } }));
    },
    409: ({ aside, settle }) => {
      form.elements.aside.value = aside;
      state.textContent = setAside.replace("{number}", aside);
      if (alert.querySelector("a")) return;
      const link = document.createElement("a");
      link.href = settle;
      link.textContent = choose;
      alert.replaceChildren(`${second} `, link);
    },
    422: () => { state.textContent = notSaved; complain(invalid); },
    404: () => { state.textContent = notSaved; complain(unknown); },
    410: () => { state.textContent = notSaved; complain(off); },
  };
  const post = async (keepalive) => {
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "save");
    const request = { method: "POST", body, headers: { Accept: "application/json" }, keepalive };
    const answer = await fetch(location.pathname, request);
    if (!settled[answer.status]) throw new Error(answer.status);
    settled[answer.status](answer.headers.get("Content-Type") === "application/json" ? await answer.json() : {});
  };
  const save = async (keepalive = false) => {
    clearTimeout(timer);
    if (running) return schedule();
    running = true;
    const at = sending = changes;
    state.textContent = saving;
    try {
      await post(keepalive);
      saved = at;
    } catch {
      state.textContent = notSaved;
      complain(unreachable);
      schedule(RETRY);
    }
    running = false;
  };
  const changed = () => {
    changes += 1;
    if (!running) state.textContent = notYet;
    schedule();
  };
  form.addEventListener("input", changed);
  // A button that moves or rewrites a line changes the form without anybody typing.
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.requestConfig?.parameters?.do) changed();
  });
  // A phone may end a page that is hidden: what was typed is saved at once, by a request that outlives the page.
  const saveAtOnce = () => { if (changes > saved && !leaving) save(true); };
  document.addEventListener("visibilitychange", () => { if (document.hidden) saveAtOnce(); });
  addEventListener("pagehide", saveAtOnce);
  form.addEventListener("submit", () => { leaving = true; setTimeout(() => { leaving = false; }, 1000); });
  addEventListener("beforeunload", (event) => { if (changes > saved && !leaving) event.preventDefault(); });
})();
