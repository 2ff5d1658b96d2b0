// The rows of a list on the desk: added, sorted by dragging a handle or with two buttons, and taken away again. A list
// that is pasted into a row becomes rows; the server splits it. Places are plain number fields, which is what stays
// where no script runs; here they follow the order of the rows. Needs drag.js.
const deskRows = (() => {
  const status = document.createElement("p");
  status.id = status.className = "desk-status";
  status.setAttribute("role", "status");
  document.body.append(status);
  const say = (text) => { status.textContent = text; };
  const rows = (group) => [...group.querySelectorAll(".desk-row")];
  const lineOf = (row) => row.querySelector("textarea.desk-line");
  const nameOf = (row) => lineOf(row)?.value || row.querySelector("summary")?.textContent || `the new ${row.dataset.row}`;
  const total = (group) => group.querySelector("[name$=-TOTAL_FORMS]");
  const number = (group) =>
    rows(group).forEach((row, index, all) => {
      const place = row.querySelector("input.desk-place");
      if (place) place.value = index;
      const [up, down] = row.querySelectorAll(".desk-move");
      if (up) up.disabled = index === 0;
      if (down) down.disabled = index === all.length - 1;
    });
  const changed = (group) => { number(group); group.dispatchEvent(new Event("input", { bubbles: true })); };
  const button = (className, sign, label, press) => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = className;
    element.textContent = sign;
    if (label) element.setAttribute("aria-label", label);
    element.addEventListener("click", () => press(element));
    return element;
  };
  const move = (group, row, step, pressed) => {
    const all = rows(group);
    const target = all[all.indexOf(row) + step];
    if (!target) return;
    if (step < 0) target.before(row);
    else target.after(row);
    changed(group);
    say(`${nameOf(row)} is now number ${rows(group).indexOf(row) + 1} of ${all.length}.`);
    (pressed.disabled ? row.querySelector(".desk-move:not([disabled])") : pressed)?.focus();
  };
  const remove = (group, row) => {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    say(`${nameOf(row)} is gone.`);
    row.remove();
    changed(group);
    (next ? lineOf(next) : group.querySelector(".desk-add-row"))?.focus();
  };
  const equip = (group, row) => {
    const tools = row.querySelector(".desk-row-tools");
    const place = row.querySelector("input.desk-place");
    if (!place || tools.querySelector(".desk-move")) return;
    place.hidden = true;
    const over = (element) => rows(group).find((other) => other.contains(element));
    tools.prepend(
      makeDragHandle(row, "desk-handle", over, () => changed(group)),
      button("desk-move", "↑", "Move up", (pressed) => move(group, row, -1, pressed)),
      button("desk-move", "↓", "Move down", (pressed) => move(group, row, 1, pressed)),
    );
    if (!tools.querySelector(".desk-delete"))
      tools.append(button("desk-remove", "×", "Remove the row", () => remove(group, row)));
  };
  // A new row behind another one, or at the end; what is chosen in that one is chosen in it too.
  const add = (group, after = rows(group).at(-1)) => {
    const index = total(group).value++;
    const holder = document.createElement("div");
    holder.append(group.querySelector(":scope > template").content.cloneNode(true));
    for (const element of holder.querySelectorAll("*"))
      for (const name of ["id", "name", "for", "list"])
        if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).replace("__prefix__", index));
    const row = holder.querySelector(".desk-row");
    if (after) {
      after.after(row);
      for (const select of row.querySelectorAll("select")) {
        const above = after.querySelector(`select[name$="${select.name.replace(/^.*-/, "-")}"]`);
        if (above?.value) select.value = above.value;
      }
    } else group.querySelector(".desk-row-list").append(row);
    equip(group, row);
    number(group);
    return row;
  };
  const fill = (row, cells) => {
    const fields = [...row.querySelectorAll(".desk-cells :is(textarea, input:not([type=hidden], [type=checkbox]))")];
    cells.forEach((cell, index) => { if (fields[index]) fields[index].value = cell; });
  };
  const paste = async (group, row, text) => {
    const body = new URLSearchParams({ text, csrfmiddlewaretoken: group.closest("form").elements.csrfmiddlewaretoken.value });
    const answer = await fetch(group.dataset.split, { method: "POST", body });
    if (!answer.ok) throw new Error(answer.status);
    let last = row;
    const { rows: found } = await answer.json();
    found.forEach((cells, index) => {
      if (index) last = add(group, last);
      fill(last, cells);
    });
    changed(group);
    say(`${found.length} rows were pasted.`);
    lineOf(last).focus();
  };
  document.addEventListener("paste", (event) => {
    const row = event.target.closest?.(".desk-row");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!row) event.target.form.requestSubmit(event.target.form.querySelector("[type=submit]")); // as in any one-line field
    if (!row || event.target !== lineOf(row) || !/\S[^\S\n]*\n\s*\S|\S\t/.test(text)) return;
    event.preventDefault();
    const { target } = event;
    paste(row.closest(".desk-rows"), row, text).catch(() => { target.setRangeText(text); }); // the save splits it too
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches?.("textarea.desk-line")) return;
    event.preventDefault(); // it takes one line: the next one is another row's
    const row = event.target.closest(".desk-row"), group = row?.closest(".desk-rows");
    if (!row) event.target.form.requestSubmit(event.target.form.querySelector("[type=submit]")); // as in any one-line field
    if (!row || event.target !== lineOf(row) || !group.querySelector(":scope > template")) return;
    const next = row.nextElementSibling;
    lineOf(next && !lineOf(next).value ? next : add(group, row)).focus();
  });
  // What is picked in a folded list of boxes is said by its summary.
  document.addEventListener("change", ({ target }) => {
    const pick = target.closest?.(".desk-pick");
    if (!pick) return;
    const names = [...pick.querySelectorAll("input:checked")].map((box) => box.closest("label").textContent.trim());
    pick.querySelector(".desk-picked").textContent = names.join(", ") || "None";
  });
  // Fields grow with their text; browsers that don't know how are helped.
  const grows = CSS.supports("field-sizing", "content");
  const grow = (area) => {
    if (grows) return;
    area.rows = 1;
    while (area.scrollHeight > area.clientHeight + 2 && area.rows < 40) area.rows += 1;
  };
  const countWords = (area) => {
    if (!area.matches(".vLargeTextField")) return;
    if (!area.nextElementSibling?.matches(".desk-count")) {
      const count = document.createElement("span");
      count.className = "desk-count";
      area.after(count);
    }
    const words = area.value.match(/\S+/g)?.length ?? 0;
    area.nextElementSibling.textContent = words === 1 ? "1 word" : `${words} words`;
  };
  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.("textarea")) return;
    grow(target);
    countWords(target);
  });
  // A link to a field of a folded row opens the row.
  const reveal = () => {
    const field = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!field) return;
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    field.scrollIntoView({ block: "center" });
    field.focus();
  };
  const start = () => {
    for (const group of document.querySelectorAll(".desk-rows")) {
      rows(group).forEach((row) => equip(group, row));
      if (group.querySelector(":scope > template"))
        group.append(button("button desk-add-row", "Add a row", "", () => {
          const row = add(group);
          say(`Row ${rows(group).length} was added.`);
          lineOf(row)?.focus();
        }));
      number(group);
    }
    for (const area of document.querySelectorAll("#content textarea")) { grow(area); countWords(area); }
    reveal();
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("desk:shown", start);
  start();
  return { add, total, say };
})();
