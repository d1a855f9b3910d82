// What a query asks for: an address, the number of a document, dates, quoted words, and words in one or more readings.
(function (kb) {
  "use strict";
  // Dates as they are only typed; in a text `17/5` may be anything.
  const TYPED_DATES = [
    [/(?<![0-9./-])(?<day>[0-9]{1,2}(?<dash>[/.-])[0-9]{1,2}\k<dash>)(?<year>[0-9]{2})(?![0-9/.-])/g, "$<day>20$<year>"],
    [/^([0-9]{1,2})[/-]((?:19|20)[0-9]{2})$/, "tháng $1 năm $2"],
    [/(^|ng[aà]y +)([0-9]{1,2})[/-]([0-9]{1,2})$/i, "ngày $2 tháng $3"],
    [/(?:ng[aà]y +)?(?<![0-9.,/-])([0-9]{1,2}) +th[aá]ng +([0-9]{1,2})(?![0-9/.-])/gi, "ngày $1 tháng $2"],
    [/(ngày [0-9]{1,2} tháng [0-9]{1,2}) +((?:19|20)[0-9]{2})(?![0-9/.-])/, "$1 năm $2"],
  ];
  const QUOTED = /["“”«»]([^"“”«»]+)["“”«»]/g;
  const MOST_READINGS = 6;
  const PREFIXES = 60;
  // How far a spelling with other accents counts: less where what was typed is a word of the texts itself.
  const WORD = { tone: 0.45, other: 0.3, none: 0.5 };
  const NO_WORD = { tone: 0.8, other: 0.6, none: 0.8 };
  const SLIP = 0.7;
  // What a word is worth that stands without its neighbours, for the rank and as a sign that the text answers: a
  // Vietnamese syllable is then seldom the same word.
  const ALONE = { syllable: [0.35, 0.12], number: [0.5, 0.2], year: [1, 1], english: [0.85, 0.85], other: [1, 1] };
  const SYLLABLE = /^(?:[bcdghklmnpqrstvx]|[cgknpt]h|gi|ngh?|qu|tr)?[aeiouy]{1,3}(?:[cmnpt]|[cn]h|ng)?$/;
  const BEGUN = 0.7;
  const YEAR = /^(?:19|20)[0-9]{2}$/;
  const OF_YEAR = 0.25;

  // `literal` takes each word as it stands.
  function read(query, store, literal = false) {
    const { index } = store;
    const typed = query.normalize("NFC").trim();
    const { text, changed } = literal ? { text: typed, changed: false } : kb.meant(dated(typed), store);
    const tokens = kb.tokens(text, index.language);
    for (const token of tokens) token.folded = kb.plain(text.slice(token.start, token.end));
    const dates = tokens.filter((token) => token.exact.startsWith("@")).map((token) => token.exact);
    const sign = kb.sign(text, tokens, index);
    const left = sign ? text.slice(0, tokens[sign.from].start) + " " + text.slice(tokens[sign.to].end) : text;
    const reading = { typed, text, changed, dates, sign, phrases: phrases(text, index.language), places: kb.places(kb.plain(left)) };
    if (!reading.places.length && !sign) Object.assign(reading, inDocument(kb.plain(text)));
    const accented = tokens.some(({ base, exact }) => base !== exact && !exact.startsWith("@"));
    const read = (chosen) => readings(text, chosen, store).map((list) => terms(list, { accented, literal }, store));
    const words = tokens.filter((token) => !token.exact.startsWith("@"));
    reading.readings = read(sign ? words.filter((token) => !tokens.slice(sign.from, sign.to + 1).includes(token)) : words);
    if (sign && !sign.sure) reading.unsigned = read(words);
    return reading;
  }

  const dated = (query) => TYPED_DATES.reduce((text, [pattern, by]) => text.replace(pattern, by), query);

  // `23 II 1.1`: the number of a document before an address.
  function inDocument(text) {
    const found = text.match(/^([0-9]{1,5}) +([ivx]+[ .].*)$/);
    const places = found ? kb.places(found[2]) : [];
    return places.length ? { places, sign: { number: found[1].replace(/^0+(?=.)/, ""), parts: [], alike: [], kinds: [], bare: true, sure: true } } : {};
  }

  function phrases(text, language) {
    const found = [...text.matchAll(QUOTED)].map(([, words]) => kb.tokens(words, language));
    return found.filter((tokens) => tokens.length);
  }

  // The words of the query, and each with short forms written out.
  function readings(text, tokens, store) {
    let found = [[]];
    for (let at = 0; at < tokens.length; ) {
      const [taken, choices] = choicesAt(text, tokens, at, store);
      found = found.flatMap((reading) => choices.map((choice) => [...reading, ...choice])).slice(0, MOST_READINGS);
      at += taken;
    }
    return found;
  }

  function choicesAt(text, tokens, at, { index, words }) {
    for (let length = Math.min(3, tokens.length - at); length > 0; length--) {
      const run = tokens.slice(at, at + length);
      const raw = text.slice(run[0].start, run.at(-1).end);
      const full = short(raw, index.short);
      // `TƯ` is a short form, `tư` a word.
      const isWord = length === 1 && words.has(run[0].base) && /[aeiouy]/.test(run[0].base);
      if (!full || (isWord && raw !== raw.toUpperCase())) continue;
      const literal = run.every(({ base }) => words.has(base)) ? [run] : [];
      return [length, [...full.map((each) => kb.tokens(each, index.language)), ...literal]];
    }
    return [1, [[tokens[at]]]];
  }

  function short(raw, forms) {
    const folded = kb.plain(raw).replace(/\s+/g, " ");
    return [folded, folded.replace(/[ .-]/g, "")].filter((form) => Object.hasOwn(forms, form)).map((form) => forms[form])[0];
  }

  function terms(tokens, { accented, literal }, store) {
    const { index } = store;
    // A word that is nowhere in the texts is the topic of a short query; in a question it may be only its wording.
    const unknown = Math.max(0.6, 1 - 0.1 * Math.max(0, tokens.length - 3));
    const worth = kb.worth(tokens, accented, index.language);
    return tokens.map((token, at) => {
      const isLast = at === tokens.length - 1;
      const ofYear = token.folded === "nam" && YEAR.test(tokens[at + 1]?.base);
      const less = ofYear ? Math.min(OF_YEAR, worth[at]) : worth[at];
      return {
        base: token.base,
        exact: token.exact,
        asked: less === 1,
        weight: store.words.weight(token.base) * less * (store.words.has(token.base) ? 1 : unknown * (/[aeiouy0-9]/.test(token.base) ? 1 : 0.5)),
        alone: alone(token.base, index.language),
        forms: forms(token, { accented, literal, isLast, count: tokens.length }, store),
      };
    });
  }

  function alone(base, language) {
    if (/^[0-9]/.test(base)) return YEAR.test(base) ? ALONE.year : ALONE.number;
    return language === "en" ? ALONE.english : SYLLABLE.test(base) ? ALONE.syllable : ALONE.other;
  }

  // The spellings in the texts that a word may stand for: [{ base, exact, quality, near }]; one that is `near` counts only
  // beside a neighbour that is right.
  function forms(token, { accented, literal, isLast, count }, { index, words }) {
    const found = [];
    const accent = words.spelled(token.base, token.exact) ? WORD : NO_WORD;
    const add = (base, quality, near, agree) => {
      for (const exact of words.spellings(base)) {
        const agreed = agree(token, base, exact, accented, index.language, accent);
        if (agreed) found.push({ base, exact, quality: quality * agreed, near });
      }
    };
    const known = words.has(token.base);
    if (known) add(token.base, 1, false, agreement);
    if (literal || /[0-9]/.test(token.base)) return found;
    if (isLast && token.base.length > 1) {
      for (const base of words.startingWith(token.base, PREFIXES)) if (base !== token.base) add(base, BEGUN, known, agreementSoFar);
    }
    if (token.base.length > (accented ? 2 : 3)) {
      const loose = !known && token.base.length > (count === 1 ? 4 : 5);
      for (const base of words.near(token.base)) add(base, SLIP, !loose, agreementOfTones);
    }
    return found;
  }

  const bare = (key) => key.replace(/[1-5]$/, "");
  const tone = (key) => key.match(/[1-5]$/)?.[0] ?? "";

  // How far the accents of a spelling agree with those that were typed.
  function agreement({ base, exact }, _, written, accented, language, accent) {
    if (written === exact) return 1;
    if (language === "en") return 0.9;
    if (!accented) return 1;
    if (exact === base) return accent.none;
    return bare(exact) === bare(written) ? accent.tone : accent.other;
  }

  function agreementSoFar({ base, exact }, _, written, accented, language) {
    if (language === "en" || !accented || exact === base) return 1;
    return bare(written).startsWith(bare(exact)) ? 1 : WORD.other;
  }

  // A slip leaves the tone and the other marks as they are.
  function agreementOfTones({ base, exact }, near, written, accented) {
    if (!accented) return 1;
    // With a letter its marks may be lost, too.
    if (near.length > base.length && (!tone(exact) || tone(exact) === tone(written))) return 1;
    if (exact === base) return written === near ? 1 : WORD.none;
    const marks = [...bare(exact)].filter((letter) => letter > "z");
    return tone(exact) === tone(written) && marks.every((letter) => written.includes(letter)) ? 1 : 0;
  }

  Object.assign(kb, { read });
})((globalThis.kbSearch ??= {}));
