// How a quotation compares with the words that it quotes: the same rules as kb/model/quotation.py and wordwise.py.
(function (kb) {
  "use strict";
  const NEAR = 0.5;
  const FEW = 4;
  const NEARLY_ALL = 0.7;
  const CANDIDATES = 8;
  const SLIPS = 2;
  const [EDIT, SAME] = [1 << 20, -1];
  const ELLIPSIS = /\s*[[(]?(?:…|\.{3,}|\.(?:\s\.){2,})[\])]?\s*/u;
  const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
  const MARKS = /[\u0300-\u036f]/gu;
  const TOKEN = /[\p{L}\p{N}_]+|…|\.{3,}|[^\p{L}\p{N}_\s]/gu;
  const WORD = /[\p{L}\p{N}]/u;
  const TONES = /[\u0300\u0301\u0309\u0303\u0323]/gu;
  const ALIKE = { "–": "-", "—": "-", "\u2011": "-", "“": '"', "”": '"', "«": '"', "»": '"', "’": '"', "‘": '"', "'": '"', "…": "..." };

  const plain = (text) => text.normalize("NFC").split(/\s+/u).filter(Boolean).join(" ");
  const forms = new Map();

  // A word or a mark as it counts where case, form and tone do not.
  function form(printed) {
    if (!forms.has(printed)) {
      const letters = (ALIKE[printed] ?? printed).toLowerCase().replace(/[ðɖ]/gu, "đ").normalize("NFD");
      forms.set(printed, letters.replace(TONES, "") + (letters.match(TONES) ?? []).join(""));
    }
    return forms.get(printed);
  }

  const tokens = (text) =>
    [...text.matchAll(TOKEN)].map((found) => ({ form: form(found[0]), start: found.index, end: found.index + found[0].length }));
  const words = (text) => tokens(text).filter((token) => /^[\p{L}\p{N}]/u.test(token.form));

  // A text made ready once: on one line, its tokens, its words.
  function ready(text) {
    const line = plain(text);
    const all = tokens(line);
    const own = all.filter((token) => /^[\p{L}\p{N}]/u.test(token.form));
    const rows = [own.map((token) => token.form), own.map((token) => token.form.replace(MARKS, "").replace(/đ/gu, "d"))];
    return { text, line, tokens: all, words: own, rows, forms: rows.map((row) => new Set(row)) };
  }

  function find(wanted, text, start = 0) {
    let at = wanted ? text.indexOf(wanted, start) : -1;
    while (at >= 0) {
      const end = at + wanted.length;
      const cutBefore = at > 0 && WORD.test(text[at - 1]) && WORD.test(wanted[0]);
      const cutBehind = end < text.length && WORD.test(text[end]) && WORD.test(wanted.at(-1));
      if (!cutBefore && !cutBehind) return at;
      at = text.indexOf(wanted, at + 1);
    }
    return -1;
  }

  // Whether nothing but a word or two is left out where a text has an ellipsis of its own: nobody shortens so.
  function leftOut(between) {
    const count = between.filter((token) => /^[\p{L}\p{N}]/u.test(token.form)).length;
    return between.some((token) => token.form.startsWith("...")) && count > 0 && count <= SLIPS;
  }

  function inOrder(pieces, text) {
    let at = 0;
    for (const [number, piece] of pieces.entries()) {
      const start = find(piece, text, at);
      if (start < 0 || (number && leftOut(tokens(text.slice(at, start))))) return false;
      at = start + piece.length;
    }
    return true;
  }

  // Where a row of tokens begins in another, from a place on; -1 where it does not.
  function placeOf(wanted, known, from) {
    for (let start = from; start + wanted.length <= known.length; start += 1)
      if (wanted.every((token, place) => token.form === known[start + place].form)) return start;
    return -1;
  }

  function folded(wanted, { tokens: known, line }) {
    const start = placeOf(wanted, known, 0);
    return start < 0 ? "" : line.slice(known[start].start, known[start + wanted.length - 1].end);
  }

  function foldedInOrder(pieces, { tokens: known, line }) {
    const found = [];
    let at = 0;
    for (const piece of pieces) {
      const start = placeOf(piece, known, at);
      if (start < 0 || (found.length && leftOut(known.slice(at, start)))) return "";
      at = start + piece.length;
      found.push(line.slice(known[start].start, known[at - 1].end));
    }
    return found.join(" … ");
  }

  // The wanted row on the part of the known one that it is most like.
  function align(wanted, known) {
    const rows = [new Array(known.length + 1).fill(0)];
    for (const word of wanted) {
      const above = rows.at(-1);
      const row = [above[0] + EDIT];
      for (let place = 1; place <= known.length; place += 1) {
        const change = above[place - 1] + (word === known[place - 1] ? SAME : EDIT);
        row.push(Math.min(change, above[place] + EDIT, row[place - 1] + EDIT));
      }
      rows.push(row);
    }
    const last = rows.at(-1);
    let end = 0;
    for (let place = 1; place <= known.length; place += 1) if (last[place] < last[end]) end = place;
    const pairs = [];
    let [number, place, cost] = [wanted.length, end, 0];
    while (number) {
      const held = rows[number][place];
      const same = place > 0 && wanted[number - 1] === known[place - 1];
      if (place && held === rows[number - 1][place - 1] + (same ? SAME : EDIT)) {
        number -= 1;
        place -= 1;
        pairs.push([number, place]);
        cost += same ? 0 : 1;
      } else if (held === rows[number - 1][place] + EDIT) {
        number -= 1;
        pairs.push([number, null]);
        cost += 1;
      } else {
        place -= 1;
        pairs.push([null, place]);
        cost += 1;
      }
    }
    return { cost, start: place, end, pairs: pairs.reverse() };
  }

  function passage(wanted, source, unmarked) {
    const found = align(wanted, source.rows[unmarked]);
    const likeness = 1 - found.cost / Math.max(wanted.length, found.end - found.start);
    const said = likeness ? source.line.slice(source.words[found.start].start, source.words[found.end - 1].end) : "";
    return { likeness, said };
  }

  function nearest(wanted, sources) {
    // Typed without marks it may still be told which words are meant.
    const unmarked = (wanted.match(/\p{L}/gu) ?? []).every((letter) => letter < "\x80") ? 1 : 0;
    const own = ready(wanted).rows[unmarked];
    const distinct = new Set(own);
    const shared = sources.map((source, number) => [[...distinct].filter((each) => source.forms[unmarked].has(each)).length, number]);
    let best = { likeness: 0, said: "", source: null };
    for (const [held, number] of shared.sort((one, other) => other[0] - one[0] || one[1] - other[1]).slice(0, CANDIDATES)) {
      if (held <= best.likeness * own.length) break;
      if (sources[number].words.length < NEAR * own.length) continue;
      const found = passage(own, sources[number], unmarked);
      if (found.likeness > best.likeness) best = { ...found, source: sources[number] };
    }
    const enough = best.likeness * own.length >= FEW ? NEAR : NEARLY_ALL;
    if (best.likeness < enough) return { verdict: "absent", source: null, words: "" };
    return { verdict: "altered", source: best.source, words: best.said };
  }

  function compare(quoted, sources) {
    const printed = plain(quoted);
    const wanted = plain(quoted.replace(INVISIBLE, ""));
    const pieces = wanted.split(ELLIPSIS).filter((piece) => WORD.test(piece));
    if (!pieces.length) return { verdict: "exact", source: null, words: "" };
    const bare = quoted.trim();
    const exact = sources.find((source) => find(bare, source.text) >= 0);
    if (exact) return { verdict: "exact", source: exact, words: printed };
    const whole = sources.find((source) => find(printed, source.line) >= 0);
    if (whole) return { verdict: "folded", source: whole, words: printed };
    const own = tokens(wanted);
    for (const source of sources) {
      const said = folded(own, source);
      if (said) return { verdict: "folded", source, words: said };
    }
    const cut = pieces.length > 1 || pieces[0] !== wanted;
    const shortened = cut ? sources.find((source) => inOrder(pieces, source.line)) : null;
    if (shortened) return { verdict: "elided", source: shortened, words: printed };
    const parts = pieces.map(tokens);
    for (const source of cut ? sources : []) {
      const said = foldedInOrder(parts, source);
      if (said) return { verdict: "elided", source, words: said };
    }
    const wrong = [...new Set(pieces)].find((piece) => !sources.some((source) => find(piece, source.line) >= 0)) ?? wanted;
    return nearest(wrong, sources);
  }

  // Of sources those that have the words of a quotation, in whatever form; of many, those nearest to all that is said.
  function having(quoted, said, sources) {
    const wanted = plain(quoted);
    const parts = wanted.split(ELLIPSIS).filter((piece) => WORD.test(piece)).map(tokens);
    if (!parts.length) return [];
    const own = tokens(wanted);
    const distinct = [...ready(said).forms[0]];
    const shared = ({ forms: [known] }) => distinct.filter((each) => known.has(each)).length;
    return sources
      .filter((source) => folded(own, source) || foldedInOrder(parts, source))
      .map((source) => [shared(source), source])
      .sort(([one], [other]) => other - one)
      .slice(0, CANDIDATES)
      .map(([, source]) => source);
  }

  const pieces = (text) => text.split(ELLIPSIS);

  Object.assign(kb, { align, compare, having, pieces, plain, ready, words });
})((globalThis.kbQuoting ??= {}));
