// Tables: named by their heading; one that scrolls is reached by keyboard; the register sorts and filters without a page load.
(function () {
  "use strict";
  const words = document.getElementById("kb-words").dataset;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const KIND = 1;
  const HELD = 5;
  // Rows that narrow windows show as blocks are rows to a screen reader all the same.
  const ROLES = [["table", "table"], ["thead, tbody", "rowgroup"], ["tr", "row"], ["th", "columnheader"], ["td", "cell"]];

  for (const table of document.querySelectorAll(".md-content__inner table")) {
    named(table);
    if (!table.closest(".kb-records, .kb-matrix")) region(table);
  }
  for (const table of document.querySelectorAll(".kb-register table")) {
    sortable(table);
    filterable(table);
  }

  function named(table) {
    table.setAttribute("aria-label", headingOf(table));
    for (const [selector, role] of ROLES) {
      for (const each of [table, ...table.querySelectorAll(selector)]) {
        if (each.matches(selector) && !each.hasAttribute("role")) each.setAttribute("role", role);
      }
    }
  }

  function region(table) {
    const box = document.createElement("div");
    box.className = "kb-scroll";
    table.replaceWith(box);
    box.append(table);
    const attributes = { tabindex: "0", role: "region", "aria-label": headingOf(box) };
    new ResizeObserver(() => {
      const scrolls = box.scrollWidth > box.clientWidth;
      for (const [name, value] of Object.entries(attributes)) {
        if (scrolls) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }).observe(box);
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
      button.title = words.sort.replace("{}", head.textContent);
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
    const form = document.createElement("div");
    form.className = "kb-filter";
    form.setAttribute("role", "group");
    const text = document.createElement("input");
    text.type = "search";
    labelled(form, words.filter, text);
    const facets = [KIND, HELD].map((column) => facet(form, table, column));
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    form.append(status);
    form.setAttribute("aria-label", words.filter);
    table.parentElement.before(form);

    form.addEventListener("input", () => {
      const wanted = fold(text.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows(table)) {
        const content = fold(row.textContent);
        const fits = wanted.every((word) => content.includes(word)) && facets.every((each) => each(row));
        row.hidden = !fits;
        shown += fits;
      }
      const message = shown === 0 ? words.filterNone : shown === 1 ? words.one : words.many;
      status.textContent = message.replace("{}", shown);
    });
  }

  function facet(form, table, column) {
    const select = document.createElement("select");
    const values = [...new Set(rows(table).map((row) => key(row, column)))].sort(collator.compare);
    select.append(new Option(words.all, ""), ...values.map((value) => new Option(value)));
    labelled(form, table.tHead.rows[0].cells[column].textContent, select);
    return (row) => !select.value || key(row, column) === select.value;
  }

  function labelled(form, name, control) {
    const label = document.createElement("label");
    label.append(name, control);
    form.append(label);
  }
})();
