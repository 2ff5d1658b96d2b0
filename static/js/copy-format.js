// A button with data-copy-as copies its format of what the fields say, as rich and as plain text, and is called so; without
// this script, or where a browser keeps the clipboard, it downloads the format. It says in data-status how it went.
(() => {
  const form = document.querySelector("form.editor");
  if (!navigator.clipboard?.write) return;
  const ask = async (format, type) => {
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    body.delete("do");
    body.set("format", format);
    const answer = await fetch(location.pathname, { method: "POST", body });
    if (!answer.ok) throw new Error(answer.status);
    return new Blob([await answer.text()], { type });
  };
  const copy = async ({ value, dataset }) => {
    const status = document.querySelector(dataset.status);
    let message = document.body.dataset.copied;
    try {
      // Promises, because the browser allows the clipboard only in answer to the press itself.
      const kinds = { "text/html": ask(value, "text/html"), "text/plain": ask("text", "text/plain") };
      await navigator.clipboard.write([new ClipboardItem(kinds)]);
    } catch {
      message = dataset.notCopied;
    }
    status.textContent = "";
    setTimeout(() => { status.textContent = message; }, 50); // a repeated message is read out again
  };
  for (const button of form.querySelectorAll("[data-copy-as]")) {
    button.textContent = button.dataset.copyAs;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      copy(button);
    });
  }
})();
