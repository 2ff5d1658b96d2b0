// An answer brings new fields. What was typed after its request was sent stays, and so does the focus, where it was on
// the screen; nothing moves from under a pointer that is down; and where an answer says again what the page says, the
// page stays as it is, so that nothing is read out twice.
(() => {
  const form = document.querySelector("form.editor");
  const TYPED = "textarea, select, input:not([type=hidden])";
  const isTicked = (field) => field.matches("[type=checkbox], [type=radio]");
  const isText = (field) => field?.matches?.("textarea, input:not([type=hidden], [type=checkbox], [type=radio])");
  // A line goes by its own id, because its number changes when lines move.
  const keyOf = (field) => {
    const line = field.closest("[data-line]")?.dataset.line;
    const name = line ? `${line} ${field.name.replace(/^.*-/, "")}` : field.name;
    return isTicked(field) ? `${name}=${field.value}` : name;
  };
  const valueOf = (field) => (isTicked(field) ? field.checked : field.value);
  const list = () => [...form.elements].filter((field) => field.name && field.matches(TYPED));
  const read = () => new Map(list().map((field) => [keyOf(field), valueOf(field)]));
  // Whoever is typing stays where they are, even if the answer would put the focus elsewhere, which it does a moment later.
  const stay = () => {
    for (const field of form.querySelectorAll("[autofocus]")) field.removeAttribute("autofocus");
  };
  form.addEventListener("focusin", ({ target }) => { if (isText(target) && !target.autofocus) stay(); });
  let isPointerDown = false; // a focus that scrolls would take away what is being pressed
  form.addEventListener("pointerdown", () => { isPointerDown = true; stay(); });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { isPointerDown = false; });
  const sent = new WeakMap(); // each request's config: what the fields said
  let kept = null;
  form.addEventListener("htmx:configRequest", ({ detail }) => sent.set(detail, read()));
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const before = sent.get(detail.requestConfig);
    if (!before) return;
    const typed = [...read()].filter(([key, value]) => before.has(key) && before.get(key) !== value);
    const focused = isText(document.activeElement) && form.contains(document.activeElement) ? document.activeElement : null;
    const pressed = document.activeElement;
    kept = {
      config: detail.requestConfig,
      anchor: pressed.id && form.contains(pressed) && { id: pressed.id, top: pressed.getBoundingClientRect().top },
      typed: new Map(typed),
      focus: focused && { key: keyOf(focused), value: focused.value, start: focused.selectionStart, end: focused.selectionEnd },
    };
  });
  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (kept?.config !== detail.requestConfig) return;
    const { typed, focus, anchor } = kept;
    kept = null;
    if (focus || isPointerDown) stay();
    for (const field of list()) {
      const key = keyOf(field);
      if (typed.has(key) && valueOf(field) !== typed.get(key)) {
        if (isTicked(field)) field.checked = typed.get(key);
        else field.value = typed.get(key);
      }
      if (focus?.key === key) {
        // The server drops spaces at the ends. Whoever has just typed one is about to type a word.
        if (field.value !== focus.value && field.value.trim() === focus.value.trim()) field.value = focus.value;
        if (document.activeElement !== field) field.focus({ preventScroll: true });
        if (focus.start !== null) field.setSelectionRange(focus.start, focus.end);
      }
    }
    const place = anchor && document.getElementById(anchor.id);
    if (place) scrollBy({ top: place.getBoundingClientRect().top - anchor.top, behavior: "instant" });
  });
  document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    const told = document.createElement("div");
    told.append(detail.fragment.cloneNode(true));
    if (detail.target.getAttribute("role") === "status" && told.textContent.trim() === detail.target.textContent.trim())
      detail.shouldSwap = false;
  });
})();
