// Opens the parts of a role in place: a link of the outline, or a form that is saved, brings the next part into the page
// that is there. Whoever sets up a part listens for desk:shown on the document, and for desk:leaving before it goes.
// Without this script each part is a page by itself, as every other link is.
(() => {
  const FRAME = ["nav[aria-label=Breadcrumbs]", "#main"];
  let running = false;
  const isPart = (page) => Boolean(page.querySelector(".desk-work"));
  const show = (page, address) => {
    document.dispatchEvent(new Event("desk:leaving"));
    for (const name of FRAME) {
      const fresh = page.querySelector(name);
      if (fresh) document.querySelector(name)?.replaceWith(document.adoptNode(fresh));
    }
    if (address !== location.href) history.pushState(null, "", address);
    document.title = page.title;
    const heading = document.querySelector("#content h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
    document.dispatchEvent(new Event("desk:shown"));
  };
  const open = async (address, options, giveUp) => {
    if (running) return;
    running = true;
    const work = document.querySelector(".desk-work");
    const focused = document.activeElement;
    work.inert = true; // what were typed or pressed now would go with the page
    try {
      const answer = await fetch(address, options);
      if (answer.status === 429 || answer.status >= 500) throw new Error("busy"); // its page has no place for what was typed
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      // A page of another kind is opened as a whole; the answer to a form is shown in any case.
      if (isPart(page) || options.method === "POST" && !answer.redirected)
        show(page, answer.url + (address.includes("#") && !answer.url.includes("#") ? address.slice(address.indexOf("#")) : ""));
      else location.assign(answer.url);
    } catch {
      work.inert = false;
      focused?.focus();
      giveUp();
    }
    running = false;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".desk-outline a, .desk-row-tools a");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link.href, {}, () => location.assign(link.href));
  });
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (!form.matches(".desk-work #content-main form") || event.defaultPrevented) return;
    event.preventDefault();
    const body = new FormData(form, submitter);
    open(location.href, { method: "POST", body }, () => {
      const said = document.createElement("p");
      said.className = "errornote";
      said.setAttribute("role", "alert");
      said.textContent = "The desk can’t be reached, so nothing was saved yet. What you typed is kept: try again.";
      form.querySelector(".errornote[role=alert]")?.remove();
      form.prepend(said);
    });
  });
  addEventListener("popstate", () => { if (!location.hash || !document.querySelector(location.hash)) location.reload(); });
})();
