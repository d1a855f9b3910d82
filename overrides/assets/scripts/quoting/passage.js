// A pasted passage, sentence by sentence: the same rules as kb/export/quoting.py.
(function (kb) {
  "use strict";
  const SOUND = ["exact", "folded", "elided"];
  const RANKS = [...SOUND, "altered", "absent"];
  const PASSAGE = 8;
  const CHANCE = 2;
  const LABEL = /^\(?(?:\d{1,2}(?:[.)/]|(?:\.\d{1,2})+[.)/]?)|[IVX]{1,5}[.)]|[a-zđ][.)]|o)\s+/u;
  const ENDS = ".;,: ";
  const MARKS = " \t\n>#*_'‘’\"“”«»";
  const DIVIDED = /(\p{L}+)-\n\s*(?=([\p{L}\p{N}_]+))/gu;
  const PAIR = /(\p{L}+)\s*[-–](?=\s*([\p{L}\p{N}_]+))/gu;
  const QUOTED_LINE = /\n[ \t]*>[> \t]*/gu;

  const holdsAll = (units, wanted) => wanted.every((unit) => units.includes(unit));

  function holds(claim, source, register) {
    if (claim.differs || (claim.documents && !claim.documents.some((each) => each.id === source.document))) return false;
    if (!claim.first) return holdsAll(source.units, claim.units);
    const own = register.sources.filter((each) => each.document === source.document);
    const begin = own.find((each) => holdsAll(each.units, claim.first));
    const end = own.findLast((each) => holdsAll(each.units, claim.units));
    return Boolean(begin && end) && begin.order <= source.order && source.order <= end.order;
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

  // The words of all texts, and the pairs of words that have a hyphen in them.
  function vocabulary(register) {
    register.vocabulary ??= new Set(
      register.sources.flatMap(({ line, words }) => [
        ...words.map((word) => line.slice(word.start, word.end).toLowerCase()),
        ...[...line.matchAll(PAIR)].map(([, one, other]) => `${one}-${other}`.toLowerCase()),
      ]),
    );
    return register.vocabulary;
  }

  // Without hyphens that divide words at the ends of lines: the same rules as kb/model/hyphenation.py.
  function whole(text, register) {
    if (!text.includes("-\n")) return text;
    const known = vocabulary(register);
    return text.replace(DIVIDED, (divided, one, other) => {
      if (known.has(kb.plain(`${one}-${other}`).toLowerCase())) return divided;
      return known.has(kb.plain(one + other).toLowerCase()) ? one : `${one}\n`;
    });
  }

  // What a text says from the beginning of each of its sentences on.
  function begun(source) {
    source.begun ??= kb.sentences(source.text).map(([start]) => kb.plain(source.text.slice(start)));
    return source.begun;
  }

  function quote(text, register) {
    const places = kb.places(text, kb.claims(text, register));
    const { within } = places;
    // Without marks of notes and of a mail before each line, and hyphens at the ends of lines.
    const words = (extent) => whole(kb.withoutMarks(text.slice(...extent).replace(QUOTED_LINE, "\n"), register), register);

    const seen = new Map();
    function anywhere(said) {
      if (!seen.has(said)) seen.set(said, kb.compare(said, register.sources));
      return seen.get(said);
    }

    function compared(extent, around) {
      const found = same(words(extent), around);
      // A word that was divided is in another form.
      return found.verdict === "exact" && text.slice(...extent).includes("-\n") ? { ...found, verdict: "folded" } : found;
    }

    function same(said, around) {
      const named = around.length ? register.sources.filter((source) => around.every((claim) => holds(claim, source, register))) : [];
      const found = named.length ? kb.compare(said, named) : null;
      if (found && SOUND.includes(found.verdict)) return found;
      let other = anywhere(said);
      const dots = /\.\s?\.$/u.test(kb.stripped(said, "", MARKS).slice(-3));
      const bare = dots ? said : kb.stripped(said, MARKS, MARKS + ENDS);
      if (["altered", "folded"].includes(other.verdict) && bare !== said) {
        const ended = anywhere(bare);
        if (SOUND.includes(ended.verdict)) other = ended;
      }
      return found && found.verdict === other.verdict ? found : other;
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

    // What words are, without a number before them where that is the writer's: a text may have numbers of its own.
    function unlabelled(extent, around) {
      const best = compared(extent, around);
      const label = SOUND.includes(best.verdict) ? null : LABEL.exec(text.slice(...extent));
      if (!label) return [best, extent];
      const other = [extent[0] + label[0].length, extent[1]];
      const found = compared(other, around);
      const theirs = found.source && LABEL.exec(found.source.line);
      const better = found.source && RANKS.indexOf(found.verdict) <= RANKS.indexOf(best.verdict);
      return better && (!theirs || found.words.startsWith(theirs[0].trim())) ? [found, other] : [best, extent];
    }

    const alike = (source) => register.sources.filter((each) => each.document === source?.document && each.provision === source?.provision);

    // Whether sound words are a part of a passage that is altered in a sentence to which no text is near.
    function torn(extent, part, whole, found) {
      if (whole.verdict !== "absent" || !SOUND.includes(found.verdict)) return false;
      const own = part.map((at) => at - extent[0]);
      const said = text.slice(...extent);
      return kb.having(found.words, said, register.sources).some((source) => kb.torn(said, places.beside(extent), own, source));
    }

    // What a sentence is, which part of it is the quotation, and the places that are named for it.
    function judged(extent, around) {
      const [best, body] = unlabelled(extent, around);
      for (const [other, own, certain] of SOUND.includes(best.verdict) ? [] : kb.bodies(places, body, best)) {
        const asked = own.length ? own : around;
        const [found, inner] = unlabelled(other, asked);
        const held = own.some((claim) => found.source && holds(claim, found.source, register));
        const better = RANKS.indexOf(found.verdict) <= RANKS.indexOf(best.verdict);
        if ((certain || held) && better && !torn(body, other, best, found)) return [found, inner, asked];
      }
      return [best, body, around];
    }

    // Whether the words before others are a writer's who leads to them without a verb of saying.
    function led(lead, rest, whole, found) {
      const said = places.beside(lead);
      if (!SOUND.includes(found.verdict)) {
        const nearer = whole.verdict === "absent" || places.onlyPlace(lead);
        return nearer && found.verdict === "altered" && kb.words(words(rest)).length >= PASSAGE;
      }
      const both = said + text.slice(...rest);
      if (kb.outside(both, [said.length, both.length], whole) > CHANCE || torn([lead[0], rest[1]], rest, whole, found)) return false;
      const first = kb.pieces(found.words).find((piece) => piece.trim()) ?? "";
      if (!alike(found.source).some((each) => begun(each).some((line) => line.startsWith(first)))) return false;
      return kb.words(said).length < PASSAGE || anywhere(kb.stripped(said, MARKS + ENDS, MARKS + ENDS)).verdict !== "altered";
    }

    function sentence(extent, around) {
      const [start, end] = extent;
      let [best, body, named] = judged(extent, around);
      for (const rest of SOUND.includes(best.verdict) ? [] : kb.ahead(places, extent)) {
        const lead = [start, rest[0]];
        const own = within(lead);
        const [other, inner, inside] = judged(rest, own.length ? own : around);
        if (led(lead, rest, best, other)) {
          [best, body, named] = [other, inner, inside];
          break;
        }
      }
      if (best.source) named = meant(named, best.source.document);
      const wrong = best.source ? named.filter((claim) => !holds(claim, best.source, register)) : [];
      const mine = words(body);
      const bare = /[.;,: ]$/u.test(best.words) ? mine : kb.stripped(mine, "", ENDS);
      return {
        text: text.slice(start, end),
        verdict: wrong.length && SOUND.includes(best.verdict) ? "misattributed" : best.verdict,
        document: best.source?.document ?? null,
        provision: best.source?.provision ?? null,
        diff: ["altered", "folded"].includes(best.verdict) ? diff(bare, best.words) : null,
        claimed: named.length ? claimed(wrong[0] ?? named[0], best.source?.document) : null,
        quoted: body.map((at) => at - start),
        wrong: wrong[0] ?? null,
        source: best.source,
      };
    }

    const near = (extent) => anywhere(words(extent)).verdict !== "absent";
    const parts = kb.sentences(text).flatMap((each) => kb.parted(text, each, register, near)).flatMap(places.apart);
    const told = parts.filter((extent) => !kb.onlyMark(text, extent));
    const [found, notes] = kb.noted(text, told.map((extent) => ({ extent, claims: within(extent), only: places.onlyPlace(extent) })));
    const around = kb.around(text, found, places.onlyNames);
    const sentences = found.map((each, number) => (each.only ? null : sentence(each.extent, notes[number] ?? around[number]))).filter(Boolean);
    return { sentences, citations: kb.numbers(text, register) };
  }

  // The register of the page, made ready once.
  function register({ documents, texts, kinds, symbols, issuers }) {
    const organs = [...issuers, ...documents.flatMap((document) => document.issuers)].sort((one, other) => other.length - one.length);
    const literal = (name) => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replace(/\s+/gu, "\\s+");
    const [escaped, short, given] = [kinds, symbols, organs].map((row) => row.map(literal));
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
      issuer: new RegExp(`(?:${given.join("|")})(?![\\p{L}\\p{N}_])`, "iuy"),
      organs: issuers.map(kb.bare),
      short: new RegExp(`(?<![\\p{L}\\p{N}_])(${escaped.join("|")})\\s+(?:số\\s+)?(\\d{1,5})(?![\\p{L}\\p{N}]|\\s*[-–/.]\\s*[\\p{L}\\p{N}]|\\s+(?:năm|tháng|ngày)\\s+\\d{4})`, "giu"),
      kind: new RegExp(`(?:(?<![\\p{L}\\p{N}_])(?:(${escaped.join("|")})|${short.join("|")})\\s+)?(?:số|No\\.?)?[\\s:]*$`, "iu"),
    };
  }

  Object.assign(kb, { quote, register });
})((globalThis.kbQuoting ??= {}));
