// Times in the reader's own zone and the page's language: in every time element with data-local, and by inWords, for the
// scripts that come after this one.
const inWords = (iso, options = { dateStyle: "medium", timeStyle: "short" }) =>
  new Date(iso).toLocaleString(document.documentElement.lang, options);
for (const time of document.querySelectorAll("time[data-local]")) time.textContent = inWords(time.dateTime);
