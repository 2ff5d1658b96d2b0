// Tells the site that a result of this search was chosen, with the words that were asked for, and nothing else.
document.addEventListener("click", (event) => {
  const list = event.target.closest("a") && event.target.closest("[data-chosen]");
  if (list) navigator.sendBeacon(list.dataset.chosen, new URLSearchParams({ q: list.dataset.asked }));
});
