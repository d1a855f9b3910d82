// A pasted passage, sentence by sentence: the same rules as kb/export/quoting.py.
(function (kb) {
  "use strict";
  const SOUND = ["exact", "folded", "elided"];
  const RANKS = [...SOUND, "altered", "absent"];
  const QUOTED_WORDS = 4;
  const CHANCE = 2;
  const PAIRS = { "“": "”", "«": "»", '"': '"' };
  const CLOSING = Object.values(PAIRS);
  const LEAD = /^\s*(?:Theo|Tại|Trích|Như|Căn cứ|Ở|Trong|According to|Under|In|As)(?![\p{L}\p{N}_])/iu;
  const ADDRESS = /^(?:https?|file):\/\/\S+/u;
  const FILLING = new RegExp(
    "(?:https?|file)://\\S+|(?<![\\p{L}\\p{N}_])(?:theo|trích|dẫn|từ|đến|tại|ở|xem|nguồn|của|và|nêu|rõ|quy|định|ghi|viết|như|sau|trong|là" +
      "|yêu|cầu|xác|khẳng|định|nhấn|mạnh|chỉ|đề|ra|đã|cũng|có|rằng|nguyên|văn|đoạn" +
      "|from|to|see|source|of|the|and|according|under|in|at|states?|says?)(?![\\p{L}\\p{N}_])",
    "giu",
  );
  const SAYS = new RegExp(
    "(?:(?:nêu|ghi|chỉ|viết|nói|làm)(?:\\s+rõ)?|(?:quy|xác|khẳng)\\s+định|yêu\\s+cầu|nhấn\\s+mạnh|đề\\s+ra|đề\\s+nghị|như\\s+sau" +
      "|trích(?:\\s+dẫn)?|nguyên\\s+văn|states?|says?|reads?|provides)(?:\\s+(?:rằng|là|như\\s+sau|that))?\\s*:?\\s*$",
    "iu",
  );
  const COLON = /^[^:“"«]{1,160}:\s*/u;
  const LABEL = /^\(?(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}[.)]|[a-zđ][.)]|o)\s+/u;
  const INTRODUCED = /^[^,:“"]{0,40}[,:]\s*/u;
  const TAIL = /\s*[-–—([]\s*$/u;
  const ENDS = /[.;,: ]+$/u;
  const MARKS = " \t\n>#*_'‘’\"“”«»";
  const PLACES = 8;
  const WORD = /[\p{L}\p{N}]/u;

  function stripped(text, before, behind) {
    let [start, end] = [0, text.length];
    while (start < end && before.includes(text[start])) start += 1;
    while (start < end && behind.includes(text[end - 1])) end -= 1;
    return text.slice(start, end);
  }

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
    let first = start;
    for (let at = start; at < end; at += 1) {
      const sign = text[at];
      if (opened.length && sign === opened.at(-1).mark) found.push([opened.pop().at + 1, at]);
      else if (CLOSING.includes(sign) && (!PAIRS[sign] || (at > start && !/\s/u.test(text[at - 1])))) found.push([first, at]);
      else if (PAIRS[sign]) {
        opened.push({ at, mark: PAIRS[sign] });
        if (first === start) first = at + 1;
      }
    }
    for (const { at, mark } of opened.slice(0, 1)) {
      const bare = text.slice(at + 1, end).replace(ENDS, "");
      found.push([at + 1, bare.endsWith(mark) ? at + bare.length : end]);
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

    const seen = new Map();
    function anywhere(said) {
      if (!seen.has(said)) seen.set(said, kb.compare(said, register.sources));
      return seen.get(said);
    }

    function compared(extent, around) {
      const said = words(extent);
      const named = around.length ? register.sources.filter((source) => around.every((claim) => holds(claim, source, register))) : [];
      const found = named.length ? kb.compare(said, named) : null;
      if (found && SOUND.includes(found.verdict)) return found;
      let other = anywhere(said);
      const dots = /\.\s?\.$/u.test(stripped(said, "", MARKS).slice(-3));
      const bare = dots ? said : stripped(said, MARKS, `${MARKS}.;,:`);
      if (["altered", "folded"].includes(other.verdict) && bare !== said) {
        const ended = anywhere(bare);
        if (SOUND.includes(ended.verdict)) other = ended;
      }
      return found && found.verdict === other.verdict ? found : other;
    }

    // How many words outside a part are those of the text that is nearest, in its order.
    function outside(extent, part, best) {
      const whole = kb.words(words(extent));
      const [mine, theirs] = [whole, kb.words(best.words)].map((row) => row.map((word) => word.form));
      const [begin, end] = part.map((at) => at - extent[0]);
      const same = kb.align(mine, theirs).pairs.filter(([one, other]) => one !== null && other !== null && mine[one] === theirs[other]);
      return same.filter(([one]) => whole[one].start < begin || whole[one].start >= end).length;
    }

    function* bodies(extent, best) {
      const [start, end] = extent;
      const inside = within(extent);
      const longest = quoted(text, extent).reduce((best, each) => (each[1] - each[0] > best[1] - best[0] ? each : best), [start, start]);
      if (kb.words(words(longest)).length >= QUOTED_WORDS) {
        const others = inside.filter((claim) => claim.end <= longest[0] || claim.start >= longest[1]);
        const before = [start, longest[0] - 1];
        const last = onlyNames([longest[1] + 1, end]);
        const introduced = words(before).trimEnd().endsWith(":") || SAYS.test(words(before));
        if (onlyNames(before) && last) yield [longest, others, true];
        else if (outside(extent, longest, best) <= CHANCE) yield [longest, others, best.verdict === "altered" || (introduced && last)];
      }
      const colon = COLON.exec(words(extent));
      const begins = inside.length && inside[0].start === start && colon;
      if (inside.length && (LEAD.test(words(extent)) || begins) && inside[0].start - start < 40) {
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
      if (colon && SAYS.test(colon[0])) {
        const rest = [start + colon[0].length, end];
        if (outside(extent, rest, best) <= CHANCE) yield [rest, within([start, rest[0]]), true];
      }
      for (const claim of inside.slice(-PLACES)) {
        const near = Math.max(start, claim.start - PLACES);
        const found = TAIL.exec(text.slice(near, claim.start));
        if (found && onlyNames([claim.start, end])) {
          yield [[start, near + found.index], inside.filter((each) => each.start >= claim.start), true];
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

    // Without other documents where the right one is named, too.
    function meant(given, id) {
      const kept = given.filter((claim) => !claim.documents || claim.documents.some((each) => each.id === id));
      return kept.some((claim) => claim.documents?.length) ? kept : given;
    }

    function sentence(extent, around) {
      const [start, end] = extent;
      let [best, body, named] = [compared(extent, around), extent, around];
      const label = SOUND.includes(best.verdict) ? null : LABEL.exec(words(extent));
      if (label) {
        const other = [start + label[0].length, end];
        const found = compared(other, around);
        const better = found.source && RANKS.indexOf(found.verdict) <= RANKS.indexOf(best.verdict);
        // A text may have numbers of its own, and then they are a part of its words.
        if (better && !LABEL.test(found.source.line)) [best, body] = [found, other];
      }
      if (!SOUND.includes(best.verdict)) {
        for (const [other, own, certain] of bodies(body, best)) {
          const asked = own.length ? own : around;
          const found = compared(other, asked);
          const held = own.some((claim) => found.source && holds(claim, found.source, register));
          if ((certain || held) && RANKS.indexOf(found.verdict) <= RANKS.indexOf(best.verdict)) {
            [best, body, named] = [found, other, asked];
            break;
          }
        }
      }
      if (best.source) named = meant(named, best.source.document);
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
    const colon = found.map((extent, number) => only[number] && words(extent).endsWith(":"));
    const apart = found.map((extent, number) => text.slice(extent[1], found[number + 1]?.[0] ?? extent[1]).includes("\n\n"));
    const behind = found.map(() => null);
    const before = [...behind];
    for (let number = found.length - 2; number >= 0; number -= 1) {
      if (only[number + 1] && !colon[number + 1]) behind[number] = within(found[number + 1]);
      else if (!only[number + 1] && !apart[number]) behind[number] = behind[number + 1];
    }
    for (let number = 1; number < found.length; number += 1) {
      if (colon[number - 1]) before[number] = within(found[number - 1]);
      else if (!only[number - 1] && !apart[number - 1]) before[number] = before[number - 1];
    }
    const around = (number) => behind[number] ?? before[number] ?? [];
    const sentences = found.map((extent, number) => (only[number] ? null : sentence(extent, around(number)))).filter(Boolean);
    return { sentences, citations: kb.numbers(text, register) };
  }

  // The register of the page, made ready once.
  function register({ documents, texts, kinds, symbols, issuers }) {
    const [escaped, short] = [kinds, symbols].map((row) => row.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")));
    const names = [...new Set(documents.flatMap((document) => document.names))];
    const sources = Object.entries(texts).flatMap(([language, rows]) =>
      rows.map(([document, provision, order, units, words, name]) => ({ language, document, provision, order, units, name, ...kb.ready(words) })),
    );
    return {
      documents,
      sources,
      names: names
        .sort((one, other) => other.length - one.length)
        .map((name) => ({ name, documents: documents.filter((each) => each.names.includes(name)) })),
      issuers: [...issuers].sort((one, other) => other.length - one.length),
      organs: issuers.map(kb.bare),
      short: new RegExp(`(?<![\\p{L}\\p{N}_])(${escaped.join("|")})\\s+(?:số\\s+)?(\\d{1,5})(?![\\p{L}\\p{N}]|\\s*[-–/.]\\s*[\\p{L}\\p{N}]|\\s+(?:năm|tháng|ngày)\\s+\\d{4})`, "giu"),
      kind: new RegExp(`(?:(?<![\\p{L}\\p{N}_])(?:(${escaped.join("|")})|${short.join("|")})\\s+)?(?:số|No\\.?)?[\\s:]*$`, "iu"),
    };
  }

  Object.assign(kb, { quote, register });
})((globalThis.kbQuoting ??= {}));
