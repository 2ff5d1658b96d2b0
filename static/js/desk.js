// Sorts the lists of the desk: by dragging a row's handle, or with its two buttons. Places are plain number fields,
// which is what stays where no script runs; here they follow the order of the rows. Needs drag.js.
(() => {
  const ROW = "tr.form-row, .inline-related";
  const rowOf = (place) => place.closest(ROW);
  const places = (group) =>
    [...group.querySelectorAll("input.desk-place")].filter((place) => !rowOf(place).classList.contains("empty-form"));
  const rows = (group) => places(group).map(rowOf);
  const nameOf = (row) => row.querySelector("input.vTextField, textarea, select")?.value || "the new row";
  const say = (text) => {
    const status = document.getElementById("desk-status");
    if (status) status.textContent = text;
  };
  const number = (group) => {
    places(group).forEach((place, index, all) => {
      place.value = index;
      const [up, down] = rowOf(place).querySelectorAll(".desk-move");
      if (up) up.disabled = index === 0;
      if (down) down.disabled = index === all.length - 1;
    });
  };
  const move = (group, row, step) => {
    const all = rows(group);
    const target = all[all.indexOf(row) + step];
    if (!target) return;
    if (step < 0) target.before(row);
    else target.after(row);
    number(group);
    say(`${nameOf(row)} is now number ${rows(group).indexOf(row) + 1} of ${all.length}.`);
  };
  const button = (group, row, step, sign, label) => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "desk-move";
    element.textContent = sign;
    element.setAttribute("aria-label", label);
    element.addEventListener("click", () => {
      move(group, row, step);
      const other = row.querySelector(`.desk-move:not([disabled])`);
      (element.disabled ? other : element)?.focus();
    });
    return element;
  };
  const handle = (group, row) =>
    makeDragHandle(
      row,
      "desk-handle",
      (over) => rows(group).find((other) => other.contains(over)),
      () => number(group),
    );
  const equip = (group, row) => {
    const place = row.querySelector("input.desk-place");
    if (!place || row.classList.contains("empty-form") || row.querySelector(".desk-move")) return;
    const tools = document.createElement("span");
    tools.className = "desk-tools";
    tools.append(
      handle(group, row),
      button(group, row, -1, "↑", "Move up"),
      button(group, row, 1, "↓", "Move down"),
    );
    place.after(tools);
    place.hidden = true;
  };
  const start = (group) => {
    rows(group).forEach((row) => equip(group, row));
    number(group);
  };
  document.addEventListener("DOMContentLoaded", () => {
    const groups = [...document.querySelectorAll(".js-inline-admin-formset")].filter((group) =>
      group.querySelector("input.desk-place"),
    );
    groups.forEach(start);
    document.addEventListener("formset:added", (event) => {
      const group = event.target.closest(".js-inline-admin-formset");
      if (!groups.includes(group)) return;
      equip(group, event.target);
      number(group);
    });
    // Django numbers the fields of the rows anew, in the order of the page, right after this event: rows that are
    // already stored must come first then.
    document.addEventListener("formset:removed", (event) => {
      const group = document.getElementById(`${event.detail.formsetName}-group`);
      if (!groups.includes(group)) return;
      const shown = rows(group);
      const end = document.createElement("template");
      shown.at(-1)?.after(end);
      const index = (row) => Number(row.id.slice(row.id.lastIndexOf("-") + 1));
      [...shown].sort((one, other) => index(one) - index(other)).forEach((row) => end.before(row));
      queueMicrotask(() => {
        shown.forEach((row) => end.before(row));
        end.remove();
        number(group);
      });
    });
  });
})();
