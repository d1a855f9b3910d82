// What was searched for lately, kept in this browser and nowhere else.
(function (kb) {
  "use strict";
  const KEY = "kb-recent";
  const MOST = 6;

  // A browser may forbid a page to keep anything; then nothing is kept.
  function store() {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  }

  function recent() {
    try {
      const kept = JSON.parse(store()?.getItem(KEY) ?? "[]");
      return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
    } catch {
      return [];
    }
  }

  function remember(query) {
    const kept = query.trim();
    if (!kept) return;
    try {
      store()?.setItem(KEY, JSON.stringify([kept, ...recent().filter((each) => each !== kept)].slice(0, MOST)));
    } catch {
      // No room is left, or none is given.
    }
  }

  const forget = () => store()?.removeItem(KEY);

  Object.assign(kb, { recent, remember, forget });
})((globalThis.kbSearch ??= {}));
