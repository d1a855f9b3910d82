// An index on the site, read part by part.
(function (kb) {
  "use strict";
  const HALF = 45;
  const FIRST = 35;
  class Store {
    #folder;
    #name;
    #parts = new Map();
    #postings = new Map();

    constructor(folder, name) {
      [this.#folder, this.#name] = [folder, name];
    }

    // The vocabulary and the plan of the parts; rejects, and may be asked again, where it cannot be had.
    open() {
      this.opened ??= this.#part("index").then((index) => {
        this.index = index;
        this.words = new kb.Words(index.words, index.records);
        return this;
      });
      this.opened.catch(() => (this.opened = null));
      return this.opened;
    }

    // The blocks with these numbers, in that order, each once read the same object.
    async blocks(numbers) {
      const { texts } = this.index;
      const parts = numbers.map((number) => before(texts, number));
      const found = new Map(await Promise.all([...new Set(parts)].map(async (part) => [part, await this.#part(`texts-${part}`)])));
      return numbers.map((number, at) => found.get(parts[at])[number - texts[parts[at]]]);
    }

    // For each key the blocks that hold it.
    async postings(keys) {
      const parts = new Set(keys.map((key) => before(this.index.keys, key)).filter((part) => part >= 0));
      await Promise.all([...parts].map((part) => this.#lines(part)));
      return keys.map((key) => this.#blocksOf(before(this.index.keys, key), key));
    }

    // The keys with this start, each with the blocks that hold it.
    async postingsFrom(start) {
      const { keys } = this.index;
      const [from, to] = [Math.max(0, before(keys, start)), before(keys, start + "\uffff")];
      const parts = [...Array(to - from + 1).keys()].map((n) => from + n);
      await Promise.all(parts.map((part) => this.#lines(part)));
      const found = parts.flatMap((part) => [...this.#postings.get(part).keys()].map((key) => [key, part]));
      return found.filter(([key]) => key.startsWith(start)).map(([key, part]) => [key, this.#blocksOf(part, key)]);
    }

    // Written out when it is first asked for.
    #blocksOf(part, key) {
      const lines = this.#postings.get(part);
      const written = lines?.get(key) ?? "";
      if (typeof written !== "string") return written;
      const numbers = gaps(written);
      if (written) lines.set(key, numbers);
      return numbers;
    }

    async #lines(part) {
      if (this.#postings.has(part)) return;
      const lines = (await this.#part(`keys-${part}`)).split("\n");
      this.#postings.set(part, new Map(lines.map((line) => line.split("\t"))));
    }

    #part(file) {
      const name = `${this.#name}/${file}`;
      if (!this.#parts.has(name)) {
        const folder = this.index ? `${this.#folder}${this.index.stamp}/` : this.#folder;
        const loading = kb.fetched(name, `${folder}${file}.js`);
        loading.catch(() => this.#parts.delete(name));
        this.#parts.set(name, loading);
      }
      return this.#parts.get(name);
    }
  }

  // Where the last of the ascending values stands that is not greater; -1 where all are.
  function before(values, wanted) {
    let [low, high] = [0, values.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // Ascending numbers from the gaps between them: see index.py, `_gaps`.
  function gaps(written) {
    const numbers = new Int32Array(written.length);
    let [count, number, gap, unit] = [0, -1, 0, 1];
    for (let at = 0; at < written.length; at++) {
      const code = written.charCodeAt(at);
      const digit = code - FIRST - (code > 92 ? 1 : 0);
      if (digit >= HALF) {
        gap += (digit - HALF) * unit;
        unit *= HALF;
      } else {
        number += gap + digit * unit + 1;
        numbers[count++] = number;
        gap = 0;
        unit = 1;
      }
    }
    return numbers.subarray(0, count);
  }

  Object.assign(kb, { Store });
})((globalThis.kbSearch ??= {}));
