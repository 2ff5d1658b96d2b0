// Takes back what a button, a choice or typing did to a workbench's form, and does it again: with two buttons, and with
// Ctrl+Z (⌘Z) outside text fields, which keep the browser's own. The form says everything, so each step is the form as it
// was before; the script posts it once more, and the server answers as to any other press. A button with a formState (a
// draft, see draft.js) brings that state in the same way, as a step that can be undone; form:restored says which one has.
(() => {
  const MOST = 100; // steps
  const ASIDE = ["version", "aside", "document"]; // where a save stands and what is looked at: nothing that one makes
  const form = document.querySelector("form.editor");
  const undo = form.querySelector("[data-undo]");
  const redo = form.querySelector("[data-redo]");
  const status = document.querySelector(undo.dataset.status);
  const read = () => [...new FormData(form)].filter(([name]) => !ASIDE.includes(name));
  const isText = (element) => element.matches("textarea, input:not([type=checkbox], [type=radio])");
  const nameOf = (control) =>
    (control.ariaLabel ?? (control.labels?.[0] ?? control).textContent).replace(/\s+/g, " ").trim();
  const past = [], future = [];
  let kept = read(), running = null, message = "";
  const show = () => { undo.hidden = !past.length; redo.hidden = !future.length; };
  const record = (control, field = null) => {
    past.push({ state: kept, name: nameOf(control), field });
    past.splice(0, past.length - MOST);
    future.length = 0;
    show();
  };
  const fill = (fields, state) => {
    for (const field of fields) {
      const values = state.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.matches("[type=checkbox], [type=radio]")) field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
  };
  form.addEventListener("input", ({ target }) => {
    if (ASIDE.includes(target.name)) return;
    const field = isText(target) ? target : null;
    if (!field || past.at(-1)?.field !== field || future.length) record(target, field); // words in a field are one step
    kept = read();
  });
  form.addEventListener("htmx:configRequest", (event) => {
    const { elt, formData } = event.detail;
    if (elt === undo || elt === redo) {
      const [from, to] = elt === undo ? [past, future] : [future, past];
      const step = from.at(-1);
      if (!step) return event.preventDefault();
      running = { config: event.detail, from, to, step, says: elt.dataset.says, fields: [...form.elements] };
      for (const name of new Set(formData.keys())) if (![...ASIDE, "do"].includes(name)) formData.delete(name);
      for (const [name, value] of step.state) formData.append(name, value);
    } else if (elt.formState) {
      record(elt);
      running = { config: event.detail, button: elt, step: { state: elt.formState }, fields: [...form.elements] };
      for (const name of new Set(formData.keys())) if (![...ASIDE, "do"].includes(name)) formData.delete(name);
      for (const [name, value] of elt.formState) formData.append(name, value);
    } else if (elt === form) { // a preview: htmx adds the button pressed last, which sent its own request
      for (const name of ["do", "format", "pack"]) formData.delete(name);
    } else if (elt.matches("button") && formData.has("do")) record(elt);
  });
  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (!running || detail.requestConfig !== running.config) return;
    const { from, to, step, says, fields, button } = running;
    running = null;
    if (from) {
      from.pop();
      to.push({ ...step, state: kept, field: null });
      message = says.replace("{step}", () => step.name);
    }
    fill(fields.filter((field) => field.isConnected), kept = step.state); // the rest is new and right
    if (button) document.dispatchEvent(new CustomEvent("form:restored", { detail: button }));
  });
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    kept = read();
    const isPress = detail.requestConfig?.parameters?.do;
    if (isPress && JSON.stringify(past.at(-1)?.state) === JSON.stringify(kept)) past.pop(); // it changed nothing
    show();
    if (!message) return;
    status.textContent = message;
    message = "";
    const focused = document.activeElement;
    if (focused === document.body || focused.hidden) (undo.hidden ? redo : undo).focus();
  });
  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !["z", "y"].includes(key) || isText(event.target)) return;
    const button = key === "y" || event.shiftKey ? redo : undo;
    if (button.hidden) return;
    event.preventDefault();
    button.click();
  });
  addEventListener("pageshow", () => { if (!past.length) kept = read(); }); // a browser may fill forms in again
})();
