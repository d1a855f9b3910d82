// The search box in the header: results while typing, from the keyboard throughout.
(function (kb) {
  "use strict";
  const form = document.querySelector(".kb-search");
  const [input, status, panel] = ["input", "[role=status]", ".kb-results"].map((one) => form.querySelector(one));
  const [note, list, foot] = [".kb-results__note", ".kb-results__list", ".kb-results__foot"].map((one) => panel.querySelector(one));
  const { root, failed } = form.dataset;
  const page = kb.addressOf(form.dataset.page);
  const base = root.replace(/\/?$/, "/");
  const SHOWN = 10;
  // Half of what the page of results reads: each key is answered anew.
  const BLOCKS = 12;
  let latest = 0;
  let words = null;
  let literal = false;
  let typing = false;

  async function open() {
    const store = await kb.load(form.dataset);
    words = store.index.strings;
    return store;
  }

  async function update() {
    const query = input.value.trim();
    const mine = ++latest;
    // Before there is anything new: afterwards it would have all of it laid out at once.
    panel.scrollTop = 0;
    try {
      const store = await open();
      if (!query) return mine === latest && (document.activeElement === input ? showRecent() : close());
      const search = typing ? kb.searchTyped : kb.search;
      const found = await search(query, store, { literal, most: BLOCKS });
      const others = found.hits.length ? [] : await kb.alternatives(found.reading, store);
      if (mine !== latest) return;
      show(query, found, others);
      // Where that index cannot be read either, nothing was found all the same.
      if (!found.hits.length) across(query, mine).catch(() => {});
    } catch (reason) {
      if (mine !== latest) return;
      status.textContent = failed;
      fill([failed], [], []);
      throw reason;
    }
  }

  function show(query, found, others) {
    const { reading, hits, partial } = found;
    const count = kb.counted(hits, partial, query, words);
    status.textContent = count;
    const all = kb.element("a", "kb-results__all", words.all);
    all.href = page + kb.toAddress({ q: query, literal });
    const meant = kb.understoodAs(reading, hits, words, () => ((literal = true), (typing = false), update(), input.focus()));
    const notes = [kb.element("p", "kb-results__count", count), meant, chips(words.suggestions, kb.suggestions(reading, hits))];
    const items = hits.slice(0, SHOWN).map((hit) => kb.element("li", "", kb.item(hit, found, { root: base, words })));
    fill(notes, items, hits.length ? [all] : [advice(others)]);
  }

  // What to try where nothing was found.
  function advice(others) {
    const list = kb.element("ul", "", ...words.tries.split("|").map((each) => kb.element("li", "", each)));
    return kb.element("div", "kb-results__none", chips(words.alternatives, others) ?? "", list);
  }

  // What is not here may be there in the other language.
  async function across(query, mine) {
    const { otherIndex, otherLanguage, otherPage } = form.dataset;
    const { hits } = await kb.search(query, kb.store(otherIndex, otherLanguage), { literal });
    if (mine !== latest || !hits.length) return;
    const link = kb.element("a", "kb-results__all", kb.worded(words.other, hits.length));
    link.href = kb.addressOf(otherPage) + kb.toAddress({ q: query });
    foot.append(link);
  }

  function showRecent() {
    const queries = kb.recent();
    status.textContent = "";
    if (!queries.length) return close();
    const forget = kb.button("kb-search__again", words.forget, () => (kb.forget(), close(), input.focus()));
    fill([chips(words.recent, queries), forget], [], []);
  }

  // Queries to go on with, each a button.
  function chips(label, queries) {
    if (!queries.length) return null;
    const choose = (query) => () => ((input.value = query), (literal = typing = false), update(), input.focus());
    return kb.element("p", "kb-chips", label, " ", ...queries.map((query) => kb.button("kb-chip", query, choose(query))));
  }

  // Where Enter leads: to all results; from an address or the number of one document straight there.
  async function target(query) {
    const store = await open();
    const found = await kb.search(query, store, { literal });
    kb.remember(query);
    const { places, sign, readings } = found.reading;
    const straight = (places.length || (sign && !readings.flat().length)) && found.hits[0];
    return straight ? kb.item(straight, found, { root: base, words }).href : page + kb.toAddress({ q: query, literal });
  }

  function fill(notes, items, rest) {
    note.replaceChildren(...notes.filter(Boolean));
    list.replaceChildren(...items);
    foot.replaceChildren(...rest);
    panel.hidden = false;
  }

  function close() {
    latest++;
    panel.hidden = true;
    status.textContent = "";
  }

  // Down from the box lies the first result; the suggestions above it are up from there, or a Tab away.
  function move(step) {
    const stops = [input, ...panel.querySelectorAll(".kb-results__note button, .kb-results__list a, .kb-results__foot :is(a, button)")];
    const first = list.querySelector("a");
    if (step > 0 && first && document.activeElement === input) return first.focus();
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
  }

  input.addEventListener("focus", () => (open().catch(() => {}), input.value || update()));
  input.addEventListener("input", () => ((literal = false), (typing = true), update()));
  input.addEventListener("click", () => panel.hidden && update());
  panel.querySelector(".kb-results__close").addEventListener("click", () => (close(), input.focus()));
  panel.addEventListener("click", (event) => event.target.closest("a") && (kb.remember(input.value), close()));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const query = input.value.trim();
    if (query) location.href = await target(query).catch(() => `${page}?${new URLSearchParams({ q: query })}`);
  });
  form.addEventListener("focusout", (event) => event.relatedTarget && !form.contains(event.relatedTarget) && close());
  form.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !panel.hidden) event.preventDefault(), move(step);
    if (event.key === "Escape" && !panel.hidden) event.preventDefault(), input.focus(), close();
  });
  // A button that was clicked may have given way to results by now.
  document.addEventListener("click", (event) => event.composedPath().includes(form) || close());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });

  const asked = new URLSearchParams(location.search);
  if (asked.has("h")) kb.run(`${form.dataset.scripts}keys.js`).then(() => kb.run(`${form.dataset.scripts}marks.js`));
  // The page of results has the query in its own box.
  if (asked.get("q") && !document.querySelector(".kb-find")) {
    input.value = asked.get("q");
    input.focus({ preventScroll: true });
    update();
  }
})((globalThis.kbSearch ??= {}));
