// Line breaks at which a sentence of the texts ends and something else begins: the same rules as kb/export/breaks.py.
(function (kb) {
  "use strict";
  const [EDGE, PASSAGE] = [4, 8];
  const [NEAR, FAR] = [160, 320];
  const BREAK = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+/gu;
  const ELLIPSIS = /…|\.{3}|\.(?:\s\.){2}/u;

  const forms = (text) => kb.words(kb.plain(text)).map((word) => word.form);
  const row = (words) => words.join(" ");

  // How sentences of the texts begin, and how they end; the words of each text in one row.
  function edges(register) {
    if (!register.edges) {
      const found = register.sources
        .flatMap(({ text }) => kb.sentences(text).map(([start, end]) => forms(text.slice(start, end))))
        .filter((words) => words.length >= EDGE);
      register.edges = {
        begins: new Set(found.map((words) => row(words.slice(0, EDGE)))),
        ends: new Set(found.map((words) => row(words.slice(-EDGE)))),
        rows: register.sources.map(({ rows }) => ` ${row(rows[0])} `),
      };
    }
    return register.edges;
  }

  // Whether a sentence of the texts ends so, and none goes on so.
  function ended({ ends, rows }, before, behind) {
    const last = row(forms(before).slice(-EDGE));
    if (!ends.has(last) || ELLIPSIS.test(before.slice(-EDGE) + behind.slice(0, EDGE))) return false;
    const first = row(forms(behind).slice(0, EDGE));
    return !rows.some((each) => each.includes(` ${last} ${first} `));
  }

  const begun = ({ begins }, behind) => begins.has(row(forms(behind).slice(0, EDGE)));

  // Whether words may be a sentence of the writer's, and not some that were put into one of the texts.
  const own = (behind) => /^\p{Lu}/u.test(behind) && forms(behind).length >= PASSAGE;

  // The parts of what looks like one sentence; `near` says whether a text is near to a part.
  function parted(text, [start, end], register, near) {
    const found = [];
    let begin = start;
    for (const { 0: signs, index } of text.slice(start, end).matchAll(BREAK)) {
      const nearest = Math.max(begin, start + index - NEAR);
      const stop = nearest + text.slice(nearest, start + index).trimEnd().length;
      const after = start + index + signs.length;
      const following = after + kb.leading(text.slice(after, end));
      const [before, behind] = [text.slice(nearest, stop), text.slice(following, Math.min(following + FAR, end))];
      const known = edges(register);
      if (!ended(known, before, behind) || !(begun(known, behind) || (own(behind) && near([begin, stop])))) continue;
      found.push([begin, stop]);
      begin = following;
    }
    return [...found, [begin, end]];
  }

  Object.assign(kb, { parted });
})((globalThis.kbQuoting ??= {}));
