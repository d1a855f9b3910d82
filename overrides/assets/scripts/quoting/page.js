// The page that holds a pasted passage against the texts.
(function (kb) {
  "use strict";
  const { strings, ...data } = JSON.parse(document.getElementById("kb-quoting").textContent);
  const register = kb.register(data);
  const SOUND = ["exact", "folded", "elided"];
  const form = document.querySelector(".kb-quote");
  const field = form.querySelector("textarea");
  const [sum, legend, aside, list, cited] = ["sum", "legend", "aside", "list", "citations"].map((one) => document.querySelector(`.kb-quote__${one}`));
  const base = new URL(strings.root.replace(/\/?$/u, "/"), location.href);

  function made(tag, className, ...children) {
    const element = Object.assign(document.createElement(tag), { className });
    element.append(...children);
    return element;
  }

  // Numbers of documents and dates, which no line may break.
  const NUMBERS = /(\d[^\s,;]*[-/][^\s,;]+)/u;
  const whole = (words) => words.split(NUMBERS).map((part, at) => (at % 2 ? made("span", "kb-whole", part) : part));

  function link(words, document_, fragment = "") {
    const element = made("a", "", ...whole(words));
    element.href = new URL(document_.url + (location.protocol === "file:" ? "index.html" : "") + fragment, base).href;
    return element;
  }

  const documentOf = (id) => register.documents.find((each) => each.id === id);
  const filled = (text, ...values) => values.reduce((words, value) => words.replace("{}", value), text);

  // The words as they were pasted, with those of the text where these differ.
  function changes(steps) {
    return steps.flatMap(({ op, quoted, source }) => {
      if (op === "equal") return [quoted, " "];
      return [...(quoted ? [made("del", "", quoted), " "] : []), ...(source ? [made("ins", "", source), " "] : [])];
    });
  }

  const hasWords = (text) => /[\p{L}\p{N}]/u.test(text);

  // The words of a writer round a quotation, which were held against nothing.
  const beside = ({ text, quoted: [start, end] }) => [text.slice(0, start), text.slice(end)];

  function withOwn(found) {
    const [before, behind] = beside(found).map((own) => (hasWords(own) ? made("span", "kb-quote__own", own) : own));
    return [before, found.text.slice(...found.quoted), behind];
  }

  // What the register has in place of what is said of a document.
  function corrections({ documents, wrong }) {
    return [
      ...(wrong.date ? [filled(strings.date, documents[0].dated)] : []),
      ...(wrong.kind ? [filled(strings.kind, documents[0].kinds[0])] : []),
      ...(wrong.issuer ? [filled(strings.issuer, documents[0].issuers[0])] : []),
    ];
  }

  function claim({ claimed, document: id, wrong }) {
    const place = register.sources.find((each) => each.document === id && each.provision === claimed);
    const said = filled(strings.claimed, place ? place.name : claimed);
    return made("p", "kb-quote__claimed", [said, ...corrections(wrong)].join("; "));
  }

  function sentence(found) {
    const { verdict, document: id, provision, diff, source } = found;
    const label = made("p", "kb-quote__verdict", made("strong", "", strings.verdicts[verdict]));
    if (source) label.append(link(`${source.name}, ${documentOf(id).title}`, documentOf(id), `#${provision}`));
    const words = made("p", "kb-quote__words", ...(diff && verdict === "altered" ? changes(diff) : withOwn(found)));
    if (source) words.lang = source.language;
    const item = made("li", `kb-quote__item kb-quote__item--${SOUND.includes(verdict) ? "sound" : "wrong"}`, label, words);
    if (verdict === "misattributed") item.append(claim(found));
    return item;
  }

  const matches = (found) => found.documents.length === 1 && !corrections(found).length;

  function citation(found) {
    const { printed, documents } = found;
    const name = documents.length === 1 ? link(printed, documents[0]) : made("strong", "", printed);
    if (matches(found)) return made("li", "", name, `: ${strings.registered}`);
    if (documents.length !== 1) return made("li", "", name, ": ", made("strong", "", documents.length ? strings.ambiguous : strings.missing));
    return made("li", "", name, ": ", made("strong", "", strings.differs), `, ${corrections(found).join("; ")}`);
  }

  function check() {
    const { sentences, citations } = kb.quote(field.value, register);
    const right = sentences.filter((each) => SOUND.includes(each.verdict)).length;
    const doubtful = citations.filter((each) => !matches(each)).length;
    const told = sentences.length ? filled(strings.sum, sentences.length, right, sentences.length - right) : strings.none;
    sum.textContent = doubtful ? `${told} ${filled(strings.doubtful, doubtful)}` : told;
    legend.hidden = !sentences.some((each) => each.verdict === "altered");
    aside.hidden = !sentences.some((each) => each.verdict !== "altered" && beside(each).some(hasWords));
    list.replaceChildren(...sentences.map(sentence));
    cited.replaceChildren(
      ...(citations.length ? [made("h2", "", strings.citations), made("ul", "", ...citations.map(citation))] : []),
    );
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  field.addEventListener("paste", () => setTimeout(check));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.ctrlKey) return;
    event.preventDefault();
    check();
  });
})(globalThis.kbQuoting);
