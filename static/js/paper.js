// The paper: what the server draws of each line goes into its place beside the field that edits the line, and where
// something was typed that is not drawn yet, the field itself is seen. A line that got a second one by Enter becomes two
// once it is left. A mark or a count opens the step that it leads to. Needs preview.js.
(() => {
  const form = document.querySelector("form.editor");
  const store = document.getElementById("drawn");
  const list = (selector) => [...document.querySelectorAll(`#paper ${selector}`)];
  const draw = () => {
    const pieces = new Map([...store.children].map((piece) => [piece.dataset.for, piece]));
    for (const place of list("[data-drawn]")) {
      const piece = pieces.get(place.dataset.drawn);
      if ((piece?.innerHTML ?? "") !== place.innerHTML) place.replaceChildren(...(piece?.childNodes ?? []));
    }
    store.replaceChildren();
  };
  const showTyped = () => {
    for (const typed of list(".paper-text")) {
      const field = typed.querySelector("textarea, input:not([type=hidden])");
      if (preview.isFresh()) typed.classList.remove("paper-typed");
      else if (field && field.value !== field.defaultValue) typed.classList.add("paper-typed");
    }
  };
  form.addEventListener("input", ({ target }) => target.closest(".paper-text")?.classList.add("paper-typed"));
  document.addEventListener("htmx:afterSwap", () => {
    if (store.children.length) draw();
    showTyped();
  });
  form.addEventListener("change", ({ target }) => {
    if (target.closest("[data-line]") && target.value.trim().includes("\n")) document.getElementById("split").click();
  });
  const open = (target) => {
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const focused = target.matches("details") ? target.querySelector("summary") : target;
    focused.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  };
  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target?.closest(".fact-steps")) return;
    event.preventDefault(); // it would scroll the paper away
    open(target);
  });
})();
