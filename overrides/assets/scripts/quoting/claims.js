// The places that a passage names: numbers of documents with date and issuer, names, and units, as far as the register
// of this page tells them.
(function (kb) {
  "use strict";
  // Behind a dash with blanks only a symbol goes on: a heading may end with a number, and what follows begin with a dash.
  const NUMBER = /(?<![\p{L}\p{N}_/.-])(\d{1,5}[a-zđ]?)\s*[-–/]\s*((?:\d{4}\s*\/\s*)?[A-ZĐÐƯ][\p{L}\d]*(?:(?:\s*\/\s*|[-–]|[^\S\n]+[-–][^\S\n]*(?=[\p{Lu}\d]{2,}(?!\p{L})))(?![IVX]+(?![\p{L}\d]))[A-ZĐÐƯ][\p{L}\d]*)*)/gu;
  const DATE = /^[\s,]*(?:ra\s+)?(?:ngày\s+(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})(?:[/.-]|\s+năm\s+)(\d{4})|(?:of|dated)\s+(\d{1,2})\s+([A-Z][a-z]+)\s+(\d{4}))/u;
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const ISSUER = /^[\s,]*(?:của|do)\s+(\p{Lu}[^,.;:()[\]“”"«»\n]*)/u;
  // No kind of document has a longer name.
  const NAME = 80;
  const ADDRESS = /(?:https?|file):\/\/\S+/gu;
  const ORDINALS = {
    vi: ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"],
    en: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
  };
  const COUNT = "[0-9]+(?![0-9]*\\.[0-9])";
  const ROMAN = "[IVX]+(?![\\p{L}\\p{N}_.]*[\\p{L}\\p{N}_])";
  const nth = { vi: `(?:${ORDINALS.vi.join("|")}|${COUNT})`, en: `(?:${ORDINALS.en.join("|")}|[0-9]+(?:st|nd|rd|th))` };
  const PATTERNS = {
    vi:
      "(?<title>phần\\s+tiêu\\s+đề)|(?<opening>đoạn\\s+mở\\s+đầu)|(?<closing>đoạn\\s+cuối)|(?<only>đoạn\\s+văn)" +
      `|đoạn\\s+(?:thứ\\s+)?(?<paragraph>${nth.vi})|gạch\\s+đầu\\s+dòng\\s+(?:thứ\\s+)?(?<dash>${nth.vi})` +
      "|(?:tiểu\\s+mục|phần|mục|điểm)\\s+(?<short>[IVX]+(?:\\.[0-9]+)+)|(?<!\\.)(?<short2>[IVX]+(?:\\.[0-9]+)+)" +
      "|(?:tiểu\\s+mục|mục|điểm)\\s+(?<subsection>[0-9]+(?:\\.[0-9]+)+)" +
      `|(?<subsection2>[0-9]+\\.[0-9]+)(?=,?\\s+(?:mục\\s+${COUNT}|(?:phần|mục)\\s+${ROMAN})(?![\\p{L}\\p{N}_]))` +
      `|mục\\s+(?<section>${COUNT})|(?:phần|mục)\\s+(?<part>${ROMAN})`,
    en:
      "(?<title>title\\s+block)|(?<opening>opening\\s+paragraph)|(?<closing>closing\\s+paragraph)" +
      `|(?<paragraph>${nth.en})\\s+paragraph|paragraph\\s+(?<paragraph2>${COUNT})|(?<only>paragraph)` +
      `|(?<dash>${nth.en})\\s+dash|dash\\s+(?<dash2>${COUNT})|(?:subsection|section)\\s+(?<subsection>[0-9]+(?:\\.[0-9]+)+)` +
      `|section\\s+(?<section>${COUNT})|part\\s+(?<part>${ROMAN})`,
  };
  const UNIT = Object.fromEntries(
    Object.entries(PATTERNS).map(([language, each]) => [language, new RegExp(`(?<![\\p{L}\\p{N}_])(?:${each})(?![\\p{L}\\p{N}_])`, "giu")]),
  );
  const BETWEEN = /^\s*(?:,|of(?:\s+the)?|của)?\s*$/iu;
  const RANGE = /^\s+(?:đến|to)\s+$/iu;
  const SIZES = { subsection: 1, section: 2, part: 3 };
  const sizeOf = (unit) => SIZES[unit.split(" ")[0]] ?? 0;

  // `II.1.1` is three units.
  function unitsOf(found, language) {
    const short = found.groups.short ?? found.groups.short2;
    if (!short) return [unitOf(found, language)];
    const [part, section, ...below] = short.toLowerCase().split(".");
    return [...(below.length ? [`subsection ${[section, ...below].join(".")}`] : []), `section ${section}`, `part ${part}`];
  }

  function unitOf(found, language) {
    const [name, printed] = Object.entries(found.groups).find(([, value]) => value !== undefined);
    const kind = name.replace(/2$/u, "");
    const label = ["dash", "paragraph", "subsection", "section", "part"].includes(kind) ? printed.toLowerCase() : "";
    if (kind !== "dash" && kind !== "paragraph") return label ? `${kind} ${label}` : kind;
    const place = ORDINALS[language].indexOf(label);
    return `${kind} ${place >= 0 ? place + 1 : label.replace(/\D/gu, "")}`;
  }

  // Units that stand together, from the smallest to the largest.
  function named(text, language) {
    const groups = [];
    for (const found of text.matchAll(UNIT[language])) {
      if (found.groups.short2 && /^[ivx]/u.test(found[0])) continue;
      const units = unitsOf(found, language);
      const group = groups.at(-1);
      const end = found.index + found[0].length;
      const larger = group && sizeOf(units[0]) > sizeOf(group.units.at(-1));
      if (larger && BETWEEN.test(text.slice(group.end, found.index))) Object.assign(group, { end, units: [...group.units, ...units] });
      else groups.push({ units, start: found.index, end });
    }
    return groups;
  }

  const canonical = (printed) => printed.replace(/\s+/gu, "").replace(/[–—]/gu, "-").replace(/Ð/gu, "Đ");

  function dateOf(rest) {
    const found = DATE.exec(rest);
    if (!found) return null;
    const [day, month, year] = found[1] ? found.slice(1, 4) : [found[4], MONTHS.indexOf(found[5]) + 1, found[6]];
    return { iso: [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"), length: found[0].length };
  }

  // What is said behind a number: its date, then its issuer, in either order.
  function behind(text, end, register) {
    let [at, date, issuer] = [end, null, null];
    for (let step = 0; step < 2; step += 1) {
      const rest = text.slice(at);
      const day = date ? null : dateOf(rest);
      const organ = issuer ? null : ISSUER.exec(rest);
      if (day) [date, at] = [day.iso, at + day.length];
      else if (organ) {
        const begin = at + organ[0].length - organ[1].length;
        register.issuer.lastIndex = begin;
        const known = register.issuer.exec(text)?.[0];
        issuer = known ?? organ[1].trim();
        at = known ? begin + known.length : at + organ[0].trimEnd().length;
      }
    }
    return { end: at, date, issuer };
  }

  // Between blanks, so that a name begins with no half of a word.
  const bare = (name) => ["", ...kb.words(name).map((word) => word.form), ""].join(" ");

  // Given to an issuer that is known and is not its own; a part of the name is no other name.
  function wrongIssuer(said, { issuers }, register) {
    const own = issuers.map(bare);
    const text = bare(said ?? "");
    const known = [...own, ...register.organs].reduce((best, name) => (text.startsWith(name) && name.length > best.length ? name : best), "");
    return Boolean(known && own.length) && !own.some((name) => name.includes(known) || known.includes(name));
  }

  const wrongs = (said, alone, register) => ({
    date: Boolean(alone && said.date && alone.date && said.date !== alone.date),
    issuer: Boolean(alone && wrongIssuer(said.issuer, alone, register)),
  });

  function numbers(text, register) {
    return [...text.matchAll(NUMBER)].map((found) => {
      const number = canonical(found[0]);
      const said = behind(text, found.index + found[0].length, register);
      const documents = register.documents.filter((each) => each.number === number);
      const before = register.kind.exec(text.slice(Math.max(0, found.index - NAME), found.index));
      const alone = documents.length === 1 ? documents[0] : null;
      const kind = Boolean(alone?.kinds.length && before?.[1] && !alone.kinds.includes(before[1].toLowerCase()));
      const wrong = { ...wrongs(said, alone, register), kind };
      return { start: found.index - (before?.[0].length ?? 0), end: said.end, printed: number, documents, wrong, date: said.date, differs: wrong.date || wrong.issuer || wrong.kind, units: [] };
    });
  }

  function names(text, register) {
    const found = [];
    const small = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
    for (const { name, documents } of register.names)
      for (let at = small.indexOf(name.toLowerCase()); at >= 0; at = small.indexOf(name.toLowerCase(), at + name.length))
        if (!/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ""))
          found.push({ start: at, end: at + name.length, printed: name, documents, differs: false, units: [], wrong: {} });
    const longest = found.sort((one, other) => one.start - other.start || other.end - one.end);
    let end = 0;
    return longest.filter((each) => {
      const free = end <= each.start;
      end = Math.max(end, each.end);
      return free;
    });
  }

  // `Kế hoạch 23`, which is short for 23-KH/ĐUK.
  function shorts(text, register) {
    return [...text.matchAll(register.short)].map((found) => {
      const [printed, kind, digits] = found;
      const documents = register.documents.filter((each) => each.kinds.includes(kind.toLowerCase()) && each.number?.split(/[-/]/u)[0] === digits);
      const said = behind(text, found.index + printed.length, register);
      const alone = documents.length === 1 ? documents[0] : null;
      const wrong = wrongs(said, alone, register);
      return { start: found.index, end: said.end, printed, documents, wrong, date: said.date, differs: wrong.date || wrong.issuer, units: [] };
    });
  }

  function ranges(text, claims) {
    const found = [];
    for (const claim of claims) {
      const before = found.at(-1);
      if (before?.units.length && claim.units.length && RANGE.test(text.slice(before.end, claim.start))) {
        const size = Math.max(...before.units.map(sizeOf));
        const first = [...before.units, ...claim.units.filter((unit) => sizeOf(unit) > size)];
        found[found.length - 1] = { ...claim, start: before.start, first };
      } else found.push(claim);
    }
    return found;
  }

  function claims(given, register) {
    const text = given.replace(ADDRESS, (found) => ";".repeat(found.length)).replace(/_/gu, " ");
    const counted = numbers(text, register);
    const free = [...shorts(text, register), ...names(text, register)].filter((name) => !counted.some((each) => name.start < each.end && each.start < name.end));
    let groups = [...named(text, "vi"), ...named(text, "en")];
    const whole = [...counted, ...free].map((claim) => {
      // The pinpoint that stands before a document goes with it.
      const mine = groups.filter((group) => group.end <= claim.start && BETWEEN.test(text.slice(group.end, claim.start))).at(-1);
      if (!mine) return claim;
      groups = groups.filter((group) => group !== mine);
      return { ...claim, start: mine.start, units: mine.units };
    });
    const alone = groups.map((group) => ({ ...group, printed: text.slice(group.start, group.end), documents: null, differs: false, wrong: {} }));
    return ranges(text, [...whole, ...alone].sort((one, other) => one.start - other.start));
  }

  Object.assign(kb, { bare, claims, numbers });
})((globalThis.kbQuoting ??= {}));
