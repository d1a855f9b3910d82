// What a reader has collected, kept in this browser and nowhere else: a list of keys, words and notes.
(function (kb) {
  "use strict";
  const KEY = "kb-notebook";

  const sound = (each) => each && ["key", "words", "note"].every((name) => typeof each[name] === "string");

  // Entries of a text that was kept or saved; null where it is none of ours.
  function read(text) {
    try {
      const { entries } = JSON.parse(text);
      return Array.isArray(entries) && entries.every(sound) ? entries.map(({ key, words, note }) => ({ key, words, note })) : null;
    } catch {
      return null;
    }
  }

  const written = (entries) => JSON.stringify({ version: 1, entries }, null, 1);

  // A browser may forbid a page to keep anything; then the notebook is empty, and says so when it is to be filled.
  function load() {
    try {
      return read(localStorage.getItem(KEY) ?? "") ?? [];
    } catch {
      return [];
    }
  }

  function save(entries) {
    try {
      localStorage.setItem(KEY, written(entries));
      return true;
    } catch {
      return false;
    }
  }

  // Adds at the end what is not there yet.
  function add({ key, words }) {
    const entries = load();
    if (entries.some((each) => each.key === key && each.words === words)) return true;
    return save([...entries, { key, words, note: "" }]);
  }

  Object.assign(kb, { add, load, read, save, written });
})((globalThis.kbNotebook ??= {}));
