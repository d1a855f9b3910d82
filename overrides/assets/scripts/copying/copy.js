// Copying provisions: by the button beside each, by Alt+C, and whatever is selected across several.
(function (kb, notebook) {
  "use strict";
  const { strings } = kb;
  const KEY = "kb-copy";
  const MODES = ["cited", "text", "citation", "link"];
  const STAYS = 4000;
  // The elements that hold the words of a provision; of a row its cells.
  const WORDS = ".kb-prov > :is(.kb-text, th, td:not(.kb-row-tools))";
  const status = Object.assign(document.createElement("p"), { className: "kb-copied" });
  status.setAttribute("role", "status");
  document.body.append(status);
  let timer = 0;

  // A browser may forbid a page to keep anything; then the choice holds for this page.
  let chosen = MODES[0];
  try {
    chosen = MODES.find((mode) => mode === localStorage.getItem(KEY)) ?? chosen;
  } catch {
    // Nothing was kept.
  }
  function choose(mode) {
    chosen = mode;
    try {
      localStorage.setItem(KEY, mode);
    } catch {
      // Nothing is kept.
    }
  }

  // The number of a document stays on one line.
  const whole = (number) => Object.assign(document.createElement("span"), { className: "kb-whole", textContent: number });

  function told(words) {
    clearTimeout(timer);
    status.replaceChildren(...words.split(/(\d\S*-\S+\/\S+)/u).map((part, at) => (at % 2 ? whole(part) : part)));
    timer = setTimeout(() => (status.textContent = ""), STAYS);
  }

  const say = (mode, name) => told(`${strings.copied[mode]} ${name}`);

  function copy(pieces, mode) {
    const made = kb.passage(pieces, mode);
    if (kb.write(made)) say(mode, made.name);
    else kb.offer(made, strings);
  }

  // The provisions that a selection runs over, each with its selected part where that is not all of it.
  function selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return [];
    const range = selection.getRangeAt(0);
    const holders = [...document.querySelectorAll(".kb-prov")].filter((holder) => range.intersectsNode(holder));
    const pieces = holders.map((holder) => {
      const texts = [...holder.querySelectorAll(WORDS)];
      const parts = texts.map((text) => inside(text, range));
      const whole = parts.every((part, place) => part === texts[place].textContent);
      // Between the cells of a row stands what stands there in its words.
      const part = parts.map((each) => each.trim()).filter(Boolean).join(" | ");
      return part && kb.piece(holder, whole ? undefined : part);
    });
    return pieces.filter(Boolean);
  }

  function inside(text, range) {
    if (!range.intersectsNode(text)) return "";
    const part = document.createRange();
    part.selectNodeContents(text);
    if (text.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
    if (text.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    return part.toString();
  }

  const within = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(WORDS);

  // Only what begins and ends in provisions: of a selection with other words in it nothing may be lost.
  document.addEventListener("copy", (event) => {
    const range = document.getSelection().rangeCount ? document.getSelection().getRangeAt(0) : null;
    if (!range || !within(range.startContainer) || !within(range.endContainer)) return;
    const pieces = selected();
    if (pieces.length < 2) return;
    const mode = chosen === "text" ? "text" : "cited";
    const made = kb.passage(pieces, mode);
    kb.put(event.clipboardData, made);
    event.preventDefault();
    say(mode, made.name);
  });

  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyC" || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const near = document.activeElement.closest("[data-provision]") ?? document.querySelector(".kb-prov:has(:target), .kb-prov:target");
    const pieces = selected();
    if (!pieces.length && near) pieces.push(kb.piece(near));
    if (!pieces.length) return;
    event.preventDefault();
    copy(pieces, chosen);
  });

  function button(className, text, properties) {
    const made = Object.assign(document.createElement("button"), { type: "button", className, textContent: text });
    for (const [name, value] of Object.entries(properties)) made.setAttribute(name, value);
    return made;
  }

  function close(more) {
    more.setAttribute("aria-expanded", "false");
    more.parentElement.querySelector(".kb-copy__ways")?.remove();
  }

  function open(more, holder) {
    const ways = document.createElement("span");
    ways.className = "kb-copy__ways";
    ways.setAttribute("role", "group");
    ways.setAttribute("aria-label", strings.ways);
    for (const mode of MODES) {
      const way = button("kb-copy__way", strings.modes[mode], { "aria-pressed": mode === chosen });
      way.addEventListener("click", () => {
        choose(mode);
        close(more);
        more.focus();
        copy([kb.piece(holder)], mode);
      });
      ways.append(way);
    }
    const collect = button("kb-copy__way kb-copy__way--other", strings.add, {});
    collect.addEventListener("click", () => {
      close(more);
      more.focus();
      const { key, original } = kb.piece(holder);
      const name = kb.passage([kb.piece(holder)], "citation").name;
      told(notebook.add({ key, words: original.normalize("NFC") }) ? `${strings.added} ${name}` : strings.full);
    });
    ways.append(collect);
    more.setAttribute("aria-expanded", "true");
    more.after(ways);
    ways.firstElementChild.focus();
  }

  const opened = () => document.querySelector('.kb-copy__more[aria-expanded="true"]');
  document.addEventListener("click", (event) => opened() && !event.target.closest(".kb-copy") && close(opened()));
  document.addEventListener("keydown", (event) => {
    const more = event.key === "Escape" && opened();
    if (!more) return;
    close(more);
    more.focus();
  });

  // The buttons for a provision, at the end of a line beside it.
  function beside(holder, place, name) {
    const box = document.createElement("span");
    box.className = "kb-copy";
    const act = button("kb-copy__act", strings.copy, { "aria-label": `${strings.copy}: ${name}`, "aria-keyshortcuts": "Alt+C" });
    const more = button("kb-copy__more", "▾", { "aria-label": `${strings.ways}: ${name}`, "aria-expanded": "false" });
    act.addEventListener("click", () => copy([kb.piece(holder)], chosen));
    more.addEventListener("click", () => {
      const shown = more.getAttribute("aria-expanded") === "true";
      if (opened()) close(opened());
      if (!shown) open(more, holder);
    });
    box.append(act, more);
    place.append(box);
  }

  for (const holder of document.querySelectorAll(".kb-prov")) {
    const place = holder.querySelector(":scope > .kb-tools > p, .kb-row-tools > .kb-tools > p");
    if (place) beside(holder, place, place.querySelector(".kb-source, .kb-anchor").textContent);
  }
  Object.assign(kb, { beside });
})(globalThis.kbCopying, globalThis.kbNotebook);
