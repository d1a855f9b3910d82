// The facets beside the results, with counts, and the copying of text.
(function (kb) {
  "use strict";
  const FIRST = 6;

  // Draws all groups; `choose(group, value, on)` is told what is ticked, and nothing where all are to be cleared.
  // `languages` are those that were searched, once that is known: { language, name, count, href }, without one where one is.
  function drawFacets(aside, { counts, partial, chosen, languages = [], index, words }, choose) {
    const open = new Map([...aside.querySelectorAll("details")].map((each) => [each.dataset.group, each.open]));
    const focused = document.activeElement?.dataset?.key;
    const labels = { type: Object.fromEntries(["text", "document", "question", "term", "page", "help"].map((type) => [type, words[`type-${type}`]])), ...index.facets };
    const groups = kb.GROUPS.map((group) => drawn(group, labels[group], { counts, partial, chosen: chosen[group] ?? [], words, open }, choose));
    const ticked = kb.GROUPS.flatMap((group) => chosen[group] ?? []).length;
    const clear = ticked ? kb.button("kb-search__again", words.clear, () => choose()) : "";
    aside.replaceChildren(clear, ...groups.filter(Boolean), ...(languages.length ? [spoken(languages, words, open)] : []));
    document.querySelector(".kb-find__ticked").textContent = ticked ? `(${ticked})` : "";
    if (focused) aside.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function drawn(group, labels, { counts, partial, chosen, words, open }, choose) {
    const values = Object.keys(labels).filter((value) => counts.get(`${group}:${value}`) || chosen.includes(value));
    if (values.length < 2 && !chosen.length && values[0] !== "help") return null;
    const rank = (value) => (chosen.includes(value) ? Infinity : (counts.get(`${group}:${value}`) ?? 0));
    values.sort((a, b) => rank(b) - rank(a) || 0);
    const items = values.map((value) => {
      const box = kb.element("input");
      Object.assign(box, { type: "checkbox", checked: chosen.includes(value) });
      box.dataset.key = `${group}:${value}`;
      box.addEventListener("change", () => choose(group, value, box.checked));
      // Where not all of the index was read there may be more.
      const count = kb.element("span", "kb-facet__count", `${counts.get(`${group}:${value}`) ?? 0}${partial ? "+" : ""}`);
      return kb.element("li", "", kb.element("label", "", box, kb.element("span", "", whole(labels[value])), count));
    });
    const wide = values.length <= FIRST && matchMedia("(min-width: 62rem)").matches;
    return folded(group, items, open.get(group) ?? (chosen.length > 0 || wide), words);
  }

  // Each language has an index and a page of its own, so one is here and the other a link.
  function spoken(languages, words, open) {
    const items = languages.map(({ language, name, count, href }) => {
      const named = kb.element(href ? "a" : "span", "", name);
      if (href) Object.assign(named, { href, hreflang: language }).dataset.key = `language:${language}`;
      else named.setAttribute("aria-current", "true");
      return kb.element("li", "", kb.element("span", "kb-facet__language", named, kb.element("span", "kb-facet__count", count)));
    });
    return folded("language", items, open.get("language") ?? true, words);
  }

  function folded(group, items, open, words) {
    const made = kb.element("details", "kb-facet", kb.element("summary", "", words[group]), kb.element("ul", "", ...items));
    made.dataset.group = group;
    made.open = open;
    return made;
  }

  // No line begins with a dash, nor with the number behind it.
  const whole = (name) => name.replace(/ ([-–])(?: (?=\d))?/gu, (found, dash) => `\u00a0${dash}${found.length > 2 ? "\u00a0" : ""}`);

  // Copies a text; true where that was allowed. Outside a secure context only the old way is open.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const box = kb.element("textarea", "kb-unseen", text);
      document.body.append(box);
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      return done;
    }
  }

  Object.assign(kb, { drawFacets, copy });
})((globalThis.kbSearch ??= {}));
