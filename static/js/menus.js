// A menu that is open closes with Escape, which gives the focus back to its button, and when one presses outside of it.
(() => {
  const listOpen = () => document.querySelectorAll("details:is(.more-formats, .line-menu)[open]");
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const menu of listOpen()) {
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    }
  });
  document.addEventListener("click", ({ target }) => {
    for (const menu of listOpen()) if (!menu.contains(target)) menu.open = false;
  });
})();
