// What is copied of provisions: their words, the citation in the form of official documents, the address.
(function (kb) {
  "use strict";
  const store = document.getElementById("kb-copies");
  const { documents, provisions, strings } = JSON.parse(store.textContent);
  const language = document.documentElement.lang;
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  // As in the words of a row: see rows.py.
  const ROW = /^\| .* \|$/;
  const TABLES = /<\/table><table[^>]*>/g;
  const BAR = /(?<!\S)\|(?!\S)/;
  const RANGE = { vi: ["từ ", " đến "], en: ["from ", " to "] };

  // A provision as it stands on the page, or the part of it that is selected.
  function piece(holder, part) {
    const key = holder.dataset.provision;
    const { words, order, shown = holder.querySelector(":scope > .kb-text").textContent, place } = provisions[key];
    const own = language === "vi" ? (part ?? words ?? shown) : (part ?? shown);
    const link = holder.querySelector(".kb-source, .kb-anchor");
    const target = place ?? link?.getAttribute("href") ?? `#${key.split("#")[1]}`;
    const address = new URL(target, canonical ?? location.href).href;
    const original = language === "vi" || words === undefined ? own : words;
    return { key, order, address, original, translation: original === own ? "" : own };
  }

  // A provision that the page did not hold when it was made: a hit of the search.
  function know(key, entry, citations) {
    provisions[key] = entry;
    documents[key.split("#")[0]] = citations;
  }

  // Neighbours in one document are cited together; a page may show provisions from anywhere.
  function runs(pieces) {
    const found = [];
    for (const each of pieces) {
      const last = found.at(-1)?.at(-1);
      const follows = last && last.key.split("#")[0] === each.key.split("#")[0] && each.order === last.order + 1;
      if (follows) found.at(-1).push(each);
      else found.push([each]);
    }
    return found;
  }

  // `từ gạch đầu dòng thứ nhất đến gạch đầu dòng thứ ba, tiểu mục 1.1, mục 1, phần II, Kế hoạch số …`
  function citation(run, tongue) {
    const first = provisions[run[0].key][tongue].split(", ");
    const last = provisions[run.at(-1).key][tongue].split(", ");
    const document = documents[run[0].key.split("#")[0]][tongue];
    if (run.length === 1) return [...first, document].join(", ");
    let same = 0;
    while (same < Math.min(first.length, last.length) - 1 && first.at(-1 - same) === last.at(-1 - same)) same += 1;
    const [from, to] = RANGE[tongue];
    const ends = [first, last].map((units) => units.slice(0, units.length - same).join(", "));
    return [`${from}${ends[0]}${to}${ends[1]}`, ...first.slice(first.length - same), document].join(", ");
  }

  const lines = (run, mode) => {
    const text = run.flatMap((each) => [
      { words: each.original, lang: "vi" },
      ...(each.translation ? [{ words: `${strings.unofficial} ${each.translation}`, lang: language }] : []),
    ]);
    const tongues = language === "vi" ? ["vi"] : ["vi", language];
    const cited = tongues.map((lang) => ({ words: citation(run, lang), lang, link: run[0].address }));
    const address = { words: run[0].address, link: run[0].address };
    return { text, cited: [...text, ...cited, address], citation: cited, link: [address] }[mode];
  };

  const escaped = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  // A row of a table stays one, whatever it is put into.
  function tabled(words, lang) {
    const cells = words.split(BAR).slice(1, -1).map((cell) => cell.trim().replace(/(^| )\\(?=\\*\|( |$))/g, "$1"));
    return `<table${lang ? ` lang="${lang}"` : ""}><tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr></table>`;
  }

  function paragraph({ words, lang, link }) {
    if (ROW.test(words) && !link) return tabled(words, lang);
    const html = escaped(words).replace(/\n/g, "<br>");
    return `<p${lang ? ` lang="${lang}"` : ""}>${link ? `<a href="${escaped(link)}">${html}</a>` : html}</p>`;
  }

  // As plain text and as HTML, by a way of copying: `text`, `cited`, `citation`, `link`.
  function passage(pieces, mode) {
    const groups = runs(pieces).map((run) => lines(run, mode));
    return {
      plain: groups.map((group) => group.map((each) => each.words).join("\n")).join("\n\n").normalize("NFC"),
      html: groups.flat().map(paragraph).join("").replace(TABLES, "").normalize("NFC"),
      name: runs(pieces).map((run) => citation(run, language)).join("; "),
    };
  }

  Object.assign(kb, { piece, passage, know, strings });
})((globalThis.kbCopying ??= {}));
