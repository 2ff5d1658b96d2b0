// Drags elements by a handle. makeDragHandle(element, className, findTarget, drop) gives a handle for the element; where
// the pointer is over what findTarget gives for the element below it, the dragged one moves before or behind that.
// drop is called at the end of a drag that moved something.
const makeDragHandle = (() => {
  let dragged = null;
  document.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    const target = dragged.findTarget(event.target);
    if (!target || target === dragged.element || target.contains(dragged.element)) return;
    const { top, height } = target.getBoundingClientRect();
    if (event.clientY < top + height / 2) target.before(dragged.element);
    else target.after(dragged.element);
    dragged.hasMoved = true;
  });
  document.addEventListener("drop", (event) => { if (dragged) event.preventDefault(); });
  return (element, className, findTarget, drop) => {
    const handle = document.createElement("span");
    handle.className = className;
    handle.textContent = "⠿";
    handle.draggable = true;
    handle.setAttribute("aria-hidden", "true");
    handle.addEventListener("dragstart", (event) => {
      dragged = { element, findTarget, hasMoved: false };
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      event.dataTransfer.setDragImage(element, 0, 0);
    });
    handle.addEventListener("dragend", () => {
      const hasMoved = dragged?.hasMoved;
      dragged = null;
      if (hasMoved) drop();
    });
    return handle;
  };
})();
