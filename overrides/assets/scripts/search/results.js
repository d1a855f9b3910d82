// Results as elements of a page.
(function (kb) {
  "use strict";
  const MARKS = 8;
  // The bars around a row of a table: those between its cells tell where one ends.
  const ROW = /^\| (?<cells>.*) \|$/u;

  function element(tag, name, ...parts) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...parts);
    return made;
  }

  const worded = (template, value) => template.replace("{}", () => value);

  function button(name, words, work) {
    const made = element("button", name, words);
    made.type = "button";
    made.addEventListener("click", work);
    return made;
  }

  const marked = (parts) => parts.map(({ text, hit }) => (hit ? element("mark", "", text) : text));

  // How a record is cited: its place, its document, whose document it is.
  const cited = ({ cite, title, citation }) => [cite, citation].filter(Boolean).join(", ") || title;

  // A hit as a link that opens at the record, with the words that it is to mark there.
  function item(hit, shown, { root, words: told }) {
    const { record } = hit;
    const own = { compiled: hit.compiled, reading: shown.reading };
    const link = element("a", "md-search-result__link");
    link.href = address(record, own, root);
    const type = kb.typeOf(record);
    const title = element("span", "kb-hit__title", ...marked(kb.excerpt(record.title, record, own, true)));
    if (type !== "text") title.append(" ", element("span", "kb-hit__type", told[`type-${type}`]));
    link.append(title);
    if (record.path.length) link.append(element("span", "kb-hit__path", placeOf(record.path)));
    const words = record.text.replace(ROW, "$<cells>");
    if (words) link.append(element("span", "kb-hit__text", ...marked(kb.excerpt(words, record, own, false))));
    return link;
  }

  // The document and the nearest heading; what lies between is left out.
  function placeOf([document, ...headings]) {
    return [document, headings.length > 1 ? "…" : "", headings.at(-1)].filter(Boolean).join(" › ");
  }

  function address(record, shown, root) {
    const [page, anchor] = record.address.split("#");
    const runs = anchor ? kb.runs(record, shown).slice(0, MARKS) : [];
    const query = runs.length ? `?${new URLSearchParams({ h: runs.join("|") })}` : "";
    // Without a server the address of a folder opens no page.
    const file = location.protocol === "file:" && !/[^/]$/.test(page) ? "index.html" : "";
    return root + page + file + query + (anchor ? `#${anchor}` : "");
  }

  // How many there are, in words: for eyes, and for whoever listens.
  function counted(hits, partial, query, words) {
    if (!hits.length) return worded(words.none, query);
    return worded(partial ? words.closest : hits.length === 1 ? words.one : words.many, hits.length);
  }

  // How the query was understood, and a way to have it taken as it was typed.
  function understood(reading, hits, words, again) {
    const text = kb.understood(reading, hits);
    if (!text) return null;
    const literal = button("kb-search__again", worded(words.literal, reading.typed), again);
    return element("p", "kb-search__meant", worded(words.meant, text), " ", literal);
  }

  Object.assign(kb, { element, button, worded, item, cited, counted, understoodAs: understood });
})((globalThis.kbSearch ??= {}));
