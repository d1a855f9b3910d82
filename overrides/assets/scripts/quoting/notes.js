// Notes of a passage: marks behind its sentences, and lines below that begin with the same marks and name their places:
// the same rules as kb/export/notes.py.
(function (kb) {
  "use strict";
  const MARK = new RegExp(kb.NOTE, "gu");
  const ALONE = new RegExp(`^${kb.NOTE}$`, "u");
  const BEGINS = new RegExp(`^${kb.NOTE}`, "u");
  const WRITTEN = new RegExp(`[ \\u00a0]?(${kb.NOTE})`, "gu");
  const BEHIND = new RegExp(`^[ \\u00a0]{0,3}(${kb.NOTE})`, "u");

  const onlyMark = (text, extent) => ALONE.test(text.slice(...extent));

  // Words without the marks of notes, but for those that texts have, too.
  function withoutMarks(words, register) {
    register.marks ??= new Set(register.sources.flatMap(({ text }) => text.match(MARK) ?? []));
    return words.replace(WRITTEN, (found, mark) => (register.marks.has(mark) ? found : ""));
  }

  // The mark with which a note begins, or the last one in a sentence or right behind it.
  function markOf(text, { extent: [start, end], only }) {
    const said = text.slice(start, end);
    if (only) return BEGINS.exec(said)?.[0] ?? "";
    return BEHIND.exec(text.slice(end, end + 16))?.[1] ?? said.match(MARK)?.at(-1) ?? "";
  }

  // The sentences without the notes, and for each of them the places that its note names; null without one.
  function noted(text, found) {
    const marked = found.map((each) => ({ ...each, mark: markOf(text, each) }));
    const notes = new Map(marked.filter(({ mark, only, claims }) => mark && only && claims.length).map(({ mark, claims }) => [mark, claims]));
    const used = new Set(marked.filter(({ mark, only }) => notes.has(mark) && !only).map(({ mark }) => mark));
    const kept = marked.filter(({ mark, only }) => !(only && used.has(mark)));
    return [kept, kept.map(({ mark, only }) => (only ? null : (notes.get(mark) ?? null)))];
  }

  Object.assign(kb, { noted, onlyMark, withoutMarks });
})((globalThis.kbQuoting ??= {}));
