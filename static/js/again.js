// A preview that the site had no time for is asked for again, when the answer says that there may be some. And an answer
// leaves the page where it is: htmx would scroll to the fragment that a skip link has left in the address.
"use strict";
{
  document.addEventListener("htmx:configRequest", ({ detail }) => { detail.path = detail.path.split("#")[0]; });
  const BUSY = [429, 503];
  document.addEventListener("htmx:responseError", ({ detail: { elt, xhr } }) => {
    const seconds = Number(xhr.getResponseHeader("Retry-After"));
    if (!BUSY.includes(xhr.status) || !seconds || !elt.matches("form")) return;
    setTimeout(() => { if (elt.isConnected) htmx.trigger(elt, "again"); }, seconds * 1000);
  });
}
