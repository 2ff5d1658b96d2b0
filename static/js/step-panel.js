// Where there is no room for the steps beside the paper, one that a mark or a count opens covers it, as high as the
// screen. It goes when it is closed, with Escape, or once the focus is elsewhere; then the text stands where it stood.
const coverWithStep = (step, opener) => {
  const place = () => document.getElementById("paper").getBoundingClientRect().top;
  const top = place();
  const uncover = () => {
    delete step.dataset.panel;
    step.removeEventListener("toggle", close);
    removeEventListener("keydown", escape);
    removeEventListener("focusin", leave);
  };
  const giveBack = () => {
    uncover();
    scrollBy({ top: place() - top, behavior: "instant" }); // another step was open when this one came
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  };
  const close = () => { if (!step.open) giveBack(); };
  const escape = ({ key }) => { if (key === "Escape") giveBack(); };
  const leave = ({ target }) => { if (!step.contains(target) && !target.closest(".editor-bar")) uncover(); };
  if ("panel" in step.dataset) return;
  for (const other of document.querySelectorAll(".step[data-panel]")) delete other.dataset.panel;
  step.dataset.panel = "";
  step.addEventListener("toggle", close);
  addEventListener("keydown", escape);
  addEventListener("focusin", leave);
};
