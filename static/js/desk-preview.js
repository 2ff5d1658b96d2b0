// Shows the role's page with what is typed beside the form, at most LONGEST behind. The frame's document is filled from
// here, so that no page of the site has to allow being framed.
(() => {
  const start = () => {
    const PAUSE = 250, LONGEST = 700, RETRY = 5000; // milliseconds
    const aside = document.querySelector(".desk-preview");
    if (!aside) return;
    const form = document.querySelector("#content-main form");
    const frame = aside.querySelector("iframe");
    const status = aside.querySelector("[role=status]");
    let timer = null, due = 0, edits = 0, asked = 0, running = false;
    const isWide = () => getComputedStyle(aside).display !== "none";
    const openLinks = (page) =>
      page.addEventListener("click", (event) => {
        const link = event.target.closest("a[href]");
        if (!link) return;
        event.preventDefault();
        if (!link.getAttribute("href").startsWith("#")) open(link.href, "_blank", "noopener");
      });
    const show = (text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      for (const script of page.querySelectorAll("script")) script.remove();
      const main = page.querySelector("main"), old = frame.contentDocument?.querySelector("main");
      if (old && main) return old.replaceWith(frame.contentDocument.adoptNode(main));
      frame.addEventListener("load", () => {
        openLinks(frame.contentDocument);
        const find = () => {
          const { contentDocument: inside, contentWindow: view } = frame;
          const chapter = inside?.getElementById(aside.dataset.chapter);
          if (chapter) view.scrollBy(0, chapter.getBoundingClientRect().top); // and not the desk's own page
        };
        find();
        setTimeout(find, 200); // what comes before it has its height once it was laid out
      }, { once: true });
      frame.srcdoc = `<!DOCTYPE html>${page.documentElement.outerHTML}`;
    };
    const ask = async () => {
      clearTimeout(timer);
      timer = null;
      if (running) return;
      if (!aside.isConnected || !isWide()) return aside.setAttribute("aria-busy", "false");
      running = true;
      aside.setAttribute("aria-busy", "true");
      asked = edits;
      try {
        const answer = await fetch(aside.dataset.preview, { method: "POST", body: new FormData(form) });
        if (!answer.ok || answer.redirected) throw new Error(answer.status);
        show(await answer.text());
        status.textContent = edits ? status.dataset.fresh : "";
      } catch {
        status.textContent = status.dataset.late;
        timer = setTimeout(ask, RETRY);
      }
      running = false;
      if (asked < edits && timer === null) plan(0);
      else aside.setAttribute("aria-busy", "false");
    };
    const plan = (wait) => {
      const now = performance.now();
      if (timer === null) due = now + LONGEST;
      clearTimeout(timer);
      timer = setTimeout(ask, Math.max(0, Math.min(wait, due - now)));
    };
    const edit = () => { edits += 1; aside.setAttribute("aria-busy", "true"); plan(PAUSE); };
    aside.hidden = false;
    form.addEventListener("input", edit);
    form.addEventListener("change", edit);
    addEventListener("resize", () => { if (aside.isConnected && !frame.srcdoc) plan(PAUSE); });
    ask();
  };
  document.addEventListener("desk:shown", start);
  start();
})();
