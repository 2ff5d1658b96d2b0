// Chooses the browser's time zone on the desk while nobody has chosen another, and says each picked time in UTC beside it.
(() => {
  const zone = document.querySelector("select[name=zone]");
  if (!zone) return;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone.value === "UTC" && [...zone.options].some((option) => option.value === own)) zone.value = own;
  const offsetAt = (moment) => {
    const parts = new Intl.DateTimeFormat("en-US", {
      timeZone: zone.value, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
    }).formatToParts(moment);
    const { year, month, day, hour, minute } = Object.fromEntries(parts.map((part) => [part.type, Number(part.value)]));
    return Date.UTC(year, month - 1, day, hour, minute) - moment;
  };
  const inUtc = (typed) => {
    const clock = Date.parse(`${typed}Z`);
    const guess = clock - offsetAt(clock);
    return new Date(clock - offsetAt(guess));
  };
  for (const input of document.querySelectorAll("input.desk-moment")) {
    const says = document.createElement("output");
    says.className = "desk-moment-utc";
    says.htmlFor = input.id;
    input.after(says);
    const say = () => {
      says.value = input.value ? `${inUtc(input.value).toISOString().slice(0, 16).replace("T", " ")} UTC` : "";
    };
    input.addEventListener("input", say);
    zone.addEventListener("change", say);
    say();
  }
})();
