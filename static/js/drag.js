// Drags lines and sections of a job description by a handle. Where one is dropped, the form's own button #drop is pressed
// with its new place, so that the server sorts; the arrows beside each do the same without a mouse.
(() => {
  let dragged = null;
  const lines = () => document.getElementById("lines");
  const within = (section) => [...section.querySelectorAll("[data-line]")];
  const sections = () => [...lines().querySelectorAll("[data-section]")];
  const handle = (element) => {
    if (element.querySelector(":scope > .drag-handle, :scope > .section-tools > .drag-handle")) return;
    const grip = document.createElement("span");
    grip.className = "drag-handle";
    grip.textContent = "⠿";
    grip.draggable = true;
    grip.setAttribute("aria-hidden", "true");
    grip.addEventListener("dragstart", (event) => {
      dragged = element;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      event.dataTransfer.setDragImage(element, 0, 0);
    });
    grip.addEventListener("dragend", drop);
    (element.querySelector(":scope > .section-tools") ?? element).append(grip);
  };
  const equip = () => [...lines().querySelectorAll("[data-line], [data-section]")].forEach(handle);
  const drop = () => {
    const element = dragged;
    dragged = null;
    if (element?.dataset.moved === undefined) return;
    delete element.dataset.moved;
    const section = element.closest("[data-section]");
    const place = element.dataset.line ? within(section).indexOf(element) : sections().indexOf(element);
    const button = document.getElementById("drop");
    button.value = `place:${element.dataset.line ?? ""}:${section.dataset.section}:${place}`;
    button.click();
  };
  const over = (event) => {
    const kind = dragged?.dataset.line ? "[data-line]" : "[data-section]";
    const target = dragged && event.target.closest(`#lines ${kind}`);
    if (!target || target === dragged || target.contains(dragged)) return;
    event.preventDefault();
    const { top, height } = target.getBoundingClientRect();
    if (event.clientY < top + height / 2) target.before(dragged);
    else target.after(dragged);
    dragged.dataset.moved = "";
  };
  document.addEventListener("dragover", (event) => { if (dragged) event.preventDefault(); over(event); });
  document.addEventListener("drop", (event) => { if (dragged) event.preventDefault(); });
  document.addEventListener("htmx:afterSettle", equip);
  equip();
})();
