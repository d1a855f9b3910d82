// Table of contents and menu: open in wide windows, follow the reader; without this file they stay plain lists.
(function () {
  "use strict";
  const wide = matchMedia("(min-width: 62rem)");
  // A place counts as reached where its address brings it to: just under what sticks to the top.
  const EDGE = 84;
  const folds = document.querySelectorAll("details[data-wide]");
  const unfold = () => folds.forEach((fold) => (fold.open = wide.matches));
  unfold();
  wide.addEventListener("change", unfold);

  const contents = document.querySelector(".kb-contents");
  if (contents) follow(contents);
  tools();
  // Once the page has come: before that the browser may not yet know what was asked for.
  addEventListener("pageshow", passage);
  addEventListener("hashchange", passage);
  // Paper shows the address of the passage that was asked for, with the host, which a build may not know.
  addEventListener("beforeprint", () => {
    const place = document.querySelector(".kb-printed__address");
    if (place) place.textContent = decodeURI(location.href);
  });

  function follow(nav) {
    const links = [...nav.querySelectorAll("a")];
    const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let current = null;
    let waiting = false;
    nav.classList.add("kb-contents--live");

    function update() {
      waiting = false;
      let index = places.findLastIndex((place) => place && place.getBoundingClientRect().top < EDGE);
      // At the foot of the page the place that was asked for may be too far down to reach the edge.
      const atFoot = innerHeight + scrollY > document.documentElement.scrollHeight - 4;
      if (atFoot) index = Math.max(index, links.findIndex((link) => link.hash === location.hash));
      mark(links[index] || null);
    }

    function mark(link) {
      if (link === current) return;
      current?.removeAttribute("aria-current");
      nav.querySelectorAll(".kb-here").forEach((item) => item.classList.remove("kb-here"));
      link?.setAttribute("aria-current", "location");
      for (let item = link?.closest("li"); item; item = item.parentElement.closest("li")) item.classList.add("kb-here");
      current = link;
      if (link && wide.matches) keepInView(link);
    }

    function keepInView(link) {
      const box = nav.getBoundingClientRect();
      const place = link.getBoundingClientRect();
      if (place.top < box.top || place.bottom > box.bottom) nav.scrollTop += place.top - box.top - box.height / 3;
    }

    nav.querySelector("details").addEventListener("toggle", () => current?.scrollIntoView({ block: "nearest" }));
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(update);
      waiting = true;
    }, { passive: true });
    addEventListener("resize", update);
    nav.addEventListener("click", (event) => {
      if (event.target.closest("a") && !wide.matches) nav.querySelector("details").open = false;
    });
    update();
  }

  // A correction that is proposed names the passage that was asked for.
  function passage() {
    const named = document.querySelectorAll(".kb-correction__passage");
    const anchor = document.querySelector(".kb-prov:has(> .kb-text:target) .kb-anchor");
    if (anchor && named.length) named[1].textContent = `${anchor.textContent} (${decodeURI(location.pathname + location.hash)})`;
    named.forEach((one) => (one.hidden = !anchor));
  }

  // What a provision's tools open lies over the text: a click elsewhere or Escape closes it.
  function tools() {
    const opened = () => document.querySelectorAll(".kb-tools > details[open]");
    document.addEventListener("toggle", (event) => {
      event.target.parentElement?.classList.toggle("kb-tools--open", event.target.open);
    }, true);
    document.addEventListener("click", (event) => {
      opened().forEach((details) => details.contains(event.target) || (details.open = false));
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      opened().forEach((details) => {
        if (details.contains(document.activeElement)) details.querySelector("summary").focus();
        details.open = false;
      });
    });
  }
})();
