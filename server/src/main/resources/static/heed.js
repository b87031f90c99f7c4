// Brings GOV.UK components to life: in the whole page once, and after an htmx swap in the new
// fragment only, since a component that is initialised twice throws. A swapped error summary takes
// the focus (its component does that), and what happened is said in the live region.
import { initAll } from "./govuk.js";

initAll();

// A table that fits needs no scrolling, so it is no stop for the Tab key.
const settleTables = () => {
  for (const table of document.querySelectorAll(".heed-table")) {
    table.tabIndex = table.scrollWidth > table.clientWidth ? 0 : -1;
  }
};
settleTables();
window.addEventListener("resize", settleTables);

document.body.addEventListener("htmx:afterSwap", (event) => {
  const fragment = event.detail.elt;
  if (!fragment || fragment.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  initAll({ scope: fragment });
  settleTables();
  const says = fragment.querySelector("[data-heed-says]") ?? fragment;
  const words = says.getAttribute("data-heed-says");
  if (words) {
    document.getElementById("heed-live").textContent = words;
  }
});

document.body.addEventListener("htmx:responseError", () => {
  document.getElementById("heed-live").textContent =
    "That did not work. Nothing was changed. Reload the page and try again.";
});

// Keys for work in a queue: a control names its key in data-heed-key. They are off while someone
// types, and with any modifier, so that they never take a key from the browser or a screen reader.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
    return;
  }
  const at = event.target;
  if (at instanceof HTMLElement && at.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]")) {
    return;
  }
  if (!document.querySelector("[data-heed-keys]")) {
    return;
  }
  const control = document.querySelector(`[data-heed-key="${CSS.escape(event.key)}"]`);
  if (control instanceof HTMLElement) {
    event.preventDefault();
    control.focus();
    control.click();
  }
});

// What is typed into a form within data-heed-draft is kept at that address, a moment after the last
// key and when the page is left, so that a timeout or a closed window loses nothing.
const draftArea = document.querySelector("[data-heed-draft]");
const draftForm = draftArea?.querySelector("form");
if (draftArea instanceof HTMLElement && draftForm instanceof HTMLFormElement) {
  const address = draftArea.dataset.heedDraft;
  let waiting = 0;
  let sent = false;
  const keep = () => {
    clearTimeout(waiting);
    waiting = 0;
    fetch(address, { method: "POST", body: new URLSearchParams(new FormData(draftForm)), keepalive: true });
  };
  draftForm.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 1500);
  });
  draftForm.addEventListener("submit", () => {
    sent = true;
    clearTimeout(waiting);
  });
  window.addEventListener("pagehide", () => {
    if (waiting && !sent) {
      keep();
    }
  });
}

// A network's slider in time: what happened later than the moment chosen is hidden in the drawing
// and the table. Who or what has no line left stays, so that the drawing does not jump.
const until = document.querySelector("[data-heed-moments]");
if (until instanceof HTMLInputElement) {
  const moments = (until.dataset.heedMoments ?? "").split(" ");
  const said = document.getElementById("heed-until-day");
  const words = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" });
  const show = () => {
    const moment = Date.parse(moments[Number(until.value)]);
    said.textContent = words.format(moment);
    for (const part of document.querySelectorAll("[data-heed-at]")) {
      const later = Date.parse(part.getAttribute("data-heed-at")) > moment;
      part.toggleAttribute("data-heed-later", later);
      if (part instanceof HTMLTableRowElement) {
        part.hidden = later;
      }
    }
  };
  until.closest(".heed-network__slider").hidden = false;
  until.addEventListener("input", show);
  show();
}
