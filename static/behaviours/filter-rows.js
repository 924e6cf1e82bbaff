// Filters and search on the page itself; without it the same links and form ask the server.
import { allRows, isLeft } from "../walk/rows.js";

const FILTERS = {
  all: () => true,
  left: isLeft,
  findings: (row) => ["faulty", "fixed"].includes(row.dataset.state),
  special: (row) => row.hasAttribute("data-special"),
};

// a terminal is looked for with its device, as a label at the wire's end has it
const searched = ({ dataset }, wanted) =>
  wanted.includes(":") ? `${dataset.fromEnd} ${dataset.toEnd}` : dataset.find;

export default function filterRows(bar) {
  let filter = bar.dataset.show || "all";
  const search = bar.querySelector("[name=q]");

  const apply = () => {
    const wanted = search.value.trim().toLowerCase().replace(/^-/, "");
    for (const row of allRows()) {
      row.hidden = !FILTERS[filter](row) || !searched(row, wanted).toLowerCase().includes(wanted);
    }
    for (const section of document.querySelectorAll("[data-section]")) {
      section.hidden = !section.querySelector("[data-wire]:not([hidden])");
    }
    const none = document.querySelector("[data-nothing-found]");
    none.hidden = Boolean(document.querySelector("[data-wire]:not([hidden])"));
    for (const tab of bar.querySelectorAll("[data-filter]")) {
      tab.toggleAttribute("aria-current", tab.dataset.filter === filter);
      if (tab.dataset.filter === filter) tab.setAttribute("aria-current", "true");
    }
  };

  bar.addEventListener("click", (event) => {
    const tab = event.target.closest("[data-filter]");
    if (!tab) return;
    event.preventDefault();
    filter = tab.dataset.filter;
    apply();
  });
  search.addEventListener("input", apply);
  search.form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.querySelector("[data-wire]:not([hidden]) [data-act=ok]")?.focus();
  });
}
