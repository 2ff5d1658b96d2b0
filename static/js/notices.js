// What a press did is said in #copy-status, and goes away by itself.
(() => {
  const LASTS = 12000; // milliseconds
  const status = document.getElementById("copy-status");
  let timer;
  const schedule = () => {
    clearTimeout(timer);
    if (status.textContent) timer = setTimeout(() => { status.textContent = ""; }, LASTS);
  };
  new MutationObserver(schedule).observe(status, { childList: true, characterData: true, subtree: true });
  schedule();
})();
