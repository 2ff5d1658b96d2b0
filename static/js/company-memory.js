// What this browser remembers of company profiles, by the profile's id, so that a renewed link takes the place of the
// old one. The profile's page puts it there, the page of all profiles lists them, and a job description offers them.
(() => {
  const KEY = "companies";
  const read = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; }
  };
  const write = (companies) => {
    try { localStorage.setItem(KEY, JSON.stringify(companies)); } catch { /* without storage nothing is remembered */ }
  };
  const shown = document.querySelector("[data-company]");
  if (shown) {
    const { company, path, token, name, savedAt } = shown.dataset;
    write({ ...read(), [company]: { path, token, name, savedAt } });
  }
  const gone = document.querySelector("[data-company-gone]")?.dataset.companyGone;
  const dead = document.querySelector("[data-company-link-gone]") !== null;
  const stays = ([id, { path }]) => id !== gone && !(dead && location.pathname.startsWith(path));
  if (gone || dead) write(Object.fromEntries(Object.entries(read()).filter(stays)));
  const known = Object.values(read()).sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));

  const list = document.getElementById("company-list");
  if (list && known.length) {
    list.replaceChildren(...known.map(({ path, name, savedAt }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = name;
      const when = document.createElement("p");
      when.className = "hint";
      when.textContent = list.dataset.saved.replace("{saved}", inWords(savedAt));
      item.append(link, when);
      return item;
    }));
    document.getElementById("remembered").hidden = false;
  }

  const choice = document.getElementById("company-choice");
  const field = document.getElementById("id_profile");
  if (choice && field && known.length) {
    const makeButton = ({ token, name }, number) => {
      const button = document.createElement("button");
      button.type = "submit";
      button.className = "button button-small";
      button.id = `use-company-${number}`;
      button.name = "do";
      button.value = "company";
      button.textContent = choice.dataset.label.replace("{name}", name);
      button.addEventListener("click", () => { field.value = token; }, { capture: true });
      return button;
    };
    choice.replaceChildren(...known.map(makeButton));
    choice.hidden = false;
  }
})();
