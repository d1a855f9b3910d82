// The words that the texts of an index hold: how rare each is, how it is spelled, and which are near to one another.
(function (kb) {
  "use strict";
  const LONGEST = 14;
  // What one more word costs where letters run together.
  const WORD = 10;

  class Words {
    #known = new Map();
    #sorted = [];
    #near = new Map();
    #byLength = [];

    // `lines`: on each line a base, the number of records that hold it, and its spellings (`.`: the base itself).
    constructor(lines, records) {
      this.records = records;
      for (const line of lines.split("\n")) {
        const [base, count, ...spellings] = line.split(" ");
        this.#known.set(base, { count: Number(count), spellings: spellings.map((each) => (each === "." ? base : each)) });
        this.#sorted.push(base);
        if (/[a-z]/.test(base)) (this.#byLength[base.length] ??= []).push(base);
      }
    }

    has(base) {
      return this.#known.has(base);
    }

    spelled(base, exact) {
      return this.spellings(base).includes(exact);
    }

    spellings(base) {
      return this.#known.get(base)?.spellings ?? [];
    }

    // How much a word tells: the rarer, the more.
    weight(base) {
      return Math.log(1 + this.records / (1 + (this.#known.get(base)?.count ?? 0)));
    }

    startingWith(start, most) {
      let [low, high] = [0, this.#sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.#sorted[middle] < start) low = middle + 1;
        else high = middle;
      }
      const found = [];
      while (found.length < most && this.#sorted[low]?.startsWith(start)) found.push(this.#sorted[low++]);
      return found;
    }

    // The known words one slip away: a letter more, less, other, or two letters changed over.
    near(base) {
      if (!this.#near.has(base)) {
        const lengths = [-1, 0, 1].flatMap((by) => this.#byLength[base.length + by] ?? []);
        const found = lengths.filter((word) => word !== base && oneSlip(base, word));
        this.#near.set(base, [...new Set([...found, ...heardAs(base).filter((word) => this.has(word))])]);
      }
      return this.#near.get(base);
    }

    // A run of letters as the fewest known words; null where it is none. `read` tells what a piece may mean, and at
    // what cost.
    split(letters, read) {
      const best = [{ words: [], cost: 0 }];
      for (let end = 2; end <= letters.length; end++) {
        for (let from = Math.max(0, end - LONGEST); from <= end - 2; from++) {
          const before = best[from];
          const meant = before && read(letters.slice(from, end));
          if (!meant) continue;
          const [word, cost] = meant;
          const whole = before.cost + cost + WORD + this.weight(kb.keys(word, "vi")[0]);
          if (!best[end] || whole < best[end].cost) best[end] = { words: [...before.words, word], cost: whole };
        }
      }
      return best[letters.length]?.words ?? null;
    }
  }

  // Letters that stand side by side on the keyboard, or that are taken for one another by ear.
  const CONFUSED = ["qw", "we", "er", "rt", "ty", "yu", "ui", "io", "op", "as", "sd", "df", "fg", "gh", "hj", "jk", "kl", "zx", "xc", "cv", "vb",
    "bn", "nm", "sx", "ln", "dr", "dg", "gr", "ct", "iy", "aq", "sz", "ck", "kq", "bv", "ao", "ae", "ie", "ou", "tc", "mn", "np", "vd"];
  const SHORT = 4;

  function oneSlip(one, other) {
    let start = 0;
    while (start < one.length && one[start] === other[start]) start++;
    let [a, b] = [one.length, other.length];
    while (a > start && b > start && one[a - 1] === other[b - 1]) [a, b] = [a - 1, b - 1];
    if (a - start === 1 && b - start === 1) return one.length > SHORT || confused(one[start], other[start]);
    if (a - start <= 1 && b - start <= 1) return true;
    return a - start === 2 && b - start === 2 && one[start] === other[start + 1] && one[start + 1] === other[start];
  }

  // Syllables that sound the same in one region or another.
  const INITIALS = [["ch", "tr"], ["s", "x"], ["d", "gi"], ["d", "r"], ["gi", "r"], ["l", "n"], ["v", "d"], ["ng", "ngh"], ["g", "gh"], ["c", "k"]];
  const FINALS = [["n", "ng"], ["t", "c"], ["t", "ch"], ["n", "nh"]];

  function heardAs(base) {
    const found = [];
    for (const [one, other] of [...INITIALS, ...INITIALS.map(([a, b]) => [b, a])]) {
      if (new RegExp(`^${one}[aeiouy]`).test(base)) found.push(other + base.slice(one.length));
    }
    for (const [one, other] of [...FINALS, ...FINALS.map(([a, b]) => [b, a])]) {
      if (new RegExp(`[aeiouy]${one}$`).test(base)) found.push(base.slice(0, -one.length) + other);
    }
    return found;
  }

  const confused = (one, other) => CONFUSED.includes(one + other) || CONFUSED.includes(other + one);

  Object.assign(kb, { Words });
})((globalThis.kbSearch ??= {}));
