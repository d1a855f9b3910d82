// How well a record answers a reading of a query.
(function (kb) {
  "use strict";
  // What a match in a field counts for the rank. Headings, document and themes of a provision count less than its words.
  const WEIGHTS = {
    p: { text: 1, path: 0.35, more: 0.35 },
    t: { text: 0.8, more: 0.3 },
    d: { title: 1.1, text: 0.6 },
    c: { title: 1.1, text: 0.6 },
    heading: { text: 1.1, path: 0.3, more: 0.3 },
    q: { title: 0.8 },
    a: { title: 0.8, text: 0.8 },
    g: { title: 0.85 },
    b: { title: 1, text: 0.8 },
  };
  // How far a match outside the words of the record itself goes to show that it answers at all.
  const COVER = { title: 1, text: 1, path: 0.7, more: 0.8 };
  const PAIR = 0.9;
  const TOGETHER = [1, 1];
  const APART = 0.5;
  // All the words of the query, one after the other.
  const WHOLE = 1.25;
  const LENGTH = 0.12;
  const MOST_IN_BLOCK = 1e6;

  const numbers = new Map();
  const numberOf = (exact) => numbers.get(exact) ?? (numbers.set(exact, numbers.size), numbers.size - 1);
  const analysed = new WeakMap();
  const texts = {};

  // The records of a block, ready to be compared; made once. Their order is that of the blocks, which have a number each.
  function records(block, language, number) {
    if (!analysed.has(block)) {
      const made = analyse(block, language);
      made.forEach((record, at) => (record.order = number * MOST_IN_BLOCK + at));
      analysed.set(block, made);
    }
    return analysed.get(block);
  }

  function analyse([page, document, citation, facets, above, rows], language) {
    const headings = new Map(above);
    return rows.map(([given, anchor, title, text = "", more = "", own = [], cite = "", rests = []]) => {
      const level = Number(given);
      // `p2`: from here on under no heading below the second level, though one came last.
      const [sort, under] = level ? [given, level - 1] : [given[0], given.length > 1 ? Number(given[1]) : Infinity];
      for (const each of [...headings.keys()]) if (each > under) headings.delete(each);
      const path = page && sort !== "d" && sort !== "c" ? [document, ...headings.values()] : [];
      if (level) headings.set(level, text);
      const record = { language, sort, anchor, title, text, path, cite, rests, document, citation, facets: [...facets, ...own] };
      record.address = page ? page + (anchor && `#${anchor}`) : anchor;
      const words = { title, text, more, path: path.slice(1).join(" \n ") };
      record.fields = Object.entries(WEIGHTS[level ? "heading" : sort]).map(([name, weight]) => ({ weight, cover: COVER[name], ids: idsOf(name, words[name], language) }));
      return record;
    });
  }

  // Numbers and dates of a record, which few queries ask for.
  const signsOf = (record) => (record.signs ??= kb.signs(`${record.title}\n${record.text}`));
  const datesOf = (record) => (record.dates ??= kb.tokens(`${record.title}\n${record.text}`, record.language).map(({ exact }) => exact).filter((exact) => exact[0] === "@"));

  // Titles and headings come back, texts seldom do.
  const RETURNING = new Set(["title", "path"]);

  function idsOf(name, text, language) {
    if (!RETURNING.has(name)) return ids(text, language);
    const known = (texts[language] ??= new Map());
    if (!known.has(text)) known.set(text, ids(text, language));
    return known.get(text);
  }

  const ids = (text, language) => Int32Array.from(kb.exacts(text, language), numberOf);

  // A reading made ready: for each spelling the words of the query that it may stand for.
  function compile(terms) {
    const lookup = new Map();
    terms.forEach((term, at) => {
      const best = new Map();
      for (const form of term.forms) {
        const before = best.get(form.exact);
        if (!before || form.quality > before.quality) best.set(form.exact, form);
      }
      for (const [exact, { quality, near }] of best) {
        const id = numberOf(exact);
        if (!lookup.has(id)) lookup.set(id, []);
        lookup.get(id).push({ at, quality, near });
      }
    });
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    const pairs = terms.slice(1).map((term, at) => (term.weight + terms[at].weight) / 2);
    return { terms, lookup, total, pairs, pairTotal: pairs.reduce((sum, weight) => sum + weight, 0) };
  }

  const NOTHING = { coverage: 0, score: 0 };

  // { coverage, score }: how much of the query the record holds (0 to 1), and how well it ranks.
  function match(record, { terms, lookup, total, pairs, pairTotal }) {
    const count = terms.length;
    const found = record.fields.map(({ ids }) => hits(ids, lookup));
    if (found.every((each) => !each.length)) return NOTHING;
    const [rank, cover, joined] = [0, 0, 0].map(() => new Float32Array(count));
    let whole = 1;
    record.fields.forEach(({ ids, weight, cover: share }, n) => {
      const length = 1 / (1 + LENGTH * Math.log2(1 + ids.length / 30));
      for (const { at, quality, near, pair, support, run } of found[n]) {
        if (near && !support) continue;
        const [ranks, covers] = count > 1 ? terms[at].alone : TOGETHER;
        rank[at] = Math.max(rank[at], (ranks * quality + (1 - ranks) * support) * weight * length);
        cover[at] = Math.max(cover[at], (covers * quality + (1 - covers) * support) * share);
        joined[at] = Math.max(joined[at], pair * weight * length);
        if (run === count) whole = WHOLE;
      }
    });
    let [score, coverage] = [0, 0];
    for (let at = 0; at < count; at++) {
      score += terms[at].weight * rank[at] + (at ? PAIR * pairs[at - 1] * joined[at] : 0);
      coverage += terms[at].weight * cover[at];
    }
    return { coverage: coverage / total, score: (whole * score) / (total + PAIR * pairTotal) };
  }

  // The places of a field where a word of the query stands: `pair` says how well it follows the word before it in the
  // query, `support` how well it stands beside either neighbour, `run` how many words of the query end there.
  function hits(ids, lookup) {
    const found = [];
    for (let place = 0; place < ids.length; place++) {
      const words = lookup.get(ids[place]);
      if (!words) continue;
      for (const { at, quality, near } of words) {
        const hit = { place, at, quality, near, pair: 0, support: 0, run: at ? 0 : 1 };
        for (let n = found.length - 1; n >= 0 && found[n].place >= place - 2; n--) {
          const other = found[n];
          // Of two that are only near neither speaks for the other.
          if (other.at !== at - 1 || other.place === place || (near && other.near)) continue;
          const strength = Math.min(quality, other.quality) * (other.place === place - 1 ? 1 : near || other.near ? 0 : APART);
          if (other.run === at && other.place === place - 1) hit.run = at + 1;
          hit.pair = Math.max(hit.pair, strength);
          hit.support = Math.max(hit.support, strength);
          other.support = Math.max(other.support, strength);
        }
        found.push(hit);
      }
    }
    return found;
  }

  // How much of the title of a record the query holds, 0 to 1.
  function asked(record, { lookup }, words) {
    const { ids, worth, whole } = (record.name ??= named(record, words));
    const held = new Set(hits(ids, lookup).filter(({ near, support }) => !near || support).map(({ place }) => place));
    return worth.reduce((sum, each, at) => sum + (held.has(at) ? each : 0), 0) / whole;
  }

  // What each word of the title counts there, and all together.
  function named({ title, language }, words) {
    const tokens = kb.tokens(title, language);
    const worth = kb.worth(tokens, true, language).map((worth, at) => worth * words.weight(tokens[at].base));
    return { ids: ids(title, language), worth, whole: worth.reduce((sum, each) => sum + each, 0) };
  }

  // Whether the tokens stand side by side in the title or the text; words typed without accents go by their base.
  function holds(record, tokens) {
    return [record.title, record.text].some((text) => {
      const written = kb.tokens(text, record.language);
      return written.some((_, from) => tokens.every((token, n) => isWord(token, written[from + n])));
    });
  }

  const isWord = (wanted, word) => word && (wanted.base === wanted.exact ? word.base === wanted.base : word.exact === wanted.exact);

  // Whether a date of a text is the one asked for, which may lack its day or its year.
  const isDate = (wanted, written) => written.startsWith(wanted) || (wanted.startsWith("@-") && written.endsWith(wanted.slice(1)));

  Object.assign(kb, { records, signsOf, datesOf, compile, match, asked, hits, ids, holds, isDate });
})((globalThis.kbSearch ??= {}));
