// How text becomes keys: the same as scripts/kb/views/search/keys.py, which says why; tests/search/vectors.json holds
// both to it.
(function (kb) {
  "use strict";
  const TONES = { "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" };
  const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const LETTER = "A-Za-zªµºÀ-ÖØ-öø-ɏɖ\u0300-\u036fḀ-ỿ";
  const TOKEN = new RegExp(`([${LETTER}]+)(?:['’]s(?![${LETTER}0-9]))?|([0-9]+)(?:(?:st|nd|rd|th)(?![${LETTER}0-9]))?`, "g");
  const WORDS = new RegExp(`[${LETTER}]+(?:['’]s(?![${LETTER}0-9]))?`, "g");
  const POSSESSIVE = /['’]s$/;
  const HAS_DIGIT = /[0-9]/;
  const FINAL_Y = /(?:[bcdghklmnpqrstvx]|qu)y$/;

  const DAY = "(?<day>[0-9]{1,2})";
  const MONTH = "(?<month>[0-9]{1,2})";
  const YEAR = "(?<year>(?:19|20)[0-9]{2})";
  const NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const NAME = `(?<name>${NAMES.join("|")})(?:r?uary|ch|il|[ey]|ust|(?:t|o|v|c)?e?mber|ober|t)?\\.?(?![a-z])`;
  const START = "(?<![0-9])";
  const END = "(?![0-9])";
  const WORD = "(?<![a-z0-9])";
  const compiled = (pattern) => new RegExp(pattern, "g");
  const NUMERIC = [
    `${START}${DAY} ?[/.-] ?${MONTH} ?[/.-] ?${YEAR}${END}`,
    `${START}${YEAR}-${MONTH}-${DAY}${END}`,
  ].map(compiled);
  const DATES = {
    vi: [
      `${WORD}ngay ${DAY} thang ${MONTH}(?:(?:,? nam|/) ?${YEAR})?${END}`,
      `${WORD}thang ${MONTH}(?:,? nam|/) ?${YEAR}${END}`,
    ].map(compiled).concat(NUMERIC),
    en: [
      `${START}${DAY}(?:st|nd|rd|th)? ${NAME},? ${YEAR}${END}`,
      `${WORD}${NAME} ${DAY}(?:st|nd|rd|th)?,? ${YEAR}${END}`,
      `${WORD}${NAME},? ${YEAR}${END}`,
    ].map(compiled).concat(NUMERIC),
  };
  const SIGN = new RegExp(
    "(?<![a-z0-9.,/-])([0-9]{1,5}) {0,2}[-–—‑/] {0,2}" +
    "((?:(?:19|20)[0-9]{2} ?[-–—‑/] ?)?[a-z]{1,12}[0-9]{0,3}(?: ?[-–—‑/] ?[a-z]{1,12}[0-9]{0,3})*)(?![a-z0-9])",
    "g",
  );

  const STEMS = [
    [[/ie[sd]$/, "y"], [/(ss|sh|ch|x)es$/, "$1"], [/(?<![aious])s$/, ""]],
    [
      [/mme$/, "m"], [/i[sz]ations?$/, "is"], [/i[sz](?:e[dr]?|ing)$/, "is"], [/ations?$/, "at"], [/([st])ions?$/, "$1"],
      [/(?<=[aeiouy][a-z])ing$/, ""], [/(?<=[aeiouy][a-z]{2})ing$/, ""], [/(?<=[aeiouy][a-z]{3})ing$/, ""],
      [/(?<=[aeiouy][a-z])ed$/, ""], [/(?<=[aeiouy][a-z]{2})ed$/, ""], [/(?<=[aeiouy][a-z]{3})ed$/, ""],
      [/(?<=[a-z]{4})ly$/, ""],
    ],
    [[/([bdgmnprt])\1$/, "$1"], [/(?<=[a-z]{3})e$/, ""], [/(?<=[a-z])y$/, "i"]],
  ];

  // The words, numbers and dates of a text in NFC: [{ start, end, base, exact }].
  function tokens(text, language) {
    const dates = HAS_DIGIT.test(text) ? datesIn(plain(text), language) : [];
    const found = [];
    let at = 0;
    for (const match of text.matchAll(TOKEN)) {
      while (at < dates.length && dates[at].end <= match.index) found.push(dates[at++]);
      if (at < dates.length && dates[at].start <= match.index) continue;
      const [base, exact] = match[1] ? keys(match[1], language) : [number(match[2]), number(match[2])];
      found.push({ start: match.index, end: match.index + match[0].length, base, exact });
    }
    return found.concat(dates.slice(at));
  }

  // The exact keys of a text, as `tokens` has them; a date gives its year.
  function exacts(text, language) {
    if (HAS_DIGIT.test(text)) return tokens(text, language).map(({ base, exact }) => (exact[0] === "@" ? base : exact));
    return (text.match(WORDS) ?? []).map((word) => keys(word.replace(POSSESSIVE, ""), language)[1]);
  }

  const number = (digits) => digits.replace(/^0+(?=.)/, "");

  // The signs of documents in a text in NFC: "số 05 -CT/TW" gives "#5-ct-tw".
  function signs(text) {
    return [...plain(text).matchAll(SIGN)].map(([, digits, parts]) => [`#${number(digits)}`, ...parts.match(/[a-z0-9]+/g)].join("-"));
  }

  const folded = new Map();

  function fold(character) {
    if (!folded.has(character)) {
      const like = character.replace(/[ÐƉĐðɖđ]/, "d");
      folded.set(character, like.normalize("NFD")[0].toLowerCase()[0]);
    }
    return folded.get(character);
  }

  // Text in NFC without marks and capitals, character for character.
  const plain = (text) => text.replace(/[\t\n\r\u00a0\u2009\u202f]/g, " ").replace(/[^\x00-\x7f]/g, fold).toLowerCase();

  const known = { vi: new Map(), en: new Map() };

  // Base and exact key of one word.
  function keys(word, language) {
    let pair = known[language].get(word);
    if (!pair) known[language].set(word, (pair = language === "en" ? english(word) : vietnamese(word)));
    return pair;
  }

  function english(word) {
    const whole = plain(word.normalize("NFC"));
    return [stem(whole), whole];
  }

  function vietnamese(word) {
    const letters = word.replace(/[ÐƉ]/g, "Đ").replace(/[ðɖ]/g, "đ").toLowerCase().normalize("NFD");
    const tone = TONES[letters.match(TONE)?.at(-1)] ?? "";
    const kept = letters.replace(TONE, "").normalize("NFC");
    const base = plain(kept);
    return FINAL_Y.test(base) ? [base.slice(0, -1) + "i", kept.slice(0, -1) + "i" + tone] : [base, kept + tone];
  }

  function stem(word) {
    for (const group of STEMS) {
      for (const [pattern, by] of group) {
        const shorter = word.replace(pattern, by);
        if (shorter === word || shorter.length < 2) continue;
        word = shorter;
        break;
      }
    }
    return word;
  }

  function datesIn(text, language) {
    const found = [];
    for (const pattern of DATES[language]) {
      for (const match of text.matchAll(pattern)) {
        const token = date(match);
        if (token && !found.some((other) => token.start < other.end && other.start < token.end)) found.push(token);
      }
    }
    return found.sort((a, b) => a.start - b.start);
  }

  function date({ 0: all, index, groups }) {
    const month = groups.name ? NAMES.indexOf(groups.name) + 1 : Number(groups.month);
    const day = Number(groups.day ?? 1);
    if (day < 1 || day > 31 || month < 1 || month > 12) return null;
    const two = (value) => String(value).padStart(2, "0");
    const exact = `@${groups.year ?? ""}-${two(month)}` + (groups.day ? `-${two(day)}` : "");
    return { start: index, end: index + all.length, base: groups.year ?? exact, exact };
  }

  Object.assign(kb, { tokens, exacts, signs, plain, keys });
})((globalThis.kbSearch ??= {}));
