// Words as they were typed without an input method switched on: Telex (`tuyeenf`) and VNI (`tuye62n`).
(function (kb) {
  "use strict";
  const HAT = "\u0302";
  const BREVE = "\u0306";
  const HORN = "\u031b";
  const TELEX = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
  const VNI = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
  const VOWEL = /[aeiouy]/;

  // The word that was meant, in lower case; empty where no key of the method was used.
  function telex(word) {
    const meant = new Word();
    for (const key of word.toLowerCase()) {
      const before = meant.letters.at(-1);
      if (TELEX[key] && meant.hasVowel()) meant.tone = TELEX[key];
      else if (key === "w") meant.hook() || meant.add("u", HORN);
      else if ("aeo".includes(key) && meant.mark(key, HAT)) continue;
      else if (key === "d" && meant.letters[0]?.letter === "d" && (before.letter === "d" || meant.hasVowel()) && meant.bar()) continue;
      else meant.add(key);
    }
    return meant.changed ? meant.toString() : "";
  }

  function vni(word) {
    if (!/^[a-z][a-z0-9]*$/i.test(word) || !/[1-9]/.test(word)) return "";
    const meant = new Word();
    for (const key of word.toLowerCase()) {
      if (key >= "1" && key <= "5" && meant.hasVowel()) meant.tone = VNI[key];
      else if (key === "6" && ["a", "e", "o"].some((letter) => meant.mark(letter, HAT))) continue;
      else if (key === "7" && meant.hook()) continue;
      else if (key === "8" && meant.mark("a", BREVE)) continue;
      else if (key === "9" && meant.bar()) continue;
      else if (key >= "0" && key <= "9") return "";
      else meant.add(key);
    }
    return meant.toString();
  }

  // An exact key as it is written: `truyên2` gives `truyền`.
  function written(exact) {
    const word = new Word();
    for (const letter of exact.replace(/[1-5]$/, "")) {
      const [plain, ...marks] = letter.normalize("NFD");
      letter === "đ" ? word.add("d", "đ") : word.add(plain, marks.join(""));
    }
    word.tone = VNI[exact.match(/[1-5]$/)?.[0] ?? 0];
    return word.toString();
  }

  class Word {
    letters = [];
    tone = "";
    marked = false;

    get changed() {
      return this.marked || this.tone !== "";
    }

    add(letter, mark = "") {
      this.letters.push({ letter, mark });
      if (mark) this.marked = true;
    }

    hasVowel() {
      return this.letters.some(({ letter }) => VOWEL.test(letter));
    }

    // Puts a mark on the last such letter that has none; false where there is none.
    mark(letter, mark) {
      const found = this.letters.findLast((each) => each.letter === letter && !each.mark);
      if (!found) return false;
      found.mark = mark;
      return (this.marked = true);
    }

    // `w` and `7`: ươ, ơ, ư or ă.
    hook() {
      const at = this.letters.findLastIndex(({ letter, mark }) => "uoa".includes(letter) && !mark);
      if (at < 0) return false;
      const { letter } = this.letters[at];
      const pair = letter === "o" && this.letters[at - 1]?.letter === "u" && !this.letters[at - 1].mark;
      if (pair && this.letters[at - 2]?.letter !== "q") this.letters[at - 1].mark = HORN;
      this.letters[at].mark = letter === "a" ? BREVE : HORN;
      return (this.marked = true);
    }

    bar() {
      const first = this.letters[0];
      if (first?.letter !== "d" || first.mark) return false;
      first.mark = "đ";
      return (this.marked = true);
    }

    // The tone stands on the vowel with a mark, else on the last but one of an open group, else on the last.
    toString() {
      const vowels = this.letters.map((_, at) => at).filter((at) => this.#isVowel(at));
      const marked = vowels.findLast((at) => this.letters[at].mark);
      const closed = vowels.length && vowels.at(-1) < this.letters.length - 1;
      const at = marked ?? (vowels.length < 2 || closed ? vowels.at(-1) : vowels.at(-2));
      const parts = this.letters.map(({ letter, mark }, n) => (mark === "đ" ? mark : letter + mark) + (n === at ? this.tone : ""));
      return parts.join("").normalize("NFC");
    }

    #isVowel(at) {
      const { letter } = this.letters[at];
      const [before, after] = [this.letters[at - 1]?.letter, this.letters[at + 1]?.letter];
      const glide = (letter === "u" && before === "q") || (letter === "i" && before === "g" && VOWEL.test(after ?? ""));
      return VOWEL.test(letter) && !glide;
    }
  }

  Object.assign(kb, { telex, vni, written });
})((globalThis.kbSearch ??= {}));
