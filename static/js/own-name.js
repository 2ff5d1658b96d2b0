// Remembers in this browser what somebody calls themselves, so that they type it once.
for (const field of document.querySelectorAll("[data-own-name]")) {
  const KEY = "own-name";
  try {
    field.value ||= localStorage.getItem(KEY) ?? "";
    field.form.addEventListener("submit", () => {
      try { localStorage.setItem(KEY, field.value); } catch { /* without storage it is typed each time */ }
    });
  } catch { /* without storage it is typed each time */ }
}
