// The box of places completes what is typed, and the browser, never a cookie, remembers the place that was seen last.
"use strict";
{
  const KEY = "rolebook.place";
  const boxes = Array.from(document.querySelectorAll("[data-places]"));
  const [box] = boxes;
  const seen = document.querySelector("[data-place]");
  const remember = (place) => { try { localStorage.setItem(KEY, JSON.stringify(place)); } catch { /* storage is off */ } };
  const remembered = () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } };

  if (seen) remember({ slug: seen.dataset.place, name: seen.dataset.placeName });

  if (box) {
    const place = remembered();
    if (!box.value && !seen && place?.name) box.value = place.name;
    let asked = false;
    const complete = async () => {
      if (asked) return;
      asked = true;
      const answer = await fetch(box.dataset.places);
      if (!answer.ok) return;
      const names = Object.keys(await answer.json());
      box.list.replaceChildren(...names.map((name) => new Option(name, name)));
    };
    for (const each of boxes) each.addEventListener("focus", complete);
  }
}
