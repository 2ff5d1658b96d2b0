// One press after the other: a button pressed, or a choice made, while an earlier press is being answered waits for that
// answer and is then pressed in the form that came with it, where the same button may be a new one. A preview in flight
// gives way to a press (hx-sync). A press whose button is replaced between pointer down and up counts as well. Whoever
// writes into a text again keeps it, even if it was about to be taken out. presses.areWaiting() says whether any waits.
const presses = (() => {
  const form = document.querySelector("form.editor");
  const waiting = [];
  let running = null; // the config of the request that a press sent
  let held = null; // the button under a pointer that is down
  const findAgain = ({ id, value }) =>
    [...form.querySelectorAll("button[hx-post]")].find((button) => button.value === value) ?? document.getElementById(id);
  const press = ({ control, value }) => {
    const found = control.isConnected ? control : findAgain({ id: control.id, value });
    if (!found) return; // what it would do is done
    if (!found.matches("button")) return htmx.trigger(found, "change");
    found.value = value;
    found.click();
  };
  const goOn = () => {
    const hasWaited = waiting.length > 0;
    running = null;
    while (waiting.length && !running) press(waiting.shift());
    if (hasWaited && !running) htmx.trigger(form, "preview"); // none of them had anything to do any more
  };
  form.addEventListener("htmx:confirm", (event) => {
    const { elt: control } = event.detail;
    if (control === form || !running) return;
    event.preventDefault();
    waiting.push({ control, value: control.value });
  });
  form.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (detail.elt !== form) running = detail.requestConfig;
  });
  form.addEventListener("input", ({ target }) => {
    const removal = waiting.findIndex(({ value }) => value === `clear:${target.name}`);
    if (removal >= 0) waiting.splice(removal, 1);
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.requestConfig === running) setTimeout(goOn, htmx.config.defaultSettleDelay); // once the answer has settled
  });
  form.addEventListener("pointerdown", ({ target }) => {
    const control = target.closest("button[type=submit]"); // a download too
    held = control && { control, value: control.value };
  });
  addEventListener("pointercancel", () => { held = null; });
  addEventListener("pointerup", ({ target }) => {
    const pressed = held;
    held = null;
    if (!pressed || pressed.control.isConnected) return;
    const now = target.closest?.("button[type=submit]");
    if (now?.value === pressed.value) now.click();
  });
  return { areWaiting: () => waiting.length > 0 };
})();
