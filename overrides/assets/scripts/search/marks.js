// On a page that a result led to: marks the words that matched, in the place that it opened at.
(function (kb) {
  "use strict";
  const asked = new URLSearchParams(location.search);
  const language = document.documentElement.lang;
  const exact = (text) => kb.tokens(text.normalize("NFC"), language).map((token) => token.exact);
  const runs = (asked.get("h") ?? "").split("|").map(exact).filter((run) => run.length);
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place) {
    mark(place, runs);
    place.scrollIntoView({ block: "center" });
  }
  // What was looked for does not belong into an address that is copied.
  asked.delete("h");
  history.replaceState(history.state, "", location.pathname + (asked.size ? `?${asked}` : "") + location.hash);

  function mark(element, runs) {
    const nodes = textNodes(element);
    const text = nodes.map((node) => node.data).join("");
    const spans = spansOf(kb.tokens(text, language), runs);
    let at = 0;
    for (const node of nodes) {
      const [from, to] = [at, at + node.data.length];
      at = to;
      // From the end, so that the places before stay where they are.
      for (const [start, end] of spans.filter(([start, end]) => start < to && end > from).reverse()) wrap(node, Math.max(start, from) - from, Math.min(end, to) - from);
    }
  }

  function textNodes(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  // The places in the text of the runs of words; each word once.
  function spansOf(tokens, runs) {
    const spans = [];
    for (let at = 0; at < tokens.length; at++) {
      const run = runs.filter((each) => each.every((key, n) => tokens[at + n]?.exact === key)).sort((a, b) => b.length - a.length)[0];
      if (!run) continue;
      spans.push([tokens[at].start, tokens[at + run.length - 1].end]);
      at += run.length - 1;
    }
    return spans;
  }

  function wrap(node, start, end) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const made = document.createElement("mark");
    made.className = "kb-found";
    range.surroundContents(made);
  }
})((globalThis.kbSearch ??= {}));
