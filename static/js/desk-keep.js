// Keeps what was typed in a form of the desk and not saved in this browser, for whoever is signed in, and offers it when
// the page is opened again. It is forgotten once the desk says that it was saved. A form that is restored still says which
// state it was made from, so that the desk refuses it where somebody saved that part meanwhile.
(() => {
  const PAUSE = 400, DAYS = 30;
  const inStorage = (use, storage = localStorage) => { try { return use(storage); } catch { return null; } };
  const start = () => {
    const user = document.querySelector("#user-tools strong")?.textContent.trim();
    const sent = inStorage((storage) => storage.getItem("desk-sent"), sessionStorage);
    if (sent && document.querySelector(".messagelist .success")) inStorage((storage) => storage.removeItem(sent));
    if (user) inStorage((storage) => storage.removeItem("desk-sent"), sessionStorage);
    const form = document.querySelector("#content form[method=post]:not(#changelist-form)");
    const typed = "textarea, input:is([type=text], [type=url], [type=number], :not([type]))";
    if (!user || !form?.querySelector(typed) || form.querySelector("[type=password], [type=file]")) return;
    const KEY = `desk:${user}:${location.pathname}`;
    const ASIDE = ["csrfmiddlewaretoken", "seen"];
    const read = () =>
      [...new FormData(form)].filter(([name, value]) => !ASIDE.includes(name) && !/-position$/.test(name) && value !== "");
    const write = (state) =>
      inStorage((storage) => storage.setItem(KEY, JSON.stringify({ at: new Date().toISOString(), state })));
    const words = (state) => JSON.stringify(state.filter(([name]) => !/(_FORMS|^seen_version)$/.test(name)));
    const found = inStorage((storage) => JSON.parse(storage.getItem(KEY)));
    const isRefused = Boolean(document.querySelector(".errornote, .errorlist"));
    let first = words(read()), timer;
    const keep = () => { clearTimeout(timer); if (words(read()) !== first) write(read()); };
    const fillRow = (name) => {
      const [, prefix, index] = name.match(/^(.+)-(\d+)-/) ?? [];
      const group = prefix && document.getElementById(`${prefix}-group`);
      if (!group?.matches(".desk-rows")) return;
      while (deskRows.total(group).value <= Number(index)) deskRows.add(group);
    };
    const restore = (state) => {
      state.forEach(([name]) => fillRow(name));
      for (const field of form.elements) {
        const values = state.filter(([name]) => name === field.name).map(([, value]) => value);
        if (!field.name || ASIDE.includes(field.name) || /-(position|TOTAL_FORMS|INITIAL_FORMS)$/.test(field.name)) continue;
        if (field.matches("[type=checkbox], [type=radio]")) field.checked = values.includes(field.value);
        else if (field.matches("select, textarea, input:not([type=submit])")) field.value = values[0] ?? "";
        if (field.matches("textarea, select, [type=checkbox]")) field.dispatchEvent(new Event("change", { bubbles: true }));
        if (field.matches("textarea")) field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    };
    const offer = () => {
      const box = document.createElement("div");
      box.className = "desk-draft";
      box.setAttribute("role", "status");
      const press = (label, use) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button";
        button.textContent = label;
        button.addEventListener("click", () => { box.remove(); use(); });
        return button;
      };
      const at = new Date(found.at).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
      box.append(
        `You typed something here on ${at} and didn’t save it. `,
        press("Restore it", () => restore(found.state)),
        press("Discard it", () => inStorage((storage) => storage.removeItem(KEY))),
      );
      form.before(box);
    };
    if (isRefused) write(read());
    else if (found && Date.now() - Date.parse(found.at) < DAYS * 86400000 && words(found.state) !== first) offer();
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keepHere, PAUSE); });
    form.addEventListener("submit", () => {
      write(read());
      inStorage((storage) => storage.setItem("desk-sent", KEY), sessionStorage);
      first = words(read());
    });
    const keepHere = () => { if (form.isConnected) keep(); };
    addEventListener("pagehide", keepHere);
    document.addEventListener("desk:leaving", keepHere);
    document.addEventListener("visibilitychange", () => { if (document.hidden) keepHere(); });
  };
  document.addEventListener("desk:shown", start);
  start();
})();
