// Which blocks of a large index are worth reading: those that hold most of what tells most.
(function (kb) {
  "use strict";
  const LIKELY = 0.6;
  const FORMS = 4;
  const PAIR = 1.5;
  const OWN = 50;
  const AFTER_PLACE = 2;

  // The numbers of the blocks to read, so many at most, in their order; `facets` are keys such as `kind:KH`, in groups of
  // which a block must hold one each.
  async function candidates(reading, facets, most, store) {
    const { blocks, keys } = store.index;
    if (!keys.length) return [...Array(blocks).keys()];
    const scores = new Float32Array(blocks);
    const lists = reading.places.length ? [] : reading.unsigned ?? reading.readings;
    for (const terms of lists.slice(0, 2)) await add(scores, terms, store);
    for (const { lists, after } of await required(reading, facets, store)) {
      const held = new Uint8Array(blocks);
      for (const numbers of lists) for (const block of numbers) held.fill(1, block, block + after + 1);
      for (let block = 0; block < blocks; block++) scores[block] = held[block] ? scores[block] + 1e-3 : -1;
    }
    for (const numbers of reading.sign ? await signed("^", reading.sign, store) : []) {
      for (const block of numbers) if (scores[block] >= 0) scores[block] += OWN;
    }
    return highest(scores, most).sort((a, b) => a - b);
  }

  // The numbers of the highest scores above nothing.
  function highest(scores, most) {
    const found = [];
    for (let block = 0; block < scores.length; block++) {
      if (scores[block] <= 0 || (found.length === most && scores[block] <= scores[found[most - 1]])) continue;
      let at = found.length;
      while (at && scores[found[at - 1]] < scores[block]) at--;
      found.splice(at, 0, block);
      if (found.length > most) found.pop();
    }
    return found;
  }

  async function add(scores, terms, store) {
    const bases = terms.map(({ forms }) => {
      const best = new Map();
      for (const { base, quality } of forms) if (quality >= LIKELY) best.set(base, Math.max(quality, best.get(base) ?? 0));
      const sorted = [...best].sort((a, b) => b[1] - a[1]);
      return sorted.slice(0, sorted[0]?.[1] === 1 ? 1 : FORMS);
    });
    const wanted = bases.map((forms, at) => forms.map(([base, quality]) => [base, quality, at]));
    for (let at = 1; at < bases.length; at++) {
      wanted.push(bases[at - 1].flatMap(([one, a]) => bases[at].map(([other, b]) => [`${one} ${other}`, Math.min(a, b) * PAIR, at])));
    }
    const keys = wanted.flat().map(([key]) => key);
    const postings = new Map((await store.postings(keys)).map((numbers, n) => [keys[n], numbers]));
    const best = new Float32Array(scores.length);
    for (const forms of wanted) {
      best.fill(0);
      for (const [key, quality, at] of forms) {
        const numbers = postings.get(key);
        const weight = quality * Math.log(1 + scores.length / (1 + numbers.length)) * Math.min(1, terms[at].weight);
        for (const block of numbers) if (weight > best[block]) best[block] = weight;
      }
      for (let block = 0; block < best.length; block++) scores[block] += best[block];
    }
  }

  // For each thing that must be there the lists of blocks of which one must name the block, or one shortly before it.
  async function required({ sign, dates, places }, facets, store) {
    const groups = facets.map((keys) => keys.map((key) => `=${key}`));
    for (const date of dates) {
      if (/^@[0-9]{4}-[0-9]{2}-/.test(date)) groups.push([date]);
      else if (/^@[0-9]{4}/.test(date)) groups.push([...Array(31).keys()].map((day) => `${date}-${String(day + 1).padStart(2, "0")}`).concat(date));
    }
    const found = await Promise.all(groups.map(async (keys) => ({ lists: await store.postings(keys), after: 0 })));
    for (const date of dates.filter((each) => each.startsWith("@-"))) {
      const keys = await store.postingsFrom("@");
      found.push({ lists: keys.filter(([key]) => kb.isDate(date, key)).map(([, numbers]) => numbers), after: 0 });
    }
    if (sign?.sure) found.push({ lists: [...(await signed("#", sign, store)), ...(sign.bare ? await store.postings([sign.number]) : [])], after: 0 });
    if (places.length) found.push({ lists: await store.postings(places.map((place) => `~${place}`)), after: AFTER_PLACE });
    return found;
  }

  // The blocks of the signs that are the one asked for.
  async function signed(mark, sign, store) {
    const found = await store.postingsFrom(`${mark}${sign.number}-`);
    return found.filter(([key]) => kb.fits(sign, key)).map(([, numbers]) => numbers);
  }

  Object.assign(kb, { candidates });
})((globalThis.kbSearch ??= {}));
