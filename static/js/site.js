// What any page of the site does in the browser: names are suggested as someone types, pay is shown for the place seen
// last, the theme changes, the language chosen last is offered, questions are gathered, and long pages fold on a phone.
"use strict";

// Suggests names in the browser's own list. Without it the search form works as it is.
(() => {
  const list = document.getElementById("search-suggestions");
  let wait;
  addEventListener("input", ({ target }) => {
    if (target.getAttribute?.("list") !== list.id) return;
    clearTimeout(wait);
    wait = setTimeout(async () => {
      if (!target.value.trim()) return list.replaceChildren();
      const answer = await fetch(`${list.dataset.from}?q=${encodeURIComponent(target.value)}`).catch(() => null);
      if (answer?.ok) list.replaceChildren(...(await answer.json()).map((name) => new Option("", name)));
    }, 150);
  });
})();

// Links to pay lead to the place that was seen last, which places.js remembers.
{
  const links = Array.from(document.querySelectorAll("a[data-pay-link]"), (link) => [link, link.href]);
  const follow = () => {
    let place = null;
    try { place = JSON.parse(localStorage.getItem("rolebook.place")); } catch { /* storage is off */ }
    if (!place?.slug || !/^[a-z0-9-]+$/.test(place.slug)) return;
    for (const [link, address] of links) link.href = `${address}${place.slug}/`;
  };
  follow();
  // What the page before wrote may arrive after this one has loaded.
  addEventListener("storage", follow);
}

// The switch between the themes. first.js has set the one that is remembered.
{
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const button = document.getElementById("theme-switch");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const name = () => button.setAttribute("aria-label", isDark() ? button.dataset.light : button.dataset.dark);
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* the choice holds for this page */ }
    name();
  });
  dark.addEventListener("change", name);
  name();
  button.hidden = false;
}

// The language whose link was pressed last is offered where a page is in another one. It is an offer alone: the address
// that was asked for is what opens. Without this script the link names its language, as on a first visit.
{
  const KEY = "rolebook.language";
  let chosen = null;
  try { chosen = localStorage.getItem(KEY); } catch { /* storage is off */ }
  for (const link of document.querySelectorAll("a[hreflang]")) {
    link.addEventListener("click", () => {
      try { localStorage.setItem(KEY, link.hreflang); } catch { /* the address alone remembers */ }
    });
    if (!link.dataset.offer || link.hreflang !== chosen) continue;
    link.textContent = link.dataset.offer;
    link.dataset.offered = "";
  }
}

// Questions that are ticked for an interview kit are remembered in this browser, from page to page. Without this script
// the form gathers those of one page.
{
  const form = document.getElementById("my-kit");
  const storage = "rolebook.questions";
  const isName = (name) => typeof name === "string" && /^[a-z0-9-]+\.[a-z0-9-]+$/.test(name);
  const read = () => {
    try { return new Set(JSON.parse(localStorage.getItem(storage) ?? "[]").filter(isName)); } catch { return new Set(); }
  };
  const listBoxes = () => document.querySelectorAll("input[name='q'][form='my-kit']");

  const show = () => {
    const names = read();
    for (const box of listBoxes()) box.checked = names.has(box.value);
    const words = names.size === 1 ? form.dataset.one : form.dataset.many.replace("{count}", names.size);
    if (names.size) document.getElementById("my-kit-count").textContent = words;
    form.classList.toggle("is-gathered", names.size > 0);
  };

  const remember = () => {
    const names = read();
    for (const box of listBoxes()) names[box.checked ? "add" : "delete"](box.value);
    try { localStorage.setItem(storage, JSON.stringify([...names].slice(-40))); } catch { /* this page alone knows */ }
    show();
  };

  if (form) {
    // What came ticked, an opened kit, is what this browser remembers from now on.
    if ([...listBoxes()].some((box) => box.checked)) remember();
    show();
    addEventListener("change", ({ target }) => { if (target.matches?.("input[form='my-kit']")) remember(); });
    document.addEventListener("htmx:afterSettle", show);
    form.addEventListener("submit", () => {
      const here = new Set(Array.from(listBoxes(), (box) => box.value));
      for (const name of read()) {
        if (here.has(name)) continue;
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: "q", value: name });
        form.append(field);
      }
    });
  }
}

// On a narrow screen the chapters of a long page, and the families of a long list, start folded under their headings. The
// address and the browser's own search open the one they lead to, and printing opens all. Without this script every
// chapter stands open.
{
  const container = document.querySelector("[data-folds]");
  const folds = [];

  const fold = (chapter) => {
    const heading = chapter.querySelector(":scope > h2");
    if (!heading) return;
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    details.className = "chapter-fold";
    summary.append(heading);
    details.append(summary, ...chapter.childNodes);
    chapter.append(details);
    folds.push(details);
  };

  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target?.querySelector(":scope > .chapter-fold") ?? target?.closest(".chapter-fold");
    if (!details) return;
    details.open = true;
    target.scrollIntoView();
  };

  if (container && matchMedia("(max-width: 40rem)").matches) {
    for (const chapter of container.querySelectorAll(":scope > :is(.chapter:not(:first-child), .family)")) fold(chapter);
    openTarget();
    addEventListener("hashchange", openTarget);
    addEventListener("click", ({ target }) => { if (target.closest?.("a[href^='#']")) setTimeout(openTarget); });
    addEventListener("beforeprint", () => { for (const details of folds) details.open = true; });
  }
}
