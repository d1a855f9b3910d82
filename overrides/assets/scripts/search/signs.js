// Numbers of documents as they are typed, in any order and run together: `26-KH/BTGTW`, `KH 26`, `kh26`, `chỉ thị 05`.
(function (kb) {
  "use strict";
  const STRONG = /^ {0,2}[-–—‑/] {0,2}$/;
  const NUMBERED = new Set(["so", "no"]);
  const YEAR = /^(?:19|20)[0-9]{2}$/;
  const LONGEST_NAME = 5;
  // After these the number before them is still that of a document.
  const AFTER = new Set(["cua", "ngay", "ve", "tai", "trong", "of", "on", "dated", "at", "in", "noi", "la", "do", "ban"]);

  // The number of a document in a query: { number, parts, kinds, sure, from, to }, tokens from–to; null where none is.
  function sign(text, tokens, { kinds, short }) {
    for (let at = 0; at < tokens.length; at++) {
      if (!/^[0-9]{1,5}$/.test(tokens[at].base) || tokens[at].exact.startsWith("@")) continue;
      if (/[.,]/.test(text[tokens[at].start - 1] ?? "") || /^[.,][0-9]/.test(text.slice(tokens[at].end))) continue;
      const found = around(text, tokens, at, kinds, short);
      if (found) return found;
    }
    return null;
  }

  function around(text, tokens, at, kinds, short) {
    const between = (n) => text.slice(tokens[n - 1].end, tokens[n].start);
    const has = Object.hasOwn;
    const known = (base) => (has(kinds, base) && kinds[base].includes(base)) || has(short, base);
    const isSymbol = (token) => token && known(token.folded) && !isWord(token, text);
    const parts = [];
    let to = at;
    for (let next = at + 1; next < tokens.length; next++) {
      const { folded: base } = tokens[next];
      if (/^[0-9]/.test(base) && between(next) === "" && parts.length) parts.push(parts.pop() + base);
      else if (STRONG.test(between(next)) && (/^[a-z]/.test(base) || YEAR.test(base))) parts.push(base);
      else if (between(next) === " " && has(short, `${parts.at(-1)} ${base}`)) parts.push(parts.pop() + base);
      else if (/^ {0,2}$/.test(between(next)) && isSymbol(tokens[next])) parts.push(base);
      else break;
      to = next;
    }
    if (parts.length && parts.every((part) => /^[0-9]/.test(part))) return null;
    let from = at;
    const numbered = NUMBERED.has(tokens[at - 1]?.folded);
    let isAfter = false;
    let [named, length] = kindBefore(tokens, numbered ? at - 1 : at, kinds);
    if (!named && !parts.length) {
      // The other way round: `05 chỉ thị`, `CT/TW 05`.
      const [after, taken] = kindAfter(tokens, at + 1, kinds);
      [named, to, isAfter] = [after, at + taken, taken > 0];
      while (!named && isSymbol(tokens[at - length - 1])) parts.unshift(tokens[at - ++length].folded);
      if (!named && !parts.some((part) => has(kinds, part))) [parts.length, length] = [0, 0];
    }
    if (length) from = at - length - (numbered ? 1 : 0);
    else if (numbered) from = at - 1;
    const { base: number } = tokens[at];
    const alone = from === 0 && to === tokens.length - 1;
    if (!parts.length && !named && !alone) return null;
    if (YEAR.test(number) && !parts.length && !numbered) return null;
    const padded = text[tokens[at].start] === "0";
    const next = tokens[to + 1];
    // `2 nghị quyết` may be a count.
    const followed = !isAfter && (!next || AFTER.has(next.folded) || YEAR.test(next.base) ||
      (next.folded === "nam" && YEAR.test(tokens[to + 2]?.base)));
    const sure = parts.length > 0 || numbered || padded || followed;
    return { number, parts, alike: parts.map((part) => alike(part, short)), kinds: named ?? [], bare: !parts.length && !named, sure, from, to };
  }

  // `đã` is no symbol DA: a symbol has no tone. After a number `da` is none either, unless in capitals.
  const isToned = ({ exact }) => /\p{L}[1-5]$/u.test(exact);

  function isWord({ base, start, end }, text) {
    const raw = text.slice(start, end);
    return raw !== raw.toUpperCase() && kb.isWeak(base, "vi");
  }

  const isKind = (name, first, kinds) => Object.hasOwn(kinds, name) && !(kinds[name].includes(name) && isToned(first));

  function kindAfter(tokens, start, kinds) {
    for (let end = Math.min(tokens.length, start + LONGEST_NAME); end > start; end--) {
      const name = tokens.slice(start, end).map((token) => token.folded).join(" ");
      if (isKind(name, tokens[start], kinds)) return [kinds[name], end - start];
    }
    return [null, 0];
  }

  // A symbol and the others that stand for the same: `btgtư` for `btgtw`.
  function alike(part, short) {
    const full = Object.hasOwn(short, part) ? short[part] : [];
    return [part, ...Object.keys(short).filter((other) => other !== part && short[other].some((each) => full.includes(each)))];
  }

  // The symbols of the longest name of a kind that ends before a token, and how many tokens it takes.
  function kindBefore(tokens, end, kinds) {
    for (let length = Math.min(LONGEST_NAME, end); length > 0; length--) {
      const name = tokens.slice(end - length, end).map((token) => token.folded).join(" ");
      if (isKind(name, tokens[end - length], kinds)) return [kinds[name], length];
    }
    return [null, 0];
  }

  // How well the sign of a document (`#26-kh-btgtw`) is the one asked for: 1, less where a part is only begun, 0.
  function fits(wanted, written) {
    const [number, ...parts] = written.slice(1).split("-");
    if (number !== wanted.number) return 0;
    const asked = wanted.kinds.length ? [...wanted.alike, wanted.kinds] : wanted.alike;
    let worst = 1;
    for (const any of asked) {
      if (any.some((one) => parts.includes(one))) continue;
      if (!any.some((one) => parts.some((part) => part.startsWith(one)))) return 0;
      worst = 0.6;
    }
    return worst;
  }

  Object.assign(kb, { sign, fits });
})((globalThis.kbSearch ??= {}));
