// A pasted passage, sentence by sentence: the same rules as kb/export/quoting.py.
(function (kb) {
  "use strict";
  const SOUND = ["exact", "folded", "elided"];
  const RANKS = [...SOUND, "altered", "absent"];
  const QUOTED_WORDS = 4;
  const FEW = 8;
  const PAIRS = { "“": "”", "«": "»", '"': '"' };
  const LEAD = /^\s*(?:Theo|Tại|Trích|Như|Căn cứ|Ở|Trong|According to|Under|In|As)(?![\p{L}\p{N}_])/iu;
  const ADDRESS = /^(?:https?|file):\/\/\S+/u;
  const FILLING = new RegExp(
    "(?:https?|file)://\\S+|(?<![\\p{L}\\p{N}_])(?:theo|trích|dẫn|từ|đến|tại|ở|xem|nguồn|của|và|nêu|rõ|quy|định|ghi|viết|như|sau|trong|là" +
      "|from|to|see|source|of|the|and|according|under|in|at|states?|says?)(?![\\p{L}\\p{N}_])",
    "giu",
  );
  const INTRODUCED = /^[^,:“"]{0,40}[,:]\s*/u;
  const TAIL = /\s*[-–—([]\s*$/u;
  const ENDS = /[.;,: ]+$/u;
  const WORD = /[\p{L}\p{N}]/u;

  const holdsAll = (units, wanted) => wanted.every((unit) => units.includes(unit));

  function holds(claim, source, register) {
    if (claim.differs || (claim.documents && !claim.documents.some((each) => each.id === source.document))) return false;
    if (!claim.first) return holdsAll(source.units, claim.units);
    const own = register.sources.filter((each) => each.document === source.document);
    const begin = own.find((each) => holdsAll(each.units, claim.first));
    const end = own.findLast((each) => holdsAll(each.units, claim.units));
    return Boolean(begin && end) && begin.order <= source.order && source.order <= end.order;
  }

  function quoted(text, [start, end]) {
    const opened = [];
    const found = [];
    for (let at = start; at < end; at += 1) {
      if (opened.length && text[at] === opened.at(-1).mark) found.push([opened.pop().at + 1, at]);
      else if (PAIRS[text[at]]) opened.push({ at, mark: PAIRS[text[at]] });
    }
    return found;
  }

  function diff(mine, theirs) {
    const [own, other] = [mine.split(/\s+/u).filter(Boolean), theirs.split(/\s+/u).filter(Boolean)];
    const found = kb.align(own, other);
    const pairs = [
      ...other.slice(0, found.start).map((word) => [null, word]),
      ...found.pairs.map(([one, two]) => [one === null ? null : own[one], two === null ? null : other[two]]),
      ...other.slice(found.end).map((word) => [null, word]),
    ];
    const steps = [];
    for (const [one, two] of pairs) {
      const op = one === null ? "delete" : two === null ? "insert" : one === two ? "equal" : "replace";
      if (steps.at(-1)?.op !== op) steps.push({ op, quoted: "", source: "" });
      const last = steps.at(-1);
      last.quoted = `${last.quoted} ${one ?? ""}`.trim();
      last.source = `${last.source} ${two ?? ""}`.trim();
    }
    return steps;
  }

  function quote(text, register) {
    const claims = kb.claims(text, register);
    const within = ([start, end]) => claims.filter((claim) => start <= claim.start && claim.end <= end);
    const words = (extent) => text.slice(...extent);

    function onlyNames(extent) {
      let [rest, at] = ["", extent[0]];
      for (const claim of within(extent)) {
        rest += `${text.slice(at, Math.max(claim.start, at))} `;
        at = Math.max(claim.end, at);
      }
      rest += text.slice(at, extent[1]);
      return ADDRESS.test(rest) || !WORD.test(rest.replace(FILLING, ""));
    }

    function compared(extent, around) {
      const said = words(extent);
      const named = around.length ? register.sources.filter((source) => around.every((claim) => holds(claim, source, register))) : [];
      const found = named.length ? kb.compare(said, named) : null;
      if (found && SOUND.includes(found.verdict)) return found;
      let other = kb.compare(said, register.sources);
      const bare = said.replace(ENDS, "");
      if (["altered", "folded"].includes(other.verdict) && bare !== said) {
        const ended = kb.compare(bare, register.sources);
        if (SOUND.includes(ended.verdict)) other = ended;
      }
      return found && found.verdict === other.verdict ? found : other;
    }

    function* bodies(extent) {
      const [start, end] = extent;
      const inside = within(extent);
      const longest = quoted(text, extent).reduce((best, each) => (each[1] - each[0] > best[1] - best[0] ? each : best), [start, start]);
      if (kb.words(words(longest)).length >= QUOTED_WORDS) {
        const outside = inside.filter((claim) => claim.end <= longest[0] || claim.start >= longest[1]);
        const before = [start, longest[0] - 1];
        const introduced = words(before).trimEnd().endsWith(":") && kb.words(words(before)).length <= FEW;
        yield [longest, outside, (introduced || onlyNames(before)) && onlyNames([longest[1] + 1, end])];
      }
      if (inside.length && LEAD.test(words(extent)) && inside[0].start - start < 40) {
        let last = inside[0];
        for (const claim of inside.slice(1)) {
          if (text.slice(last.end, claim.start).split(/\s+/u).filter(Boolean).length > 2) break;
          last = claim;
        }
        const found = INTRODUCED.exec(text.slice(last.end, end));
        if (found) {
          const lead = [start, last.end + found[0].length];
          yield [[lead[1], end], within(lead), onlyNames(lead)];
        }
      }
      for (const claim of inside) {
        const found = TAIL.exec(text.slice(start, claim.start));
        if (found && onlyNames([claim.start, end])) {
          yield [[start, start + found.index], inside.filter((each) => each.start >= claim.start), true];
          break;
        }
      }
    }

    function claimed(claim, document) {
      const known = claim.documents ? claim.documents.map((each) => each.id) : document ? [document] : [];
      if (known.length !== 1 || claim.first || claim.differs || !claim.units.length) return claim.printed;
      const fitting = register.sources.filter((each) => each.document === known[0] && holdsAll(each.units, claim.units));
      return fitting.reduce((best, each) => (best && best.length <= each.provision.length ? best : each.provision), "") || claim.printed;
    }

    function sentence(extent, around) {
      let [best, body, named] = [compared(extent, around), extent, around];
      if (!SOUND.includes(best.verdict)) {
        for (const [other, own, certain] of bodies(extent)) {
          const asked = own.length ? own : around;
          const found = compared(other, asked);
          const held = own.some((claim) => found.source && holds(claim, found.source, register));
          if ((certain || held) && RANKS.indexOf(found.verdict) <= RANKS.indexOf(best.verdict)) {
            [best, body, named] = [found, other, asked];
            break;
          }
        }
      }
      const wrong = best.source ? named.filter((claim) => !holds(claim, best.source, register)) : [];
      const mine = words(body);
      const bare = /[.;,: ]$/u.test(best.words) ? mine : mine.replace(ENDS, "");
      return {
        text: words(extent),
        verdict: wrong.length && SOUND.includes(best.verdict) ? "misattributed" : best.verdict,
        document: best.source?.document ?? null,
        provision: best.source?.provision ?? null,
        diff: ["altered", "folded"].includes(best.verdict) ? diff(bare, best.words) : null,
        claimed: named.length ? claimed(wrong[0] ?? named[0], best.source?.document) : null,
        wrong: wrong[0] ?? null,
        source: best.source,
      };
    }

    const found = kb.sentences(text);
    const only = found.map((extent) => onlyNames(extent) && (within(extent).length > 0 || ADDRESS.test(words(extent))));
    const colon = (place) => words(found[place]).endsWith(":");
    const apart = (before, after) => text.slice(found[before][1], found[after][0]).includes("\n\n");
    function around(number) {
      for (let place = number + 1; place < found.length; place += 1) {
        if (only[place] && !colon(place)) return within(found[place]);
        if (only[place] || apart(place - 1, place)) break;
      }
      for (let place = number - 1; place >= 0; place -= 1) {
        if (only[place] && colon(place)) return within(found[place]);
        if (only[place] || apart(place, place + 1)) break;
      }
      return [];
    }
    const sentences = found.map((extent, number) => (only[number] ? null : sentence(extent, around(number)))).filter(Boolean);
    return { sentences, citations: kb.numbers(text, register) };
  }

  // The register of the page, made ready once.
  function register({ documents, texts, kinds, issuers }) {
    const escaped = kinds.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
    const names = documents.flatMap((document) => document.names.map((name) => ({ name, documents: [document] })));
    const sources = Object.entries(texts).flatMap(([language, rows]) =>
      rows.map(([document, provision, order, units, words, name]) => ({ language, document, provision, order, units, name, ...kb.ready(words) })),
    );
    return {
      documents,
      sources,
      names: names.sort((one, other) => other.name.length - one.name.length),
      issuers: [...issuers].sort((one, other) => other.length - one.length),
      kind: new RegExp(`(?:(?<![\\p{L}\\p{N}_])(?:${escaped.join("|")})\\s+)?(?:số|No\\.?)?[\\s:]*$`, "iu"),
    };
  }

  Object.assign(kb, { quote, register });
})((globalThis.kbQuoting ??= {}));
