// The part of a text that answers, in its own spelling, with the words that matched.
(function (kb) {
  "use strict";
  const BEFORE = 5;
  const LENGTH = 40;
  // A word alone is marked only where it says something by itself.
  const TELLING = 0.5;

  // What was cut last: each key shows many of the same texts again.
  const KEPT = 200;
  const kept = new Map();

  function cut(text, language) {
    const key = language + text;
    if (!kept.has(key)) {
      if (kept.size >= KEPT) kept.clear();
      kept.set(key, { tokens: kb.tokens(text, language), ids: kb.ids(text, language) });
    }
    return kept.get(key);
  }

  // The words of a text and which of them matched: asked for twice, once for the eyes and once for the address.
  function read(text, record, shown) {
    const { compiled, reading } = shown;
    const one = cut(text, record.language);
    if (one.compiled !== compiled || one.reading !== reading) {
      Object.assign(one, { compiled, reading, hit: matched(text, one.tokens, one.ids, shown) });
    }
    return one;
  }

  // [{ text, hit }]: the parts of a text; those that matched are hits. `whole` keeps the text uncut.
  function excerpt(text, record, shown, whole) {
    const { tokens, hit } = read(text, record, shown);
    const [from, to] = whole || tokens.length <= LENGTH ? [0, tokens.length] : window(hit, tokens.length);
    const parts = [];
    const put = (words, isHit) => words && (parts.at(-1)?.hit === isHit ? (parts.at(-1).text += words) : parts.push({ text: words, hit: isHit }));
    put(from > 0 ? "… " : text.slice(0, tokens[0]?.start ?? text.length), false);
    for (let at = from; at < to; at++) {
      const { start, end } = tokens[at];
      put(text.slice(start, end), hit[at]);
      const gap = text.slice(end, at + 1 < tokens.length ? tokens[at + 1].start : text.length);
      put(at + 1 < to || to === tokens.length ? gap : " …", at + 1 < to && joined(hit, at, gap));
    }
    return parts;
  }

  function matched(text, tokens, ids, { compiled, reading }) {
    const hit = tokens.map(({ exact }) => reading.dates.some((date) => kb.isDate(date, exact)));
    if (compiled) {
      for (const { place, at, near, support } of kb.hits(ids, compiled.lookup)) {
        const alone = compiled.terms.length === 1 || compiled.terms[at].alone[0] >= TELLING;
        if (support || (alone && !near)) hit[place] = true;
      }
    }
    if (reading.sign) markSign(text, tokens, reading.sign, hit);
    return hit;
  }

  function markSign(text, tokens, sign, hit) {
    tokens.forEach(({ base, start }, at) => {
      if (base !== sign.number) return;
      const after = text.slice(start).match(/^[^\s,;.)”"]+( ?[-–/] ?[^\s,;.)”"]+)*/)[0];
      const fits = sign.bare || kb.signs(after).some((written) => kb.fits(sign, written));
      for (let n = at; fits && tokens[n] && tokens[n].start < start + after.length; n++) hit[n] = true;
    });
  }

  // The stretch that begins a little before a hit and holds most of them.
  function window(hit, count) {
    const inside = (from) => hit.slice(from, from + LENGTH - BEFORE).filter(Boolean).length;
    const first = Math.max(0, hit.indexOf(true));
    const best = hit.reduce((found, isHit, at) => (isHit && inside(at) > inside(found) ? at : found), first);
    const from = Math.max(0, Math.min(best - BEFORE, count - LENGTH));
    return [from, from + LENGTH];
  }

  // Words side by side are one mark, unless a sentence ends between them.
  const joined = (hit, at, gap) => hit[at] && hit[at + 1] && /^[ ,–-]{1,3}$/.test(gap);

  // The matched words of a record, run by run, for the page on which they will be marked.
  function runs(record, shown) {
    const text = record.text || record.title;
    const { tokens, hit } = read(text, record, shown);
    const found = new Set();
    for (let at = hit.indexOf(true); at >= 0; at = hit.indexOf(true, at + 1)) {
      const { start } = tokens[at];
      while (at + 1 < tokens.length && joined(hit, at, text.slice(tokens[at].end, tokens[at + 1].start))) at++;
      found.add(text.slice(start, tokens[at].end));
    }
    return [...found];
  }

  Object.assign(kb, { excerpt, runs });
})((globalThis.kbSearch ??= {}));
