// Lists the packs and lists that this browser remembers, and clears them. Needs local-times.js and pack-memory.js.
(() => {
  const remembered = document.getElementById("remembered");
  const lists = document.getElementById("remembered-lists");
  const link = (path, text) => Object.assign(document.createElement("a"), { href: path, textContent: text });
  const describe = ({ path, title, company, savedAt, expiresAt }, index) => {
    const item = document.createElement("li");
    const tick = document.createElement("input");
    Object.assign(tick, { type: "checkbox", name: "link", value: path, checked: true, id: `link-${index}` });
    const label = document.createElement("label");
    label.className = "visually-hidden";
    label.htmlFor = tick.id;
    label.textContent = remembered.dataset.tick.replace("{title}", title);
    const when = document.createElement("p");
    when.className = "hint";
    when.textContent = remembered.dataset.stays
      .replace("{saved}", inWords(savedAt))
      .replace("{until}", inWords(expiresAt, { dateStyle: "long" }));
    item.append(tick, label, link(path, company ? `${title}, ${company}` : title), when);
    return item;
  };
  const describeList = ({ path, title }) => {
    const item = document.createElement("li");
    item.append(link(path, title || lists.dataset.unnamed));
    return item;
  };
  const show = () => {
    const packs = Object.values(packMemory.read()).sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
    const known = Object.values(packMemory.read("lists"));
    remembered.querySelector(".pack-list").replaceChildren(...packs.map(describe));
    lists.querySelector(".pack-list").replaceChildren(...known.map(describeList));
    remembered.hidden = packs.length === 0;
    lists.hidden = known.length === 0;
    document.getElementById("forget").hidden = packs.length + known.length === 0;
    document.getElementById("none-remembered").hidden = packs.length + known.length > 0;
  };
  document.getElementById("forget-all").addEventListener("click", () => {
    packMemory.clear();
    show();
    document.getElementById("list-status").textContent = remembered.dataset.cleared;
  });
  show();
})();
