// From a query to results: the blocks worth reading, the records in them that answer, in order, and their facets.
(function (kb) {
  "use strict";
  // Less than this of the query in the best record: the topic is not here. A whole question, or a long row of words, may
  // hold more words of its own than a topic of two or three; where one syllable of three is missing, it is another topic.
  const TOPIC = [0.61, 0.61, 0.61, 0.69, 0.61, 0.53, 0.53, 0.53, 0.47];
  const QUESTION = [0.57, 0.57, 0.57, 0.57, 0.57, 0.54, 0.47];

  // What `terms` must be answered by; some of them may only be wording, which tells a question.
  function enough(terms) {
    const asked = terms.filter(({ asked }) => asked).length;
    const shares = asked < terms.length ? QUESTION : TOPIC;
    return shares[Math.min(asked, shares.length - 1)];
  }

  // A long question may hold much that is not here; a record still answers that has as much of it as so many words of
  // the rarest, and this share.
  const TELLS = 1.6;
  const TELLS_SHARE = 0.33;

  function tells(found, words) {
    const least = TELLS * words.weight("");
    const questions = found.filter(({ coverage, compiled }) => coverage >= TELLS_SHARE && compiled.terms.some(({ asked }) => !asked));
    return questions.some(({ coverage, compiled }) => coverage * compiled.total >= least);
  }

  // Records that answer so much less than the best are left out.
  const REST = 0.5;
  const BLOCKS = 24;
  const ASKED = 0.7;
  const FEW = 3;
  const VOUCH = 0.7;
  const VOUCH_MORE = 0.6;
  const SORTS = { p: 1, t: 0.8, d: 1, c: 0.75, q: 0.7, a: 0.7, g: 0.7, b: 1 };
  // A document that is only cited is the answer where it is named in full; else the passages that name it are.
  const NAMED = 0.95;
  const HEADING = 1.05;
  const SIGNED = { d: 3, other: 1.5 };

  // While somebody types, the last word may be one that only begins: where nothing is found, what stands before it is
  // looked for.
  async function searchTyped(query, store, options) {
    const found = await search(query, store, options);
    if (found.hits.length) return found;
    const before = kb.beforeBegun(query, store);
    const sooner = before ? await search(before, store, options) : found;
    return sooner.hits.length ? sooner : found;
  }

  // { reading, hits: [{ record, score, coverage, compiled }], partial } in order of rank. `literal` takes every
  // word as it stands; `facets` are groups of keys; `most` are the blocks of a large index that are read; `partial` says
  // that not all of them were.
  async function search(query, store, { literal = false, facets = [], most = BLOCKS } = {}) {
    await store.open();
    const reading = kb.read(query, store, literal);
    const numbers = await kb.candidates(reading, facets, most, store);
    const blocks = await store.blocks(numbers);
    const records = blocks.flatMap((block, at) => kb.records(block, store.index.language, numbers[at]));
    let hits = reading.places.length ? atPlace(records, reading) : ranked(records, reading, store.words);
    if (!hits.length && reading.unsigned) hits = ranked(records, { ...reading, sign: null, readings: reading.unsigned }, store.words);
    return { reading, hits, partial: numbers.length < store.index.blocks };
  }

  function atPlace(records, { places, sign }) {
    const found = [];
    for (const place of places) {
      for (const record of records) {
        if (!record.document || (sign && !fitting(sign, kb.signs(record.document)))) continue;
        const inside = record.anchor.startsWith(`${place}-`) || record.anchor.startsWith(`${place}.`);
        if (record.anchor === place || inside) found.push({ record, coverage: 1, score: record.anchor === place ? 2 : 1 });
      }
    }
    return found.sort((a, b) => b.score - a.score);
  }

  const isDocument = ({ sort }) => sort === "d" || sort === "c";

  const fitting = (sign, signs) => signs.reduce((best, each) => Math.max(best, kb.fits(sign, each)), 0);

  function ranked(records, reading, words) {
    const compiled = reading.readings.filter((terms) => terms.length).map(kb.compile);
    if (!compiled.length && !reading.sign && !reading.dates.length) return [];
    // A number or a date that a record carries is answer enough.
    const exact = reading.sign || reading.dates.length || reading.phrases.length;
    const found = [];
    for (const record of records) {
      const basis = required(record, reading);
      if (!basis) continue;
      let best = { coverage: compiled.length ? 0 : 1, score: 0 };
      for (const each of compiled) {
        const one = kb.match(record, each);
        if (one.coverage * one.score > best.coverage * best.score || !best.score) best = { ...one, compiled: each };
      }
      if (!exact && !best.coverage) continue;
      const named = record.sort === "c" && best.compiled && kb.asked(record, best.compiled, words) >= NAMED;
      const sort = Number(record.sort) ? HEADING : SORTS[named ? "d" : record.sort];
      found.push({ record, compiled: best.compiled, coverage: best.coverage, score: (basis + best.score * (0.4 + 0.6 * best.coverage)) * sort });
    }
    const most = Math.max(0, ...found.map(({ coverage }) => coverage));
    if (!exact && most < Math.max(...compiled.map(({ terms }) => enough(terms))) && !tells(found, words)) return [];
    const kept = found.filter(({ coverage, score }) => score > 0 && (exact || coverage >= most * REST));
    return vouched(kept, records, words).sort((a, b) => b.score - a.score);
  }

  // A question that was asked in nearly these words vouches for what it rests on: the best of it comes before it, the
  // higher the more of the question was asked.
  function vouched(hits, records, words) {
    const found = new Map(hits.map((hit) => [hit.record.address, hit]));
    for (const { record, compiled, coverage, score } of hits) {
      if (coverage < ASKED || !record.rests.length) continue;
      const rests = records.filter(({ address }) => record.rests.includes(address));
      const headings = rests.filter(({ sort }) => Number(sort));
      const few = rests.length <= FEW ? rests : headings;
      const best = few.toSorted((a, b) => (found.get(b.address)?.score ?? 0) - (found.get(a.address)?.score ?? 0))[0];
      const worth = (score / SORTS.q) * (VOUCH + VOUCH_MORE * (compiled ? kb.asked(record, compiled, words) : 0));
      if (!best || found.get(best.address)?.score > worth) continue;
      found.set(best.address, { record: best, compiled, coverage, score: Math.max(worth, score * 1.001) });
    }
    return [...found.values()];
  }

  // 0 where the record lacks a number, date or quoted phrase that was asked for, else what having them is worth.
  function required(record, { sign, dates, phrases }) {
    let worth = 0.0001;
    if (sign) {
      const fit = fitting(sign, kb.signsOf(record)) || (sign.bare && kb.holds(record, [{ base: sign.number, exact: sign.number }]) ? 0.5 : 0);
      if (!fit) return 0;
      const own = isDocument(record) ? fitting(sign, kb.signs(record.title)) : 0;
      worth += own ? SIGNED.d * own : SIGNED.other * fit;
    }
    for (const date of dates) {
      if (!kb.datesOf(record).some((each) => kb.isDate(date, each))) return 0;
      worth += isDocument(record) ? SIGNED.d : SIGNED.other;
    }
    for (const phrase of phrases) {
      if (!kb.holds(record, phrase)) return 0;
      worth += 1;
    }
    return worth;
  }

  Object.assign(kb, { search, searchTyped });
})((globalThis.kbSearch ??= {}));
