// What the review would write instead of a line's words can be chosen in the line's own menu too, as on its card.
document.addEventListener("toggle", ({ target: menu }) => {
  if (!menu.matches(".line-menu") || !menu.open) return;
  const tools = menu.querySelector(".line-tools");
  for (const old of tools.querySelectorAll("[data-rewrite]")) old.remove();
  const marks = menu.parentElement.querySelectorAll(".drawn a[href^='#']");
  for (const card of new Set([...marks].map((mark) => document.getElementById(mark.hash.slice(1))))) {
    const button = card?.querySelector("button[value^='fix:']");
    if (!button) continue;
    const copy = button.cloneNode(true);
    copy.removeAttribute("id");
    copy.dataset.rewrite = "";
    tools.append(copy);
    htmx.process(copy);
  }
}, true);
