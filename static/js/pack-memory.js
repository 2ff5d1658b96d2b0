// What this browser remembers of its packs and lists, by their ids, so that a renewed link takes the place of the old
// one. A page that names one puts it there, again after each save; a page that says it is gone, or its link, takes it out.
const packMemory = (() => {
  const read = (key = "packs") => {
    try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; }
  };
  const write = (kept, key = "packs") => {
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* without storage nothing is remembered */ }
  };
  const tools = document.querySelector("[data-pack]");
  const remember = () => {
    const { pack, path, title, company, savedAt, expiresAt } = tools.dataset;
    write({ ...read(), [pack]: { path, title, company, savedAt, expiresAt } });
  };
  if (tools) {
    remember();
    try { // the draft of what this tab has saved is kept no longer
      localStorage.removeItem(sessionStorage.getItem("draft-saved"));
      sessionStorage.removeItem("draft-saved");
    } catch { /* without storage there is no draft */ }
    document.addEventListener("pack:saved", ({ detail }) => {
      tools.dataset.savedAt = detail.savedAt;
      remember();
    });
  }
  const list = document.querySelector("[data-list]");
  if (list) write({ ...read("lists"), [list.dataset.list]: { path: list.dataset.path, title: list.dataset.title } }, "lists");
  const gone = document.querySelector("[data-pack-gone]")?.dataset.packGone;
  const dead = document.querySelector("[data-link-gone]") !== null;
  const stays = ([id, { path }]) => id !== gone && !(dead && location.pathname.startsWith(path));
  for (const key of gone || dead ? ["packs", "lists"] : []) {
    write(Object.fromEntries(Object.entries(read(key)).filter(stays)), key);
  }
  return { read, clear: () => { write({}); write({}, "lists"); } };
})();
