// Lists the packs that this browser remembers, and clears the list. Needs local-times.js and pack-memory.js.
(() => {
  const list = document.querySelector(".pack-list");
  const remembered = document.getElementById("remembered");
  const describe = ({ path, title, company, savedAt, expiresAt }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = path;
    link.textContent = company ? `${title}, ${company}` : title;
    const when = document.createElement("p");
    when.className = "hint";
    when.textContent = remembered.dataset.stays
      .replace("{saved}", inWords(savedAt))
      .replace("{until}", inWords(expiresAt, { dateStyle: "long" }));
    item.append(link, when);
    return item;
  };
  const show = () => {
    const packs = Object.values(packMemory.read()).sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
    list.replaceChildren(...packs.map(describe));
    remembered.hidden = packs.length === 0;
    document.getElementById("none-remembered").hidden = packs.length > 0;
  };
  document.getElementById("forget-all").addEventListener("click", () => {
    packMemory.clear();
    show();
    document.getElementById("list-status").textContent = remembered.dataset.cleared;
  });
  show();
})();
