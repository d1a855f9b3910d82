// What helps on the way to a better query: how it was understood, what it may go on to, and what it may have meant.
(function (kb) {
  "use strict";
  const MOST = 4;
  const WHOLE = 0.95;

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
      for (const { place, at, quality, near, support } of kb.hits(kb.ids(tokens), lookup)) {
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
      const name = record.sort === "a" || record.sort === "g" ? record.title : Number(record.sort) ? record.text.replace(/^[IVX0-9.]+ /, "").replace(/\.$/, "") : "";
      const goesOn = coverage >= WHOLE || kb.plain(name).includes(kb.plain(reading.text));
      if (name && goesOn && kb.plain(name) !== kb.plain(reading.text)) names.add(name);
      if (names.size === MOST) break;
    }
    return [...names];
  }

  // Queries with each unknown word as a known one, nearest first: none is sure, so the reader chooses.
  function alternatives({ text }, { words, index }) {
    const tokens = kb.tokens(text, index.language);
    const unknown = tokens.filter(({ base }) => !words.has(base) && /[a-z]/.test(base));
    if (unknown.length !== 1) return [];
    const [{ base, start, end }] = unknown;
    const near = words.near(base).toSorted((a, b) => words.weight(a) - words.weight(b));
    return near.slice(0, MOST).map((word) => text.slice(0, start) + kb.written(words.spellings(word)[0]) + text.slice(end));
  }

  Object.assign(kb, { understood, suggestions, alternatives });
})((globalThis.kbSearch ??= {}));
