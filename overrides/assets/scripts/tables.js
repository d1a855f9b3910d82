// Tables: named by their heading; one that scrolls is reached by keyboard; the register sorts and filters without a page load.
(function () {
  "use strict";
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  // Rows that narrow windows show as blocks are rows to a screen reader all the same.
  const ROLES = [["table", "table"], ["thead, tbody", "rowgroup"], ["tr", "row"], ["th", "columnheader"], ["td", "cell"]];

  for (const table of document.querySelectorAll(".md-content__inner table")) {
    named(table);
    if (!table.closest(".kb-records, .kb-matrix")) region(table);
  }
  const form = document.querySelector(".kb-filter");
  for (const table of document.querySelectorAll(".kb-register table")) {
    sortable(table);
    filterable(table);
  }

  function named(table) {
    table.setAttribute("aria-label", headingOf(table));
    // What belongs to a row of a document stands under no name of a column.
    for (const cell of table.querySelectorAll(".kb-row-tools")) {
      cell.setAttribute("aria-label", cell.querySelector(".kb-anchor, .kb-source").textContent);
    }
    for (const [selector, role] of ROLES) {
      for (const each of [table, ...table.querySelectorAll(selector)]) {
        if (each.matches(selector) && !each.hasAttribute("role")) each.setAttribute("role", role);
      }
    }
  }

  function region(table) {
    // A table of a document scrolls without this script, too.
    const box = table.closest(".kb-scroll") ?? boxed(table);
    const attributes = { tabindex: "0", role: "region", "aria-label": headingOf(box) };
    new ResizeObserver(() => {
      const scrolls = box.scrollWidth > box.clientWidth;
      for (const [name, value] of Object.entries(attributes)) {
        if (scrolls) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }).observe(box);
  }

  function boxed(table) {
    const box = document.createElement("div");
    box.className = "kb-scroll";
    table.replaceWith(box);
    box.append(table);
    return box;
  }

  function headingOf(element) {
    const headings = [...document.querySelectorAll("article :is(h1, h2, h3)")];
    const last = headings.findLast((each) => each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    return last?.textContent ?? document.title;
  }

  function rows(table) {
    return [...table.tBodies[0].rows];
  }

  // What a cell sorts by: a date as written in its element, else its text; what is not known comes last.
  function key(row, column) {
    const cell = row.cells[column];
    return cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
  }

  function sortable(table) {
    const dated = (column) => rows(table).some((row) => row.cells[column].querySelector("time"));
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "kb-sort";
      button.title = form.dataset.sort.replace("{}", head.textContent);
      button.append(...head.childNodes);
      head.append(button);
      const last = dated(column) ? (row) => !row.cells[column].querySelector("time") : () => false;
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const each of head.parentElement.cells) each.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const sorted = rows(table).sort((a, b) => {
          const known = last(a) - last(b);
          return known || collator.compare(key(a, column), key(b, column)) * (down ? -1 : 1);
        });
        table.tBodies[0].append(...sorted);
      });
    });
  }

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  }

  function filterable(table) {
    const [text, status] = ["input", "[role=status]"].map((one) => form.querySelector(one));
    const facets = [...form.querySelectorAll("select")].map((select) => facet(select, table));

    form.addEventListener("input", () => {
      const wanted = fold(text.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows(table)) {
        const content = fold(row.textContent);
        const fits = wanted.every((word) => content.includes(word)) && facets.every((each) => each(row));
        row.hidden = !fits;
        shown += fits;
      }
      const { none, one, many } = form.dataset;
      status.textContent = (shown === 0 ? none : shown === 1 ? one : many).replace("{}", shown);
    });
  }

  function facet(select, table) {
    const column = Number(select.dataset.column);
    const values = [...new Set(rows(table).map((row) => key(row, column)))].sort(collator.compare);
    select.append(...values.map((value) => new Option(value)));
    return (row) => !select.value || key(row, column) === select.value;
  }
})();
