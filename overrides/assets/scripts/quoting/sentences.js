// Where the sentences of a pasted passage begin and end: the same rules, name for name, as kb/model/sentences.py.
(function (kb) {
  "use strict";
  const NOTE = "(?:\\[(?:\\d{1,3}|[ivxl]{1,6})\\]|(?<!\\p{Nd})(?<!(?<![\\p{L}\\p{N}_])m)(?<![ckdm]m)[⁰¹²³⁴-⁹]{1,3})";
  const END = new RegExp(`(?<!\\.)(?<!\\.\\s)[.!?](?!\\s?\\.)(?:${NOTE})?[”»")\\]’']*(?:${NOTE})?(?=\\s+["“«‘'([]*[\\p{L}\\p{N}_–•*+-])`, "gu");
  const LABEL = /(?:^|[\s(“"«‘'])(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zĐđ]|TP|Tp|TS|ThS|GS|PGS|Nxb|tr|No|vs|Mr|Dr)$/u;
  const COUNTED = /(?:^|[\s(“"«‘'])(?:[Nn]os?|[Aa]rts?|[Pp]ara|[Ss]ec|[Pp]p|[Ff]ig)$/u;
  const FIGURE = /^\s*\p{Nd}/u;
  const LETTER = /\p{L}/u;
  const GLYPH = "[-–—•*+·○●◦▪▫■□◆◇►▶▸‣⁃➢➤✓✔\\uf000-\\uf0ff]";
  const BULLET = new RegExp(
    `^[ \\t]*(?:>[ \\t]*)*(?:https?://|file://|${GLYPH}\\s|o\\s|[-–—•](?=\\p{L}+\\s)|${NOTE}\\s` +
      "|[IVX]{1,5}[.)]\\s|\\d{1,2}(?:\\.\\d{1,2})*[.)/]\\s|[a-zđ]\\)\\s)",
    "u",
  );
  const LINE = /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/gu;
  const LEADING = new RegExp(`^\\s*(?:>\\s*|${GLYPH}\\s+|[-–—•](?=\\p{L}+\\s))*`, "u");
  const YEAR = /^[\s>]*[-–—]\s*\d{4}(?![\p{L}\p{N}_])/u;
  const EMPTY = /^[\s>]*$/u;
  const [SHORT, WIDE, LEAD] = [30, 140, 160];
  const FULL = 0.9;

  const upper = (letter) => letter.toUpperCase() === letter && letter.toLowerCase() !== letter;
  const lower = (letter) => letter.toLowerCase() === letter && letter.toUpperCase() !== letter;

  // A line broken at a dash within a sentence; items of a list are alike.
  function atDash(begun, said, line, first) {
    if (YEAR.test(line)) return /\d$/u.test(said);
    const letter = LETTER.exec(begun);
    return /^[> \t]*[-–—]/u.test(line) && Boolean(letter && first) && upper(letter[0]) && lower(first[0]) && /[\p{L}\p{N}]$/u.test(said);
  }

  // Whether a line ended because there was no room for the next word.
  function wrapped(said, line, width) {
    const word = line.replace(/^[> \t]+/u, "").split(/\s/u, 1)[0];
    const within = said.length >= SHORT && said.length <= width + LEAD && width <= WIDE;
    return within && said.length + 1 + word.length >= FULL * width;
  }

  // Whether a line is the beginning of something, or the rest of the lines from the one begun to the one before.
  function begins(begun, before, line, width) {
    if (EMPTY.test(before)) return true;
    const said = before.trimEnd();
    const first = LETTER.exec(line);
    if (BULLET.test(line)) return !atDash(begun, said, line, first);
    if (/(?:\p{L}-|\s[-–—])$/u.test(said)) return false;
    const last = said.at(-1);
    const small = first !== null && lower(first[0]);
    if (".:;!?".includes(last)) return !(small && ":;".includes(last) && wrapped(said, line, width));
    const broken = last === "," || (/[\p{L}\p{N}]$/u.test(said) && wrapped(said, line, width));
    return first !== null && upper(first[0]) && !broken;
  }

  // For each line how wide its paragraph or item is: its longest line, but for a first one and a last one.
  function widths(lines) {
    const found = [];
    let own = [];
    let count = 0;
    for (const line of [...lines, ""]) {
      const empty = EMPTY.test(line);
      if (empty || BULLET.test(line)) {
        const inner = own.length > 3 ? own.slice(1, -1) : own.slice(-2);
        const width = inner.reduce((longest, each) => Math.max(longest, each), 0);
        for (; count; count -= 1) found.push(width);
        own = [];
      }
      count += 1;
      if (!empty) own.push(line.trimEnd().length);
    }
    return found;
  }

  function blocks(text) {
    const found = [];
    let start = 0;
    let at = 0;
    let [begun, before] = ["", ""];
    const lines = [...text.matchAll(LINE)].map(([line]) => line).filter(Boolean);
    const longest = widths(lines);
    for (const [number, line] of lines.entries()) {
      if (at > start && (EMPTY.test(line) || begins(begun, before, line, longest[number]))) {
        found.push([start, at]);
        start = at;
      }
      if (start === at) begun = line;
      before = line;
      at += line.length;
    }
    if (at > start) found.push([start, at]);
    return found;
  }

  function trimmed(text, start, end) {
    const inside = text.slice(start, end);
    const stop = start + inside.trimEnd().length;
    return [Math.min(start + LEADING.exec(inside)[0].length, stop), stop];
  }

  function within(text, start, end) {
    const found = [];
    let begin = start;
    let following = LETTER.exec(text.slice(start, end))?.index ?? end - start;
    following += start;
    END.lastIndex = start;
    for (const mark of text.slice(0, end).matchAll(END)) {
      const stop = mark.index + mark[0].length;
      const word = text.slice(Math.max(begin, mark.index - 8), mark.index);
      if (following < stop) following = stop + (LETTER.exec(text.slice(stop, end))?.index ?? end - stop);
      const goesOn = following < end && lower(text[following]);
      const counts = COUNTED.test(word) && FIGURE.test(text.slice(stop));
      if (mark[0][0] !== "." || !(LABEL.test(word) || counts || goesOn)) {
        found.push(trimmed(text, begin, stop));
        begin = stop;
      }
    }
    found.push(trimmed(text, begin, end));
    return found;
  }

  kb.NOTE = NOTE;
  kb.leading = (text) => LEADING.exec(text)[0].length;
  kb.sentences = (text) =>
    blocks(text)
      .flatMap(([start, end]) => within(text, start, end))
      .filter(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
})((globalThis.kbQuoting ??= {}));
