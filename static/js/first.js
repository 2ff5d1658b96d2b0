// A remembered theme shows at once: this stands within the page. Without it the system's theme holds.
{
  let stored = null;
  try { stored = localStorage.getItem("theme"); } catch {}
  if (stored === "light" || stored === "dark") document.documentElement.dataset.theme = stored;
}
