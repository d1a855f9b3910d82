// Narrowing results: what each facet holds, what was chosen, and how both stand in an address.
(function (kb) {
  "use strict";
  const WAYS = ["phases", "themes", "forms", "bodies"];
  const GROUPS = ["type", ...WAYS, "kind"];
  const TYPES = { d: "document", c: "document", q: "question", a: "term", g: "page", b: "help" };

  const typeOf = ({ sort }) => TYPES[sort] ?? "text";

  function keysOf(record) {
    return [`type:${typeOf(record)}`, ...record.facets];
  }

  // { hits, counts }: the hits that hold one key of every group in which some are chosen, and for every key how many
  // would be left if it were chosen too.
  function faceted(hits, chosen) {
    const counts = new Map();
    const kept = [];
    for (const hit of hits) {
      const keys = keysOf(hit.record);
      const missed = GROUPS.filter((group) => chosen[group]?.length && !chosen[group].some((value) => keys.includes(`${group}:${value}`)));
      if (!missed.length) kept.push(hit);
      if (missed.length > 1) continue;
      for (const key of new Set(keys)) {
        const group = key.slice(0, key.indexOf(":"));
        if (!missed.length || missed[0] === group) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    return { hits: kept, counts };
  }

  // What an address asks for: { q, sort, literal, chosen }.
  function fromAddress(search) {
    const asked = new URLSearchParams(search);
    const chosen = {};
    for (const group of GROUPS) if (asked.get(group)) chosen[group] = asked.get(group).split(",");
    return { q: asked.get("q") ?? "", sort: asked.get("sort") ?? "", literal: asked.has("literal"), chosen };
  }

  function toAddress({ q, sort, literal, chosen = {} }) {
    const asked = new URLSearchParams({ q });
    for (const group of GROUPS) if (chosen[group]?.length) asked.set(group, chosen[group].join(","));
    if (sort) asked.set("sort", sort);
    if (literal) asked.set("literal", "1");
    return `?${asked}`.replaceAll("%2C", ",");
  }

  // The keys that the blocks to read must hold, in groups; a type is no key of a block.
  const required = (chosen) => GROUPS.slice(1).filter((group) => chosen[group]?.length).map((group) => chosen[group].map((value) => `${group}:${value}`));

  Object.assign(kb, { GROUPS, WAYS, typeOf, faceted, fromAddress, toAddress, required });
})((globalThis.kbSearch ??= {}));
