// What helps on the way to a better query: how it was understood, what it may go on to, and what it may have meant.
(function (kb) {
  "use strict";
  const MOST = 4;
  const TRIED = 8;
  const WHOLE = 0.95;
  // Characters of a name that is offered to go on with; a longer one is read in the results.
  const SHORT = 48;

  // The query as the best record spells it, where it was not typed so; else empty.
  function understood(reading, hits) {
    const best = hits[0];
    if (!best?.compiled || reading.sign) return "";
    const { words, near } = spelledIn(best.record, best.compiled);
    if (!reading.changed && !near) return "";
    const text = respelled(reading.text, words, best.record.language);
    return text === reading.typed ? "" : text;
  }

  // { words: base as typed → the word of the record that it was taken for, near: whether one is another word }.
  function spelledIn(record, { terms, lookup }) {
    const best = new Map();
    for (const text of [record.title, record.text]) {
      const tokens = kb.tokens(text, record.language);
      for (const { place, at, quality, near, support } of kb.hits(kb.ids(text, record.language), lookup)) {
        const { base } = terms[at];
        const begun = tokens[place].base !== base && tokens[place].base.startsWith(base);
        if (begun || (near && !support) || quality <= (best.get(base)?.quality ?? 0)) continue;
        best.set(base, { quality, near, word: text.slice(tokens[place].start, tokens[place].end).toLowerCase() });
      }
    }
    const words = new Map([...best].map(([base, { word }]) => [base, word]));
    return { words, near: [...best.values()].some(({ near }) => near) };
  }

  function respelled(text, words, language) {
    const parts = [];
    let done = 0;
    for (const { start, end, base } of kb.tokens(text, language)) {
      parts.push(text.slice(done, start), words.get(base) ?? text.slice(start, end));
      done = end;
    }
    return parts.join("") + text.slice(done);
  }

  // Names of documents, terms, headings and pages that hold the whole query: ways to go on typing.
  function suggestions(reading, hits) {
    const names = new Set();
    for (const { record, coverage } of hits) {
      const name = nameOf(record);
      const goesOn = coverage >= WHOLE || kb.plain(name).includes(kb.plain(reading.text));
      if (name && name.length <= SHORT && goesOn && kb.plain(name) !== kb.plain(reading.text)) names.add(name);
      if (names.size === MOST) break;
    }
    return [...names];
  }

  function nameOf({ sort, title, text }) {
    return Number(sort) ? text.replace(/^[IVX0-9.]+ /, "").replace(/\.$/, "") : "dcag".includes(sort) ? title : "";
  }

  // Queries with the one unknown word as a known one that find something, nearest first: none is sure, so the reader
  // chooses.
  async function alternatives({ text }, store) {
    const { words, index } = store;
    const unknown = kb.tokens(text, index.language).filter(({ base }) => !words.has(base) && /[a-z]/.test(base));
    // A letter is near to every other.
    if (unknown.length !== 1 || unknown[0].base.length < 2) return [];
    const [{ base, start, end }] = unknown;
    const near = words.near(base).toSorted((a, b) => words.weight(a) - words.weight(b)).slice(0, TRIED);
    const queries = near.map((word) => text.slice(0, start) + kb.written(words.spellings(word)[0]) + text.slice(end));
    const found = await Promise.all(queries.map((query) => kb.search(query, store)));
    return queries.filter((_, at) => found[at].hits.length).slice(0, MOST);
  }

  Object.assign(kb, { understood, suggestions, alternatives });
})((globalThis.kbSearch ??= {}));
