// Addresses of provisions as they are typed: `II.1.1`, `III.2.4`, `phần II mục 2.3`, `23 II 1.1`, `part III, section 2`.
(function (kb) {
  "use strict";
  const ROMAN = "(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,3})";
  const NUMBER = "[0-9]+(?:\\.[0-9]+)*";
  const ID = new RegExp(`^(?:${ROMAN}(?:-${NUMBER})?(?:-p?[0-9]+)?|tieu-de|mo-dau-p[0-9]+|dieu-[0-9.a-z]+)$`);
  const ORDINALS = {
    nhat: 1, hai: 2, ba: 3, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10,
    first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10,
    "dau tien": 1,
  };
  const UNITS = {
    phan: "part", part: "part", "tieu muc": "number", muc: "number", section: "number", subsection: "number",
    "gach dau dong": "dash", gach: "dash", y: "dash", dash: "dash", doan: "paragraph", paragraph: "paragraph",
    dieu: "article", article: "article", khoan: "clause", clause: "clause", diem: "point", point: "point",
  };
  const NAMES = Object.keys(UNITS).sort((a, b) => b.length - a.length).join("|");
  const UNIT = new RegExp(`(?<![a-z0-9])(${NAMES})(?: thu)?[ :]+(${ROMAN}|${NUMBER}|dau tien|[a-z]+)(?![a-z0-9])`, "g");
  const DOTTED = new RegExp(`(?<![a-z0-9])(?:(?:${NAMES})[ :]+)?(${ROMAN})[ .,/-]+(${NUMBER})(?:[ .-]+(p?[0-9]+))?(?![a-z0-9])`);
  // A unit whose label is still to come.
  const BEGUN = new RegExp(`[ ,](?:${NAMES})(?: thu)?$`);
  const COUNTED = new RegExp(`(?<![a-z0-9])(${Object.keys(ORDINALS).slice(10).join("|")}|[0-9]+(?:st|nd|rd|th)) (dash|paragraph)(?![a-z])`, "g");
  const NAMED = [
    [/(?<![a-z])(?:doan mo dau|opening paragraph)(?![a-z])/, "mo-dau-p1"],
    [/(?<![a-z])(?:phan tieu de|title block)(?![a-z])/, "tieu-de"],
  ];
  const FILLER = /(?<![a-z0-9])(?:cua|thuoc|trong|tai|o|nay|ke hoach|of|the|in|this|plan)(?![a-z0-9])|[^a-z0-9]/g;
  const PARTS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

  // The IDs that a folded text may mean if it is an address and nothing else, the likeliest first; else none.
  function places(text) {
    const place = {};
    let rest = text.trim();
    if (/[-.]/.test(rest) && ID.test(rest)) return [rest];
    for (const [pattern, id] of NAMED) {
      if (pattern.test(rest) && !rest.replace(pattern, "").replace(FILLER, "")) return [id];
    }
    rest = rest.replace(COUNTED, (_, ordinal, unit) => ((place[unit] = ORDINALS[ordinal] ?? parseInt(ordinal, 10)), " "));
    rest = rest.trim().replace(BEGUN, "");
    rest = rest.replace(DOTTED, (_, part, number, item) => {
      Object.assign(place, { part, number, item });
      return " ";
    });
    rest = rest.replace(UNIT, (all, name, label) => (note(place, UNITS[name], label) ? " " : all));
    return rest.replace(FILLER, "") ? [] : ids(place);
  }

  // Notes what a unit and its label say; false where the label is a word.
  function note(place, unit, label) {
    const roman = new RegExp(`^${ROMAN}$`).test(label);
    const number = /^[0-9]/.test(label) ? label : ORDINALS[label] && String(ORDINALS[label]);
    // An unlabelled Roman part is cited as `phần II` and as `mục II`.
    if (roman && (unit === "part" || unit === "number")) place.part = label;
    else if (unit === "part" && PARTS[number - 1]) place.part = PARTS[number - 1];
    else if (unit === "point" && (/^(?:[a-z]|dd)$/.test(label) || number)) place.point = number || label;
    else if (number && unit !== "part") place[unit] = unit === "number" ? longer(place.number, number) : number;
    else return false;
    return true;
  }

  const longer = (one, other) => ((one ?? "").length > other.length ? one : other);

  function ids({ part, number, dash, paragraph, item, article, clause, point }) {
    if (article) return [`dieu-${[article, clause, point].filter(Boolean).join(".")}`];
    // Sections are also called by the names of what stands below an article: `điểm 2.3 khoản 2 mục II`.
    for (const each of [clause, point]) if (/^[0-9]/.test(each ?? "")) number = longer(number, each);
    if (!part && !number) return [];
    const heads = part ? [part] : PARTS;
    const last = item ?? dash ?? (paragraph && `p${paragraph}`);
    const found = heads.map((head) => [head, number, last].filter(Boolean).join("-"));
    // The last number may count dashes: `III.2.4`.
    const counted = last ? null : number?.match(/^(.+)\.([0-9]+)$/);
    return counted ? [...found, ...heads.map((head) => [head, counted[1], counted[2]].join("-"))] : found;
  }

  Object.assign(kb, { places });
})((globalThis.kbSearch ??= {}));
