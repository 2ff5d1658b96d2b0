// Loaded before the page paints, so that a remembered theme shows at once. Without it the system's theme holds.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let stored = null;
  try { stored = localStorage.getItem("theme"); } catch { /* storage may be switched off */ }
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme-switch");
    if (!button) return;
    const name = () => button.setAttribute("aria-label", isDark() ? button.dataset.light : button.dataset.dark);
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch { /* the choice holds for this page */ }
      name();
    });
    dark.addEventListener("change", name);
    name();
    button.hidden = false;
  });
})();
