// A button with data-copy="#element" copies that element as rich text and as plain text, and says so in data-status.
// With data-counted="/counts/copied/…/" it tells the site that something was copied, and nothing else.
// With data-rich and data-plain it copies what those two elements hold instead, once the preview says what the fields
// say (see preview.js); data-stale is said where that can't be had, and nothing is copied. The page's body has the rest.
(() => {
  const blocks = "h1, h2, h3, h4, p, li";
  const plainText = (source) =>
    source.matches(blocks) ? `${source.textContent.replace(/\s+/g, " ").trim()}\n` :
    [...source.querySelectorAll(blocks)]
      .filter((block) => !block.parentElement.closest("li"))
      .map((block) => {
        const text = block.textContent.replace(/\s+/g, " ").trim();
        return block.matches("li") ? `- ${text}` : `\n${text}\n`;
      })
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim() + "\n";
  const select = (source) => {
    const selection = getSelection();
    selection.removeAllRanges();
    const range = document.createRange();
    range.selectNodeContents(source);
    selection.addRange(range);
    return selection;
  };
  const write = async (source, { rich, plain }, fresh) => {
    const readRich = () => (rich ? document.querySelector(rich).innerHTML : source.innerHTML);
    const readPlain = () => (plain ? document.querySelector(plain).textContent : plainText(source));
    // Promises, because the browser allows the clipboard only in answer to the press itself.
    const after = async (readText, type) => { await fresh; return new Blob([readText()], { type }); };
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": after(readRich, "text/html"), "text/plain": after(readPlain, "text/plain") }),
    ]);
  };
  // Browsers keep the clipboard from pages without a secure address; the old command still works there.
  const writeBySelection = (source, { rich }) => {
    const page = document.createElement("div"); // what a template holds can't be selected
    page.className = "visually-hidden";
    if (rich) {
      page.innerHTML = document.querySelector(rich).innerHTML;
      source.after(page);
    }
    const selection = select(rich ? page : source);
    if (!document.execCommand("copy")) return false;
    selection.removeAllRanges();
    page.remove();
    return true;
  };
  const copy = async (button) => {
    const source = document.querySelector(button.dataset.copy);
    const status = document.querySelector(button.dataset.status);
    const fresh = button.dataset.stale ? preview.whenFresh() : Promise.resolve();
    const isFresh = fresh.then(() => true, () => false);
    let message = document.body.dataset.copied;
    try {
      await write(source, button.dataset, fresh);
    } catch {
      if (!(await isFresh)) message = button.dataset.stale;
      else if (!writeBySelection(source, button.dataset)) message = document.body.dataset.selected;
    }
    if (button.dataset.counted && (await isFresh)) navigator.sendBeacon(button.dataset.counted); // a number, nobody's name
    status.textContent = "";
    setTimeout(() => { status.textContent = message; }, 50); // a repeated message is read out again
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
})();
