// Which blocks of a large index are worth reading: those that hold most of what tells most.
(function (kb) {
  "use strict";
  const READ_AT_ONCE = 24;
  const LIKELY = 0.6;
  const FORMS = 4;
  const PAIR = 1.5;
  const OWN = 50;
  const AFTER_PLACE = 2;

  // The numbers of the blocks to read, in their order; `facets` are keys such as `kind:KH`, in groups of which a block
  // must hold one each.
  async function candidates(reading, facets, store) {
    const { blocks, keys } = store.index;
    if (!keys.length) return [...Array(blocks).keys()];
    const scores = new Float32Array(blocks);
    const lists = reading.places.length ? [] : reading.unsigned ?? reading.readings;
    for (const terms of lists.slice(0, 2)) await add(scores, terms, store);
    for (const group of await required(reading, facets, store)) {
      const held = new Set(group.flat());
      for (let block = 0; block < blocks; block++) scores[block] = held.has(block) ? scores[block] + 1e-3 : -1;
    }
    for (const block of reading.sign ? (await signed("^", reading.sign, store)).flat() : []) if (scores[block] >= 0) scores[block] += OWN;
    const best = [...scores.keys()].filter((block) => scores[block] > 0).sort((a, b) => scores[b] - scores[a]);
    return best.slice(0, READ_AT_ONCE).sort((a, b) => a - b);
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
    for (const forms of wanted) {
      const best = new Map();
      for (const [key, quality, at] of forms) {
        const numbers = postings.get(key);
        const weight = quality * Math.log(1 + scores.length / (1 + numbers.length)) * Math.min(1, terms[at].weight);
        for (const block of numbers) if (weight > (best.get(block) ?? 0)) best.set(block, weight);
      }
      for (const [block, weight] of best) scores[block] += weight;
    }
  }

  // For each thing that must be there the lists of blocks of which one must name the block.
  async function required({ sign, dates, places }, facets, store) {
    const groups = facets.map((keys) => keys.map((key) => `=${key}`));
    for (const date of dates) {
      if (/^@[0-9]{4}-[0-9]{2}-/.test(date)) groups.push([date]);
      else if (/^@[0-9]{4}/.test(date)) groups.push([...Array(31).keys()].map((day) => `${date}-${String(day + 1).padStart(2, "0")}`).concat(date));
    }
    const found = await Promise.all(groups.map((keys) => store.postings(keys)));
    if (sign?.sure) found.push([...(await signed("#", sign, store)), ...(sign.bare ? await store.postings([sign.number]) : [])]);
    if (places.length) {
      const near = (block) => [...Array(AFTER_PLACE + 1).keys()].map((more) => block + more);
      found.push((await store.postings(places.map((place) => `~${place}`))).map((numbers) => numbers.flatMap(near)));
    }
    return found;
  }

  // The blocks of the signs that are the one asked for.
  async function signed(mark, sign, store) {
    const found = await store.postingsFrom(`${mark}${sign.number}-`);
    return found.filter(([key]) => kb.fits(sign, key)).map(([, numbers]) => numbers);
  }

  Object.assign(kb, { candidates });
})((globalThis.kbSearch ??= {}));
