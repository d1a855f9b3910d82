// A query word by word as it was meant: raw Telex or VNI decoded, words that ran together taken apart.
(function (kb) {
  "use strict";
  // Costs beside those of the words themselves: see `split`.
  const DECODED = 6;
  const MISPLACED = 20;
  const RUN = /[\p{L}\p{M}\p{N}]+/gu;

  const kept = new WeakMap();

  // The parts of all short forms, which are words, too.
  function shortForms(index) {
    if (!kept.has(index)) {
      const names = [...Object.keys(index.kinds), ...Object.keys(index.short)];
      kept.set(index, new Set(names.flatMap((name) => name.split(/[^a-z0-9]+/))));
    }
    return kept.get(index);
  }

  // { text, changed }: the query in NFC with what was meant in place of what is no word.
  function meant(query, store) {
    const { words, index } = store;
    const known = shortForms(index);
    const isKnown = (word) => {
      const [base] = kb.keys(word, index.language);
      return words.has(base) || known.has(kb.plain(word)) || kb.isWeak(word, index.language);
    };
    let changed = false;
    const text = query.replace(RUN, (run, at) => {
      const isLast = at + run.length === query.length;
      const read = /[0-9]/.test(run) ? withDigits(run, store, isKnown) : letters(run, store, isKnown, isLast);
      changed ||= read !== run;
      return read;
    });
    return { text, changed };
  }

  // What a piece may mean and what it costs to read it so; null where it is no word.
  function reader({ words, index }, isKnown) {
    const decode = (piece) => {
      if (index.language !== "vi") return "";
      return /[0-9]/.test(piece) ? kb.vni(piece) : /^[a-z]+$/i.test(piece) ? kb.telex(piece) : "";
    };
    return (piece) => {
      if (!/[0-9]/.test(piece) && isKnown(piece)) return [piece, 0];
      const typed = decode(piece);
      if (!typed || !isKnown(typed)) return null;
      if (words.spelled(...kb.keys(typed, "vi"))) return [typed, DECODED];
      // A mark in the wrong place: the letters are right. Digits that make no word are a number.
      return /[0-9]/.test(piece) ? null : [kb.plain(typed), MISPLACED];
    };
  }

  function letters(run, store, isKnown, isLast) {
    if (isKnown(run)) return run;
    const [base] = kb.keys(run, store.index.language);
    if (isLast && store.words.startingWith(base, 1).length) return run;
    const parts = store.words.split(run, reader(store, isKnown));
    // One slip is likelier than a space left out.
    return parts && (parts.length === 1 || !store.words.near(base).length) ? parts.join(" ") : run;
  }

  function withDigits(run, store, isKnown) {
    if (!/^[a-z]/i.test(run)) return run;
    const typed = store.words.split(run, reader(store, isKnown));
    if (typed) return typed.join(" ");
    // `kehoach26`: letters, then a number.
    const [, head, tail] = run.match(/^([^0-9]+)(.*)$/u);
    return letters(head, store, isKnown, false) + tail;
  }

  // What stands before a last word that is none yet, but may become one; empty where there is no such word.
  function beforeBegun(query, { words, index }) {
    const [, before, last] = query.normalize("NFC").match(/^(.*[^\p{L}\p{M}\p{N}]|.*\p{L}(?=[0-9]))([\p{L}\p{M}\p{N}]+)$/u) ?? [];
    if (!before) return "";
    if (/^[0-9]+$/.test(last)) {
      const number = last.replace(/^0+/, "");
      return !number || words.startingWith(number, 2).some((each) => each !== number) ? before : "";
    }
    const [base, exact] = kb.keys((index.language === "vi" && kb.telex(last)) || last, index.language);
    const isBegun = base.length < 3 || !words.spelled(base, exact);
    return isBegun && words.startingWith(base, 1).length ? before : "";
  }

  Object.assign(kb, { meant, beforeBegun });
})((globalThis.kbSearch ??= {}));
