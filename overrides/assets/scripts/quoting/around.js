// Which places a passage names for each of its sentences, in lines and brackets round them: the same rules as
// kb/export/around.py.
(function (kb) {
  "use strict";
  const BEHIND = /^(?:[([–—-]|(?:Nguồn|Source)(?![\p{L}\p{N}_]))/iu;
  const EMPTY_LINE = /\n[\s>]*\n/u;
  const WORD = /[\p{L}\p{N}]/u;

  // Whether sentences that only name places speak of those behind them: with a colon, or as a heading.
  function leads(text, found, apart) {
    let first = true;
    return found.map(({ extent: [start, end], only }, number) => {
      const begins = first;
      first = first && only;
      if (!only) return false;
      if (text[end - 1] === ":") return true;
      const line = text.lastIndexOf("\n", start - 1) + 1;
      const stop = text.indexOf("\n", end);
      if (WORD.test(text.slice(line, start)) || WORD.test(text.slice(end, stop < 0 ? text.length : stop))) return false;
      const marked = BEHIND.test(text.slice(Math.max(line, start - 2), end)) || BEHIND.test(text.slice(start, end));
      const near = !apart[number] && (begins || (apart[number - 1] && !marked));
      return (kb.NUMBERED.test(text.slice(start, end)) || near) && number + 1 < found.length;
    });
  }

  // The outermost pairs of quotation marks, in order; one without a partner is none.
  function quotations(text) {
    const opened = [];
    const pairs = [];
    for (const { 0: mark, index } of text.matchAll(/[“”«»"]/gu)) {
      if (opened.length && mark === opened.at(-1).mark) pairs.push([opened.pop().index, index]);
      else if (kb.PAIRS[mark]) opened.push({ index, mark: kb.PAIRS[mark] });
    }
    let end = -1;
    return pairs
      .sort((one, other) => one[0] - other[0])
      .filter(([opening, closing]) => {
        const outer = opening > end;
        if (outer) end = closing;
        return outer;
      });
  }

  // What is said before the mark that opens a quotation, or behind the one that closes it, is for all within.
  function quoted(text, found, before, behind, onlyNames) {
    let last = -1;
    for (const [opening, closing] of quotations(text)) {
      while (last + 1 < found.length && found[last + 1].extent[0] <= opening) last += 1;
      const first = last;
      while (last + 1 < found.length && found[last + 1].extent[0] <= closing) last += 1;
      if (first < 0 || first === last) continue;
      const own = found[first].claims.filter((claim) => claim.end <= opening);
      const ahead = own.length ? own : before[first];
      const rest = found[last].claims.filter((claim) => claim.start >= closing);
      const after = rest.length && onlyNames([closing + 1, found[last].extent[1]]) ? rest : null;
      for (let number = first; number <= last; number += 1) {
        if (ahead?.length && number > first) before[number] = ahead;
        if (after && number < last) behind[number] = after;
      }
    }
  }

  function around(text, found, onlyNames) {
    const apart = found.map(({ extent }, number) => EMPTY_LINE.test(text.slice(extent[1], found[number + 1]?.extent[0] ?? extent[1])));
    if (found.length) apart[found.length - 1] = true;
    const lead = leads(text, found, apart);
    const behind = found.map(() => null);
    const before = [...behind];
    for (let number = found.length - 2; number >= 0; number -= 1) {
      const following = found[number + 1];
      if (following.only && !lead[number + 1]) behind[number] = following.claims;
      else if (!following.only && !apart[number]) behind[number] = behind[number + 1];
    }
    for (let number = 1; number < found.length; number += 1) {
      const last = found[number - 1];
      // A heading may take two lines: the document, then the place in it.
      const above = number > 1 && lead[number - 2] && !apart[number - 2] ? before[number - 1] : null;
      if (lead[number - 1]) before[number] = [...(above ?? []), ...last.claims];
      else if (!last.only && !apart[number - 1]) before[number] = before[number - 1];
    }
    quoted(text, found, before, behind, onlyNames);
    return found.map((_, number) => behind[number] ?? before[number] ?? []);
  }

  Object.assign(kb, { around });
})((globalThis.kbQuoting ??= {}));
