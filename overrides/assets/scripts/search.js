// Search over the records of the site, loaded when the box is first used. A word is compared twice: folded (no
// marks, đ as d), which finds it, and with its marks (tone at the end of the word, so that hoà is hòa), which ranks it.
(function () {
  "use strict";
  const form = document.querySelector(".kb-search");
  const [input, status, panel] = ["input", "[role=status]", ".kb-results"].map((one) => form.querySelector(one));
  const [list, count] = [".kb-results__list", ".kb-results__count"].map((one) => panel.querySelector(one));
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const FIELDS = [["t", 2], ["p", 1], ["x", 2]];
  const SHOWN = 50;
  const AROUND = 26;
  let loading = null;

  // The records; an empty list, and another attempt at the next use, where they cannot be had.
  function load() {
    loading ??= fetch(form.dataset.index)
      .then((answer) => answer.json())
      .then((records) => records.map(analysed))
      .catch(() => (loading = null) ?? []);
    return loading;
  }

  function analysed(record) {
    return { ...record, fields: FIELDS.map(([name, weight]) => ({ weight, words: wordsOf(record[name]) })) };
  }

  function wordsOf(text) {
    return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ ...keys(word), start: index, end: index + word.length }));
  }

  function keys(word) {
    // ð and ɖ look like đ, and scanned or mistyped text contains them.
    const letters = word.toLowerCase().replace(/[ðɖ]/g, "đ").normalize("NFD");
    const marked = letters.replace(TONES, "") + (letters.match(TONES) || []).join("");
    return { marked, folded: marked.replace(/đ/g, "d").replace(/\p{M}/gu, "") };
  }

  // How well a word of the text answers a word of the query; the last one may still be being typed.
  function likeness(wanted, word, isLast) {
    const whole = word.folded === wanted.folded;
    if (!whole && !(isLast && wanted.folded.length > 1 && word.folded.startsWith(wanted.folded))) return 0;
    const accented = wanted.marked !== wanted.folded;
    return (whole ? 1 : 0.6) * (accented && !word.marked.startsWith(wanted.marked) ? 0.4 : 1);
  }

  function search(records, wanted) {
    const scored = records.map((record) => compared(record, wanted));
    const weights = wanted.map((_, i) => Math.log(1 + records.length / (1 + scored.filter((s) => s.best[i]).length)));
    const found = scored.filter((each) => each.best.every(Boolean));
    return found.sort((a, b) => total(b, weights) - total(a, weights));
  }

  function compared(record, wanted) {
    const best = wanted.map(() => 0);
    const pairs = wanted.map(() => 0);
    for (const { weight, words } of record.fields) {
      words.forEach((word, at) => {
        wanted.forEach((one, i) => {
          const like = likeness(one, word, i === wanted.length - 1) * weight;
          best[i] = Math.max(best[i], like);
          if (like && i && at && likeness(wanted[i - 1], words[at - 1], false)) pairs[i] = Math.max(pairs[i], like);
        });
      });
    }
    return { record, best, pairs };
  }

  function total({ record, best, pairs }, weights) {
    const sum = weights.reduce((all, weight, i) => all + weight * (best[i] + pairs[i]), 0);
    return sum / (1 + 0.05 * Math.log(1 + record.x.length));
  }

  // The part of the text with most of the words, in its own spelling.
  function excerpt(text, wanted) {
    const words = wordsOf(text);
    const hits = words.map((word) => wanted.some((one, i) => likeness(one, word, i === wanted.length - 1)));
    const near = (at) => hits.slice(at, at + AROUND).filter(Boolean).length;
    const best = hits.reduce((found, hit, at) => (hit && near(at) > near(found) ? at : found), Math.max(hits.indexOf(true), 0));
    const [from, to] = [Math.max(best - 4, 0), Math.min(best + AROUND, words.length)];
    const parts = [from > 0 ? "… " : text.slice(0, words[0]?.start)];
    for (let at = from; at < to; at++) {
      const { start, end } = words[at];
      parts.push(hits[at] ? element("mark", "", text.slice(start, end)) : text.slice(start, end));
      parts.push(text.slice(end, words[at + 1]?.start ?? text.length));
    }
    return to < words.length ? [...parts, "…"] : parts;
  }

  function element(tag, name, ...parts) {
    const made = Object.assign(document.createElement(tag), { className: name });
    made.append(...parts);
    return made;
  }

  function item({ record }, wanted) {
    const link = element("a", "md-search-result__link", element("span", "kb-results__title", ...excerpt(record.t, wanted)));
    link.href = form.dataset.root.replace(/\/?$/, "/") + record.u;
    link.append(element("span", "kb-results__path", ...excerpt(record.p, wanted)));
    if (record.x) link.append(element("span", "kb-results__text", ...excerpt(record.x, wanted)));
    return element("li", "", link);
  }

  async function update() {
    const records = await load();
    const wanted = wordsOf(input.value);
    const found = wanted.length ? search(records, wanted) : [];
    const words = form.dataset[["none", "one"][found.length] ?? "many"];
    status.textContent = count.textContent = wanted.length ? words.replace("{}", found.length) : "";
    list.replaceChildren(...found.slice(0, SHOWN).map((each) => item(each, wanted)));
    panel.scrollTop = 0;
    panel.hidden = !wanted.length || !records.length;
  }

  function close() {
    panel.hidden = true;
    status.textContent = "";
  }

  function move(step) {
    const stops = [input, ...list.querySelectorAll("a")];
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
  }

  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", update);
  input.addEventListener("click", () => input.value && panel.hidden && update());
  panel.querySelector("button").addEventListener("click", () => (close(), input.focus()));
  list.addEventListener("click", close);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update().then(() => list.querySelector("a")?.click());
  });
  form.addEventListener("focusout", (event) => event.relatedTarget && !form.contains(event.relatedTarget) && close());
  form.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !panel.hidden) event.preventDefault(), move(step);
    if (event.key === "Escape" && !panel.hidden) event.preventDefault(), input.focus(), close();
  });
  document.addEventListener("click", (event) => form.contains(event.target) || close());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });

  input.value = new URLSearchParams(location.search).get("q") ?? input.value;
  if (location.search && input.value) input.focus({ preventScroll: true }), update();
})();
