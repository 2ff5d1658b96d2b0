// Suggests names as someone types, in the browser's own list. Without it the search form works as it is.
(() => {
  const list = document.getElementById("search-suggestions");
  let wait;
  addEventListener("input", ({ target }) => {
    if (target.getAttribute?.("list") !== list.id) return;
    clearTimeout(wait);
    wait = setTimeout(async () => {
      if (target.value.trim().length < 2) return list.replaceChildren();
      const answer = await fetch(`${list.dataset.from}?q=${encodeURIComponent(target.value)}`).catch(() => null);
      if (answer?.ok) list.replaceChildren(...(await answer.json()).map((name) => new Option("", name)));
    }, 150);
  });
})();
