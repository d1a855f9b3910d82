// Which part of a sentence may be the quotation, and what stands beside it: the same rules as kb/export/beginning.py,
// places.py and bodies.py.
(function (kb) {
  "use strict";
  const QUOTED_WORDS = 4;
  const LONG = 8;
  const CHANCE = 2;
  const [BESIDE, MOST] = [12, 60];
  const PAIRS = { "“": "”", "«": "»", '"': '"' };
  const CLOSING = Object.values(PAIRS);
  const LEAD = /^\s*(?:Theo|Tại|Trích|Như|Căn cứ|Ở|Trong|According to|Under|In|As)(?![\p{L}\p{N}_])/iu;
  const ADDRESS = /^(?:https?|file):\/\/\S+/u;
  const FILLING = new RegExp(
    "(?:https?|file)://\\S+|(?<![\\p{L}\\p{N}_])(?:theo|trích|dẫn|từ|đến|tại|ở|xem|nguồn|của|và|nêu|rõ|quy|định|ghi|viết|như|sau|trong|là" +
      "|yêu|cầu|xác|khẳng|định|nhấn|mạnh|chỉ|đề|ra|đã|cũng|có|rằng|nguyên|văn|đoạn" +
      "|from|to|see|source|of|the|and|according|under|in|at|states?|says?)(?![\\p{L}\\p{N}_])",
    "giu",
  );
  const COUNTED = "(?:slide|câu(?:\\s+hỏi)?|bài|trang|tr|ý|page|question)\\.?\\s*\\d{1,3}(?![\\p{L}\\p{N}_])";
  const NUMBERED = new RegExp(`^${COUNTED}`, "iu");
  const HEADING = new RegExp(
    `${COUNTED}|${kb.NOTE}|\\([^()\\n]{1,60}\\)|(?<![\\p{L}\\p{N}_])(?:chép|lại|hãy|đọc|thuộc|bản|tôi|em|tay|dưới|đây|copy|below)(?![\\p{L}\\p{N}_])`,
    "giu",
  );
  const SAYS = new RegExp(
    "(?:(?:nêu|ghi|chỉ|viết|nói|làm)(?:\\s+rõ)?|(?:quy|xác|khẳng)\\s+định|yêu\\s+cầu|nhấn\\s+mạnh|đề\\s+ra|đề\\s+nghị|như\\s+sau" +
      "|trích(?:\\s+dẫn)?|nguyên\\s+văn|states?|says?|reads?|provides)(?:\\s+(?:rằng|là|như\\s+sau|that))?\\s*:?\\s*$",
    "iu",
  );
  const COLON = /^[^:“"«]{1,160}:\s*/u;
  const AHEAD = /:(?=[“"«])|:\s+|\s[–—]\s+|\n\s*/gu;
  const AHEAD_WITHIN = 160;
  const AHEAD_TRIES = 3;
  const INTRODUCED = /^[^,:“"]{0,40}[,:]\s*/u;
  const TAIL = /\s*[-–—([]\s*$/u;
  const ENDS = ".;,: ";
  const PLACES = 8;
  const WORD = /[\p{L}\p{N}]/u;

  function stripped(text, before, behind) {
    let [start, end] = [0, text.length];
    while (start < end && before.includes(text[start])) start += 1;
    while (start < end && behind.includes(text[end - 1])) end -= 1;
    return text.slice(start, end);
  }

  function quoted(text, [start, end]) {
    const opened = [];
    const found = [];
    let first = start;
    for (let at = start; at < end; at += 1) {
      const sign = text[at];
      if (opened.length && sign === opened.at(-1).mark) found.push([opened.pop().at + 1, at]);
      else if (CLOSING.includes(sign) && (!PAIRS[sign] || (at > start && !/\s/u.test(text[at - 1])))) found.push([first, at]);
      else if (PAIRS[sign]) {
        opened.push({ at, mark: PAIRS[sign] });
        if (first === start) first = at + 1;
      }
    }
    for (const { at, mark } of opened.slice(0, 1)) {
      const bare = stripped(text.slice(at + 1, end), "", ENDS);
      found.push([at + 1, bare.endsWith(mark) ? at + bare.length : end]);
    }
    return found;
  }

  // The places that a passage names, and what it says beside them.
  function places(text, claims) {
    const within = ([start, end]) => claims.filter((claim) => start <= claim.start && claim.end <= end);

    // Marks stand for the names of places, so that nothing moves.
    function beside(extent) {
      let [rest, at] = ["", extent[0]];
      for (const claim of within(extent)) {
        const begin = Math.max(claim.start, at);
        rest += text.slice(at, begin) + ";".repeat(Math.max(claim.end - begin, 0));
        at = Math.max(claim.end, at);
      }
      return rest + text.slice(at, extent[1]);
    }

    function onlyNames(extent) {
      const rest = beside(extent);
      return ADDRESS.test(rest) || !WORD.test(rest.replace(FILLING, ""));
    }

    function onlyPlace(extent) {
      if (!within(extent).length) return ADDRESS.test(text.slice(...extent));
      return !WORD.test(beside(extent).replace(HEADING, "").replace(FILLING, ""));
    }

    // A sentence without a first line that only names a place, a heading that is as wide as the text below it.
    function apart([start, end]) {
      const stop = text.slice(start, end).indexOf("\n") + start;
      if (stop < start || !within([start, stop]).length || !onlyPlace([start, stop])) return [[start, end]];
      const begin = stop + kb.leading(text.slice(stop, end));
      return /^[\p{Lu}“«"]/u.test(text.slice(begin, begin + 1)) ? [[start, stop], [begin, end]] : [[start, end]];
    }

    return { text, within, beside, onlyNames, onlyPlace, apart };
  }

  // How many words outside a part are those of the text that is nearest, in its order. Those right beside a long part
  // that is unchanged do not count, up to half as many as it has, but where the text has quotation marks there.
  function outside(said, [begin, end], best) {
    const [whole, source] = [kb.words(said), kb.words(best.words)];
    const [mine, theirs] = [whole, source].map((row) => row.map((word) => word.form));
    const pairs = kb.align(mine, theirs).pairs;
    const same = new Map(pairs.filter(([one, other]) => one !== null && other !== null && mine[one] === theirs[other]));
    const run = (first, last) => same.has(first) && same.has(last) && same.get(last) - same.get(first) === last - first;
    const inside = [...whole.keys()].filter((number) => begin <= whole[number].start && whole[number].start < end);
    if (!inside.length) return same.size;
    const [first, last] = [inside[0], inside.at(-1)];
    const beyond = [...same.keys()].filter((number) => number < first || last < number).length;
    if (inside.length < LONG || !run(first, last)) return beyond;
    if (PAIRS[best.words.slice(0, source[same.get(first)].start).trimEnd().at(-1)]) return beyond;
    let [low, high] = [first, last];
    while (run(low - 1, last)) low -= 1;
    while (run(first, high + 1)) high += 1;
    const beside = first - low + high - last;
    return 2 * beside <= inside.length ? beyond - beside : beyond;
  }

  // The first words of a row, as far as BESIDE of them count.
  function nearest(row, counted) {
    const places = [...row.keys()].filter((number) => counted.has(row[number].start));
    return row.slice(0, places.length > BESIDE ? places[BESIDE] : MOST);
  }

  // Whether the words right beside a part of a sentence are, on either side, most of them those of a text, in its order:
  // what is unchanged within an altered passage is not the quotation. Names of places, marks in `own`, do not count.
  function torn(said, own, [begin, end], source) {
    const counted = new Set(kb.words(own).map((word) => word.start));
    const whole = kb.words(said);
    const before = nearest(whole.filter((word) => word.start < begin).reverse(), counted).reverse();
    const inside = whole.filter((word) => begin <= word.start && word.start < end);
    const behind = nearest(whole.filter((word) => word.start >= end), counted);
    const mine = [...before, ...inside, ...behind];
    const [forms, theirs] = [mine, source.words].map((row) => row.map((word) => word.form));
    const pairs = kb.align(forms, theirs).pairs.filter(([one, other]) => one !== null && other !== null && forms[one] === theirs[other]);
    const same = new Set(pairs.map(([one]) => mine[one].start));
    return [before, behind].some((row) => {
      const side = row.filter((word) => counted.has(word.start));
      const alike = side.filter((word) => same.has(word.start)).length;
      return alike > CHANCE && 2 * alike >= side.length;
    });
  }

  function* bodies({ text, within, onlyNames }, extent, best) {
    const [start, end] = extent;
    const words = (part) => text.slice(...part);
    const inside = within(extent);
    const longest = quoted(text, extent).reduce((best, each) => (each[1] - each[0] > best[1] - best[0] ? each : best), [start, start]);
    if (kb.words(words(longest)).length >= QUOTED_WORDS) {
      const others = inside.filter((claim) => claim.end <= longest[0] || claim.start >= longest[1]);
      const before = [start, longest[0] - 1];
      const last = onlyNames([longest[1] + 1, end]);
      const introduced = words(before).trimEnd().endsWith(":") || SAYS.test(words(before));
      if (onlyNames(before) && last) yield [longest, others, true];
      else if (outside(words(extent), longest.map((at) => at - start), best) <= CHANCE) yield [longest, others, best.verdict === "altered" || (introduced && last)];
    }
    const colon = COLON.exec(words(extent));
    const begins = inside.length && inside[0].start === start && colon;
    if (inside.length && (LEAD.test(words(extent)) || begins) && inside[0].start - start < 40) {
      let last = inside[0];
      for (const claim of inside.slice(1)) {
        if (text.slice(last.end, claim.start).split(/\s+/u).filter(Boolean).length > 2) break;
        last = claim;
      }
      const found = INTRODUCED.exec(text.slice(last.end, end));
      if (found) {
        const lead = [start, last.end + found[0].length];
        yield [[lead[1], end], within(lead), onlyNames(lead)];
      }
    }
    if (colon && SAYS.test(colon[0])) {
      const rest = [start + colon[0].length, end];
      if (outside(words(extent), rest.map((at) => at - start), best) <= CHANCE) yield [rest, within([start, rest[0]]), true];
    }
    for (const claim of inside.slice(-PLACES)) {
      const near = Math.max(start, claim.start - PLACES);
      const found = TAIL.exec(text.slice(near, claim.start));
      if (found && onlyNames([claim.start, end])) {
        yield [[start, near + found.index], inside.filter((each) => each.start >= claim.start), true];
        break;
      }
    }
  }

  // What stands behind the first colons, dashes and line breaks of a sentence: each may end a writer's lead-in.
  function ahead({ text, within }, [start, end]) {
    const named = within([start, end]).findLast((claim) => claim.start < start + AHEAD_WITHIN);
    const stop = Math.max(start + AHEAD_WITHIN, named ? named.end + AHEAD_WITHIN / 2 : 0);
    const found = [...text.slice(start, Math.min(stop, end)).matchAll(AHEAD)].slice(0, AHEAD_TRIES);
    return found.map((mark) => {
      const at = start + mark.index + mark[0].length;
      return [Math.min(at + kb.leading(text.slice(at, end)), end), end];
    });
  }

  Object.assign(kb, { stripped, PAIRS, NUMBERED, places, outside, torn, bodies, ahead });
})((globalThis.kbQuoting ??= {}));
