// Preview cards over citations, by pointer and by keyboard; and the long form of an abbreviation at a touch.
(function () {
  "use strict";
  const SHOW = 200;
  const HIDE = 250;
  const GAP = 8;
  const cards = new Map();
  const store = document.getElementById("kb-cards");
  for (const each of store?.content.children ?? []) cards.set(each.dataset.key, each);

  const box = document.createElement("div");
  box.className = "kb-card";
  box.id = "kb-card";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);

  let owner = null;
  let timer = 0;

  function show(element, nodes) {
    clearTimeout(timer);
    if (owner !== element) hide();
    owner = element;
    box.replaceChildren(...nodes);
    box.hidden = false;
    element.setAttribute("aria-describedby", box.id);
    place(element);
  }

  function hide() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    box.hidden = true;
  }

  // Below the first line of the link, above it where there is no room; never beyond the edges of the window.
  function place(element) {
    box.style.left = box.style.top = "0";
    const line = element.getClientRects()[0];
    const size = box.getBoundingClientRect();
    const below = line.bottom + GAP;
    const above = line.top - GAP - size.height;
    const top = below + size.height > innerHeight && above > 0 ? above : below;
    const left = Math.max(GAP, Math.min(line.left, document.documentElement.clientWidth - size.width - GAP));
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
  }

  const later = (work, delay) => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };

  const cited = (event) => event.target.closest?.("a.kb-cite[data-card]");
  const preview = (link) => {
    const card = cards.get(link.dataset.card);
    if (card) show(link, [...card.cloneNode(true).childNodes]);
  };

  document.addEventListener("pointerover", (event) => {
    // A touch follows the link at once.
    if (event.pointerType === "touch") return;
    const link = cited(event);
    if (link && link !== owner) later(() => preview(link), SHOW);
    else if (link || box.contains(event.target)) clearTimeout(timer);
  });
  document.addEventListener("pointerout", (event) => {
    const left = cited(event) || box.contains(event.target);
    if (left && event.pointerType !== "touch") later(hide, HIDE);
  });
  document.addEventListener("focusin", (event) => {
    const link = cited(event);
    if (link?.matches(":focus-visible")) preview(link);
  });
  document.addEventListener("focusout", (event) => cited(event) && hide());
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("click", (event) => {
    const short = event.target.closest("abbr[title]");
    if (short && !short.closest("a, summary, button")) show(short, [short.title]);
    else if (!box.contains(event.target)) hide();
  });
})();
