// The paper: what the server draws of each line goes into its place beside the field that edits the line, and where
// something was typed that is not drawn yet, the field itself is seen. A line that got a second one by Enter becomes two
// once it is left. A mark or a count opens the step that it leads to, and a finding selects its words. Needs preview.js and
// step-panel.js.
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
      if (preview.isFresh()) delete typed.dataset.typed;
      else if (field && field.value !== field.defaultValue) typed.dataset.typed = "";
    }
  };
  form.addEventListener("input", ({ target }) => target.closest(".paper-text")?.setAttribute("data-typed", ""));
  document.addEventListener("htmx:afterSwap", () => {
    if (store.children.length) draw();
    showTyped();
  });
  form.addEventListener("change", ({ target }) => {
    if (target.closest("[data-line]") && target.value.trim().includes("\n")) document.getElementById("split").click();
  });
  // The steps reach from where they are down to the bar, however far the page is scrolled.
  const steps = form.querySelector(".fact-steps");
  const bar = form.querySelector(".editor-bar");
  const fit = () => {
    const top = Math.max(steps.getBoundingClientRect().top, parseFloat(getComputedStyle(steps).insetBlockStart) || 0);
    steps.style.setProperty("--free-height", `${Math.max(bar.getBoundingClientRect().top - top - 8, 240)}px`);
  };
  for (const event of ["scroll", "resize"]) addEventListener(event, fit, { passive: true });
  new ResizeObserver(fit).observe(bar);
  const open = (target) => {
    const isBeside = getComputedStyle(steps).position === "sticky";
    if (!isBeside) coverWithStep(target.closest(".step"), document.activeElement);
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const focused = target.matches("details") ? target.querySelector("summary") : target;
    focused.focus({ preventScroll: true });
    const top = scrollY;
    (target.matches("h2") ? target.parentElement : target).scrollIntoView({ block: "start", behavior: "instant" });
    scrollTo({ top, behavior: "instant" }); // the step alone scrolls
  };
  const selectWords = (field, words) => {
    const start = field.value.indexOf(words);
    field.focus();
    if (start >= 0) field.setSelectionRange(start, start + words.length);
  };
  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const field = target?.closest(".paper-text")?.querySelector("textarea, input");
    if (!field && !target?.closest(".fact-steps")) return;
    event.preventDefault(); // it would scroll the paper away
    if (field) selectWords(field, target.textContent);
    else open(target);
  });
})();
