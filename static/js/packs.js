// Saved packs: the list that this browser remembers, times in the reader's own zone, and saving as one types.
(() => {
  const KEY = "packs";
  const read = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; }
  };
  const write = (packs) => {
    try { localStorage.setItem(KEY, JSON.stringify(packs)); } catch { /* without storage nothing is remembered */ }
  };
  const inWords = (iso, options = { dateStyle: "medium", timeStyle: "short" }) =>
    new Date(iso).toLocaleString("en-US", options);

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
  const show = () => {
    const packs = Object.values(read()).sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
    list.replaceChildren(...packs.map(({ path, title, company, savedAt, expiresAt }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = company ? `${title}, ${company}` : title;
      const when = document.createElement("p");
      when.className = "hint";
      when.textContent = `Saved ${inWords(savedAt)}. Stays until ${inWords(expiresAt, { dateStyle: "long" })} if nobody saves it again.`;
      item.append(link, when);
      return item;
    }));
    document.getElementById("remembered").hidden = packs.length === 0;
    document.getElementById("none-remembered").hidden = packs.length > 0;
  };
  if (list) {
    show();
    document.getElementById("forget-all").addEventListener("click", () => {
      write({});
      show();
      document.getElementById("list-status").textContent = "The list is cleared.";
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
        status.textContent = "The link is copied.";
      } catch {
        status.textContent = "The link is selected. Press Ctrl+C (or ⌘C) to copy it.";
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
  const complain = (message) => { if (alert.textContent !== message) alert.textContent = message; };
  const settled = { // what an answer means; a status without a line here is tried again
    200: ({ version, savedAt }) => {
      form.elements.version.value = version;
      form.elements.aside.value = 0;
      state.textContent = `Saved at ${inWords(savedAt, { timeStyle: "short" })}`;
      complain("");
      remember(savedAt);
    },
    409: ({ aside, settle }) => {
      form.elements.aside.value = aside;
      state.textContent = `Your text is set aside as version ${aside}`;
      if (alert.querySelector("a")) return;
      const link = document.createElement("a");
      link.href = settle;
      link.textContent = "Choose what to keep";
      alert.replaceChildren("Somebody else saved this pack while you were working on it. ", link);
    },
    422: () => { state.textContent = "Not saved"; complain("Not saved yet: a field is not right. Press Save to see which."); },
    404: () => { state.textContent = "Not saved"; complain("This pack is no longer there. Download or copy your text."); },
    410: () => { state.textContent = "Not saved"; complain("This link was turned off. Download or copy your text."); },
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
    state.textContent = "Saving…";
    try {
      await post();
      saved = at;
    } catch {
      state.textContent = "Not saved";
      complain("Not saved: the site does not answer. Your text stays on this page, and saving is tried again.");
      schedule(RETRY);
    }
    running = false;
  };
  const changed = () => {
    changes += 1;
    if (!running) state.textContent = "Not saved yet";
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
