// Drags lines and sections of a job description. Where one is dropped, the form's own button #drop is pressed with its
// new place, so that the server sorts; the arrows beside each do the same without a mouse. A list that is pasted into one
// line becomes lines as the button #split is pressed, which the server does with every form. Needs drag.js.
(() => {
  const paper = () => document.getElementById("paper");
  const within = (section) => [...section.querySelectorAll("[data-line]")];
  const sections = () => [...paper().querySelectorAll("[data-section]")];
  const press = (element) => {
    const section = element.closest("[data-section]");
    if (!section) return; // the form has come anew meanwhile
    const place = element.dataset.line ? within(section).indexOf(element) : sections().indexOf(element);
    const button = document.getElementById("drop");
    button.value = `place:${element.dataset.line ?? ""}:${section.dataset.section}:${place}`;
    button.click();
  };
  const equip = (element) => {
    if (element.querySelector(":scope > .drag-handle, :scope > .paper-heading > .drag-handle")) return;
    const kind = element.dataset.line ? "[data-line]" : "[data-section]";
    const findTarget = (over) => over.closest(`#paper ${kind}`);
    const handle = makeDragHandle(element, "drag-handle", findTarget, () => press(element));
    (element.querySelector(":scope > .paper-heading") ?? element).append(handle);
  };
  const equipAll = () => paper().querySelectorAll("[data-line], [data-section]").forEach(equip);
  document.addEventListener("paste", ({ target, clipboardData }) => {
    const isList = /\S\s*\n\s*\S/.test(clipboardData?.getData("text/plain") ?? "");
    if (isList && target.closest("[data-line]")) setTimeout(() => document.getElementById("split").click());
  });
  document.addEventListener("htmx:afterSettle", equipAll);
  equipAll();
})();
