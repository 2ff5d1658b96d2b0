// Saved packs: the list that this browser remembers, times in the reader's own zone, and saving as one types.
// What it says stands in data attributes of the elements that say it, in the language of the page.
(() => {
  const KEY = "packs";
  const read = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; }
  };
  const write = (packs) => {
    try { localStorage.setItem(KEY, JSON.stringify(packs)); } catch { /* without storage nothing is remembered */ }
  };
  const inWords = (iso, options = { dateStyle: "medium", timeStyle: "short" }) =>
    new Date(iso).toLocaleString(document.documentElement.lang, options);
  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // The list: kept by the pack's id, so that a renewed link takes the place of the old one.
  const tools = document.querySelector("[data-pack]");
  const remember = (savedAt) => {
    const { pack, path, title, company, expiresAt } = tools.dataset;
    write({ ...read(), [pack]: { path, title, company, savedAt: savedAt ?? tools.dataset.savedAt, expiresAt } });
  };
  if (tools) remember();
  const gone = document.querySelector("[data-pack-gone]")?.dataset.packGone;
  const dead = document.querySelector("[data-link-gone]") !== null;
  const stays = ([id, { path }]) => id !== gone && !(dead && location.pathname.startsWith(path));
  if (gone || dead) write(Object.fromEntries(Object.entries(read()).filter(stays)));

  const list = document.querySelector(".pack-list");
  const remembered = document.getElementById("remembered");
  const show = () => {
    const packs = Object.values(read()).sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
    list.replaceChildren(...packs.map(({ path, title, company, savedAt, expiresAt }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = company ? `${title}, ${company}` : title;
      const when = document.createElement("p");
      when.className = "hint";
      when.textContent = filled(remembered.dataset.stays, {
        saved: inWords(savedAt),
        until: inWords(expiresAt, { dateStyle: "long" }),
      });
      item.append(link, when);
      return item;
    }));
    remembered.hidden = packs.length === 0;
    document.getElementById("none-remembered").hidden = packs.length > 0;
  };
  if (list) {
    show();
    document.getElementById("forget-all").addEventListener("click", () => {
      write({});
      show();
      document.getElementById("list-status").textContent = remembered.dataset.cleared;
    });
  }

  for (const time of document.querySelectorAll("time[data-local]")) time.textContent = inWords(time.dateTime);

  for (const button of document.querySelectorAll("[data-copy-text]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.querySelector(button.dataset.copyText);
      const status = document.getElementById("copy-status");
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        status.textContent = status.dataset.copied;
      } catch {
        status.textContent = status.dataset.selected;
      }
    });
  }

  const form = document.querySelector("form[data-saves]");
  if (!form) return;
  const PAUSE = 1500, RETRY = 10000; // milliseconds without typing, and between tries when a save fails
  const state = document.getElementById("save-state");
  const alert = document.getElementById("save-alert");
  let timer, changes = 0, saved = 0, leaving = false, running = false;
  const schedule = (wait = PAUSE) => { clearTimeout(timer); timer = setTimeout(save, wait); };
  const { saving, savedAt: savedToday, notYet, notSaved, aside: setAside } = state.dataset;
  const { invalid, unknown, gone: off, unreachable, second, choose } = alert.dataset;
  const complain = (message) => { if (alert.textContent !== message) alert.textContent = message; };
  const settled = { // what an answer means; a status without a line here is tried again
    200: ({ version, savedAt }) => {
      form.elements.version.value = version;
      form.elements.aside.value = 0;
      state.textContent = filled(savedToday, { time: inWords(savedAt, { timeStyle: "short" }) });
      complain("");
      remember(savedAt);
    },
    409: ({ aside, settle }) => {
      form.elements.aside.value = aside;
      state.textContent = filled(setAside, { number: aside });
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
  const post = async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "save");
    const answer = await fetch(location.pathname, { method: "POST", body, headers: { Accept: "application/json" } });
    if (!settled[answer.status]) throw new Error(answer.status);
    settled[answer.status](answer.headers.get("Content-Type") === "application/json" ? await answer.json() : {});
  };
  const save = async () => {
    if (running) return schedule();
    running = true;
    const at = changes;
    state.textContent = saving;
    try {
      await post();
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
  form.addEventListener("submit", () => { leaving = true; setTimeout(() => { leaving = false; }, 1000); });
  addEventListener("beforeunload", (event) => { if (changes > saved && !leaving) event.preventDefault(); });
})();
