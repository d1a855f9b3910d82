// The notebook: passages collected from any page, to be put in order, annotated, copied, printed, saved.
(function (kb, copying) {
  "use strict";
  const { documents, provisions, moved, strings } = JSON.parse(document.getElementById("kb-copies").textContent);
  const text = JSON.parse(document.getElementById("kb-notebook").textContent);
  const language = document.documentElement.lang;
  const [list, status, bar] = [".kb-notebook__list", ".kb-notebook__status", ".kb-notebook__bar"].map((one) => document.querySelector(one));
  const base = new URL(text.root.replace(/\/?$/u, "/"), document.querySelector("link[rel=canonical]")?.href ?? location.href);
  let entries = kb.load();
  let undone = null;

  function made(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function button(words, act, label = words) {
    const element = made("button", { type: "button", className: "kb-button", textContent: words });
    if (label !== words) element.setAttribute("aria-label", label);
    element.addEventListener("click", act);
    return element;
  }

  // What this release has of an entry; an ID of old leads to that of now.
  function now({ key }) {
    const name = provisions[key] ? key : moved[key];
    const found = provisions[name];
    return found && { ...found, key: name, document: documents[name.split("#")[0]] };
  }

  function addressOf(found) {
    const [path, fragment] = found.address.split("#");
    return new URL(`${path}${location.protocol === "file:" ? "index.html" : ""}#${fragment}`, base).href;
  }

  function citation(entry, tongue = "vi") {
    const found = now(entry);
    return found ? `${found[tongue]}, ${found.document[tongue]}` : `${entry.key} (${text.gone})`;
  }

  // On the English side, where the words are still those that were translated.
  function translation(entry) {
    const found = now(entry);
    return found?.translation && found.words === entry.words ? [`${strings.unofficial} ${found.translation}`] : [];
  }

  function lines(entry) {
    const found = now(entry);
    return [
      entry.words,
      ...translation(entry),
      citation(entry),
      ...(found ? [addressOf(found)] : []),
      ...(entry.note ? [entry.note] : []),
    ];
  }

  function say(words) {
    status.textContent = words;
  }

  function keep(changed, words) {
    entries = changed;
    say(kb.save(entries) ? words : text.full);
    draw();
  }

  const without = (place) => entries.filter((_, number) => number !== place);

  function remove(changed) {
    undone = entries;
    keep(changed, text.removed);
    const undo = button(text.undo, () => {
      keep(undone, text.back);
      undone = null;
    });
    status.append(" ", undo);
    undo.focus();
  }

  function move(place, by) {
    const changed = without(place);
    changed.splice(place + by, 0, entries[place]);
    keep(changed, text.moved);
    const buttons = list.children[place + by].querySelectorAll("[data-by]");
    ([...buttons].find((each) => Number(each.dataset.by) === by && !each.disabled) ?? [...buttons].find((each) => !each.disabled))?.focus();
  }

  function difference(entry, found) {
    if (!found) return [made("p", { className: "kb-notebook__changed", textContent: text.gone })];
    if (found.words === entry.words) return [];
    const use = button(text.use, () => {
      keep(entries.map((each) => (each === entry ? { ...entry, key: found.key, words: found.words } : each)), text.used);
    });
    return [
      made("p", { className: "kb-notebook__changed", textContent: text.changed }),
      made("p", { className: "kb-notebook__words", lang: "vi", textContent: found.words }),
      use,
    ];
  }

  function item(entry, place) {
    const found = now(entry);
    const name = citation(entry, language);
    const source = found ? made("a", { href: addressOf(found), textContent: name }) : made("span", { textContent: name });
    const note = made("textarea", { rows: 2, value: entry.note });
    note.setAttribute("aria-label", `${text.note}: ${name}`);
    note.placeholder = text.note;
    // On paper a field shows as many lines as on the screen, and no more.
    const printed = made("p", { className: "kb-notebook__note kb-printed", textContent: entry.note });
    // Kept at each key, since nothing tells that a page is about to be closed; said once, when the field is left.
    let kept = true;
    note.addEventListener("input", () => {
      printed.textContent = note.value;
      entries = entries.map((each, number) => (number === place ? { ...each, note: note.value } : each));
      kept = kb.save(entries);
    });
    note.addEventListener("change", () => say(kept ? text.noted : text.full));
    const [up, down] = [[-1, text.up], [1, text.down]].map(([by, words]) => {
      const each = button(words, () => move(place, by), `${words}: ${name}`);
      each.dataset.by = by;
      each.disabled = place + by < 0 || place + by >= entries.length;
      return each;
    });
    const out = button(text.remove, () => remove(without(place)), `${text.remove}: ${name}`);
    return made(
      "li",
      { className: "kb-notebook__item" },
      made("p", { className: "kb-notebook__words", lang: "vi", textContent: entry.words }),
      ...translation(entry).map((words) => made("p", { className: "kb-notebook__translation", textContent: words })),
      made("p", { className: "kb-notebook__source" }, source),
      ...difference(entry, found),
      note,
      printed,
      made("p", { className: "kb-notebook__tools" }, up, down, out),
    );
  }

  function draw() {
    list.replaceChildren(...entries.map(item));
    for (const each of bar.querySelectorAll("[data-some]")) each.disabled = !entries.length;
    document.querySelector(".kb-notebook__none").hidden = entries.length > 0;
  }

  function copyAll() {
    const paragraphs = entries.map((entry) => lines(entry));
    const plain = paragraphs.map((group) => group.join("\n")).join("\n\n").normalize("NFC");
    const holder = made("div", {}, ...paragraphs.flat().map((words) => made("p", { textContent: words })));
    const taken = { plain, html: holder.innerHTML };
    if (copying.write(taken)) say(text.copied);
    else copying.offer(taken, strings);
  }

  function download(name, blob) {
    const link = made("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  const word = () => download("so-trich.docx", kb.docx(text.title, entries.map((entry) => ({ ...entry, translation: translation(entry), citation: citation(entry) }))));
  const save = () => download("so-trich.json", new Blob([kb.written(entries)], { type: "application/json" }));

  const file = made("input", { type: "file", accept: ".json,application/json", hidden: true });
  file.addEventListener("change", async () => {
    const found = kb.read(await file.files[0].text());
    file.value = "";
    if (!found) return say(text.unreadable);
    const known = new Set(entries.map((each) => `${each.key}\n${each.words}`));
    keep([...entries, ...found.filter((each) => !known.has(`${each.key}\n${each.words}`))], text.loaded);
  });

  const some = [
    button(text.copyAll, copyAll),
    button(text.word, word),
    button(text.print, () => print()),
    button(text.save, save),
    button(text.clear, () => remove([])),
  ];
  for (const each of some) each.dataset.some = "";
  bar.append(...some.slice(0, 4), button(text.load, () => file.click()), some[4], file);
  addEventListener("storage", () => {
    entries = kb.load();
    draw();
  });
  draw();
})(globalThis.kbNotebook, globalThis.kbCopying);
