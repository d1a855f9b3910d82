// The page of results: all of them, narrowed by facets, sorted, printed, copied with their citations.
(function (kb, copying) {
  "use strict";
  const find = document.querySelector(".kb-find");
  const header = document.querySelector(".kb-search").dataset;
  const one = (name) => find.querySelector(`.kb-find__${name}`);
  const [form, status, across, aside, tools, note, list, foot] = ["form", "count", "language", "facets", "tools", "note", "list", "foot"].map(one);
  const input = form.querySelector("input");
  const base = header.root.replace(/\/?$/, "/");
  const AT_ONCE = 30;
  const PAUSE = 400;
  let [state, words, latest, shown, all, waiting, languages] = [null, null, 0, AT_ONCE, [], 0, []];

  async function start() {
    try {
      const store = await kb.load(header);
      words = store.index.strings;
      state = kb.fromAddress(location.search);
      // Whoever typed before the search was there is not interrupted.
      if (input.value) state.q = input.value;
      input.value = state.q;
      tools.querySelector("select").value = state.sort;
      await update();
    } catch (reason) {
      status.textContent = header.failed;
      throw reason;
    }
  }

  const helping = () => state.chosen.type?.length === 1 && state.chosen.type[0] === "help";
  const helpStore = () => kb.store(`${header.index}help/`, `${header.language}-help`);

  async function update() {
    const mine = ++latest;
    const { q, literal, chosen } = state;
    if (!q.trim()) return empty();
    const store = helping() ? helpStore() : await kb.load(header);
    const found = await kb.search(q, store, { literal, facets: kb.required(chosen) });
    const others = found.hits.length ? [] : await kb.alternatives(found.reading, store);
    if (mine !== latest) return;
    const { hits, counts } = kb.faceted(found.hits, chosen);
    if (state.sort === "order") hits.sort((a, b) => a.record.order - b.record.order);
    show(found, hits, others);
    languages = [];
    narrow(counts, found.partial);
    clearTimeout(waiting);
    waiting = setTimeout(() => mine === latest && beside(mine, counts, found.partial), PAUSE);
  }

  function show(found, hits, others) {
    const { reading, partial } = found;
    status.textContent = kb.counted(hits, partial, reading.typed, words);
    const meant = kb.understoodAs(reading, found.hits, words, () => change({ literal: true }));
    note.replaceChildren(...[meant, hits.length ? null : advice(others)].filter(Boolean));
    const items = hits.slice(0, shown).map((hit) => kb.element("li", "", kb.item(hit, found, { root: base, words })));
    list.replaceChildren(...items);
    if (header.language === "vi") hits.slice(0, shown).forEach(({ record }, at) => passage(items[at], record, record));
    all = hits;
    const more = kb.button("kb-button", kb.worded(words.more, hits.length - shown), () => ((shown += AT_ONCE), show(found, hits, others)));
    foot.replaceChildren(...(hits.length > shown ? [more] : []));
    tools.hidden = !hits.length;
  }

  function narrow(counts, partial) {
    const { index } = kb.store(header.index, header.language);
    kb.drawFacets(aside, { counts, partial, chosen: state.chosen, languages, index, words }, toggle);
  }

  function empty() {
    status.textContent = "";
    tools.hidden = true;
    for (const part of [across, note, list, foot, aside]) part.replaceChildren();
  }

  function advice(queries) {
    const others = queries.map((query) => kb.button("kb-chip", query, () => change({ q: query, literal: false })));
    const tries = kb.element("ul", "", ...words.tries.split("|").map((each) => kb.element("li", "", each)));
    return kb.element("div", "kb-results__none", ...(others.length ? [kb.element("p", "kb-chips", words.alternatives, " ", ...others)] : []), tries);
  }

  // What the help and the other language hold, counted once the results stand.
  async function beside(mine, counts, partial) {
    const { q, literal, chosen } = state;
    if (header.language !== "vi") await originals(mine);
    const found = await kb.search(q, kb.store(header.otherIndex, header.otherLanguage), { literal, facets: kb.required(chosen) });
    const other = kb.faceted(found.hits, chosen).hits.length;
    const more = (some) => (some ? "+" : "");
    const help = await kb.search(q, helpStore(), { literal });
    if (mine !== latest) return;
    if (!helping()) counts.set("type:help", help.hits.length);
    const href = kb.addressOf(header.otherPage) + kb.toAddress({ q, chosen });
    languages = [{ language: header.language, name: words["in-this"], count: `${all.length}${more(partial)}` }];
    languages.push({ language: header.otherLanguage, name: words["in-other"], count: `${other}${more(found.partial)}`, href: other ? href : "" });
    narrow(counts, partial);
    const link = Object.assign(kb.element("a", "", kb.worded(words.other, other)), { href });
    across.replaceChildren(...(other && !all.length ? [link] : []));
  }

  const PASSAGE = /(van-ban\/([^/#]+)\/)#(.+)$/;

  // The copy buttons of a hit that is a passage; `original` is its Vietnamese record.
  function passage(item, record, original) {
    const [, , document, anchor] = PASSAGE.exec(record.address) ?? [];
    // The lines of a title block stand here as one.
    if (!anchor || !record.cite || !record.text || record.sort === "t") return;
    const key = `${document}#${anchor}`;
    const cites = (field) => ({ vi: original[field], [header.language]: record[field] });
    copying.know(key, { ...cites("cite"), words: original.text, shown: record.text, order: 0, place: base + record.address }, cites("citation"));
    item.dataset.provision = key;
    const line = kb.element("p", "kb-hit__tools");
    copying.beside(item, line, record.title);
    item.append(line);
  }

  // A translation is copied with the words that it translates.
  async function originals(mine) {
    const store = kb.store(header.otherIndex, header.otherLanguage);
    for (const [at, { record }] of all.slice(0, shown).entries()) {
      const [address, , , anchor] = PASSAGE.exec(record.address) ?? [];
      if (!anchor || list.children[at]?.dataset.provision) continue;
      const { hits } = await kb.search(anchor, store, {});
      if (mine !== latest) return;
      const original = hits.find((hit) => hit.record.address === address);
      if (original) passage(list.children[at], record, original.record);
    }
  }

  function toggle(group, value, on) {
    const kept = (state.chosen[group] ?? []).filter((each) => each !== value);
    // Help is searched by itself.
    const values = on ? (value === "help" ? [value] : [...kept.filter((each) => each !== "help"), value]) : kept;
    change({ chosen: group ? { ...(value === "help" && on ? {} : state.chosen), [group]: values } : {} });
  }

  function change(by) {
    state = { ...state, ...by };
    shown = AT_ONCE;
    input.value = state.q;
    history.replaceState(history.state, "", kb.toAddress(state));
    return update();
  }

  function copied() {
    const passages = all.map(({ record }) => `${record.text ? `“${record.text}”\n` : ""}${kb.cited(record)}`);
    kb.copy(`${passages.join("\n\n")}\n`).then((done) => (status.textContent = done ? words.copied : words["not-copied"]));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    kb.remember(input.value);
    change({ q: input.value, literal: false });
  });
  input.addEventListener("input", () => state && change({ q: input.value, literal: false }));
  tools.querySelector("select").addEventListener("change", (event) => change({ sort: event.target.value }));
  tools.querySelector("button").addEventListener("click", copied);
  list.addEventListener("click", (event) => event.target.closest("a") && kb.remember(state.q));
  addEventListener("beforeprint", () => ((shown = Infinity), state?.q && update()));
  start();
})((globalThis.kbSearch ??= {}), globalThis.kbCopying);
