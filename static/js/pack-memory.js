// What this browser remembers of its packs, by the pack's id, so that a renewed link takes the place of the old one. A
// page that names a pack puts it there, again after each save; a page that says it is gone, or its link, takes it out.
const packMemory = (() => {
  const KEY = "packs";
  const read = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; }
  };
  const write = (packs) => {
    try { localStorage.setItem(KEY, JSON.stringify(packs)); } catch { /* without storage nothing is remembered */ }
  };
  const tools = document.querySelector("[data-pack]");
  const remember = () => {
    const { pack, path, title, company, savedAt, expiresAt } = tools.dataset;
    write({ ...read(), [pack]: { path, title, company, savedAt, expiresAt } });
  };
  if (tools) {
    remember();
    document.addEventListener("pack:saved", ({ detail }) => {
      tools.dataset.savedAt = detail.savedAt;
      remember();
    });
  }
  const gone = document.querySelector("[data-pack-gone]")?.dataset.packGone;
  const dead = document.querySelector("[data-link-gone]") !== null;
  const stays = ([id, { path }]) => id !== gone && !(dead && location.pathname.startsWith(path));
  if (gone || dead) write(Object.fromEntries(Object.entries(read()).filter(stays)));
  return { read, clear: () => write({}) };
})();
