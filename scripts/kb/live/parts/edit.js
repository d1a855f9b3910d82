// The editor's page: a file of the checkout, what is found in it as it stands here, and the page that it makes.
(function () {
  "use strict";
  const PAUSE = 350;
  const NAMES = { error: "Lỗi", warning: "Cảnh báo", notice: "Lưu ý" };
  const opened = { file: "", seen: "", text: "" };
  const marked = new Map();
  let timer = 0;
  let asked = 0;

  function made(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  const file = made("input", { type: "text", id: "kb-edit-file", spellcheck: false, autocomplete: "off" });
  const names = made("datalist", { id: "kb-edit-files" });
  file.setAttribute("list", names.id);
  const field = made("textarea", { id: "kb-edit-text", spellcheck: false, placeholder: "Chọn tệp ở trên, hoặc dán nội dung vào đây." });
  const marks = made("div", { className: "kb-edit__marks" });
  marks.setAttribute("aria-hidden", "true");
  const found = made("ol", { className: "kb-edit__found" });
  const preview = made("iframe", { className: "kb-edit__preview", title: "Trang sẽ như thế này" });
  const shown = made("p", { className: "kb-edit__shown" });
  const report = made("p", { className: "kb-edit__report" });
  const status = made("p", { className: "kb-edit__status", role: "status" });
  const chosen = made("input", { type: "file", hidden: true, accept: ".md,.yml,.docx,.doc,.odt,.pdf,.txt" });

  function button(words, act, shortcut) {
    const element = made("button", { type: "button", className: "kb-button", textContent: words });
    if (shortcut) element.setAttribute("aria-keyshortcuts", shortcut);
    element.addEventListener("click", act);
    return element;
  }

  function say(words) {
    status.textContent = words;
  }

  async function ask(what, body) {
    const answer = await fetch(`/kb-live/${what}`, { method: "POST", headers: { "X-Kb": "1" }, body: JSON.stringify(body) });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.said || "Máy chủ từ chối yêu cầu này.");
    return told;
  }

  function unsaved() {
    return field.value !== opened.text;
  }

  async function open(name) {
    report.textContent = "";
    const pasted = !opened.file && field.value;
    if (unsaved() && !pasted && !confirm("Phần đang sửa chưa lưu sẽ mất. Mở tệp khác?")) return false;
    try {
      const told = await ask("open", { file: name });
      Object.assign(opened, { file: name, ...told });
      if (!pasted || told.seen) field.value = told.text;
      file.value = name;
      history.replaceState(null, "", `#${name}`);
      say(told.seen ? `Đang mở ${name}.` : `Tệp mới: ${name}.`);
      await check();
      return true;
    } catch (error) {
      say(error.message);
      return false;
    }
  }

  async function save() {
    if (!opened.file) {
      say("Ghi tên tệp ở ô trên cùng trước khi lưu.");
      file.focus();
      return;
    }
    try {
      const text = field.value;
      Object.assign(opened, await ask("save", { file: opened.file, text, seen: opened.seen }), { text });
      say(`Đã lưu ${opened.file}.`);
    } catch (error) {
      say(error.message);
    }
  }

  function download() {
    const address = URL.createObjectURL(new Blob([field.value], { type: "text/markdown" }));
    made("a", { href: address, download: (opened.file || "van-ban.md").split("/").at(-1) }).click();
    URL.revokeObjectURL(address);
  }

  // A received file becomes a document in the checkout; so does text that was pasted.
  async function bring(name, bytes) {
    say("Đang chuyển thành văn bản…");
    try {
      let binary = "";
      for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      const { files, told } = await ask("import", { name, data: btoa(binary) });
      Object.assign(opened, { text: field.value });
      await open(files[0]);
      report.textContent = `Đã ghi ${files.join(", ")}.\n${told}`;
    } catch (error) {
      say(error.message);
    }
  }

  // The words of a Markdown file come into the field, under the name of the file that is open.
  async function take() {
    const [given] = chosen.files;
    chosen.value = "";
    if (!given) return;
    if (!/\.(?:md|yml)$/iu.test(given.name)) {
      await bring(given.name, new Uint8Array(await given.arrayBuffer()));
      return;
    }
    field.value = await given.text();
    if (!opened.file) opened.file = file.value || "docs/vi/van-ban/van-ban-moi.md";
    file.value = opened.file;
    say(`Đã chép nội dung ${given.name} vào ${opened.file}; chưa lưu.`);
    await check();
  }

  // Columns count whole letters; the field counts halves of rare ones.
  function offset(text, line, column) {
    const lines = text.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    return before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
  }

  function paint(text, findings) {
    const runs = findings
      .map((each) => [offset(text, each.line, each.column), offset(text, each.line, Math.max(each.end, each.column + 1)), each])
      .sort(([a], [b]) => a - b);
    const pieces = [];
    let at = 0;
    marked.clear();
    for (const [start, end, finding] of runs) {
      if (start < at) continue;
      const mark = made("mark", { className: finding.severity, textContent: text.slice(start, end) });
      pieces.push(text.slice(at, start), mark);
      marked.set(start, mark);
      at = end;
    }
    marks.replaceChildren(...pieces, text.slice(at), "\n");
    marks.scrollTop = field.scrollTop;
  }

  function go(finding) {
    const start = offset(field.value, finding.line, finding.column);
    field.focus();
    field.setSelectionRange(start, offset(field.value, finding.line, finding.end));
    field.scrollTop = (marked.get(start)?.offsetTop ?? 0) - field.clientHeight / 3;
  }

  // A translation is confirmed against what is on the disk, and in the file there.
  async function confirmed({ file: name, confirms }) {
    if (unsaved()) {
      say("Lưu phần đang sửa trước khi xác nhận bản dịch.");
      return;
    }
    try {
      await ask("confirm", { file: name, provisions: confirms });
      if (name === opened.file) await open(name);
      else await check();
      say(`Đã xác nhận bản dịch ${name}.`);
    } catch (error) {
      say(error.message);
    }
  }

  function entry(finding) {
    const here = finding.file === opened.file;
    const words = here ? `dòng ${finding.line}, cột ${finding.column}` : `${finding.file}:${finding.line}`;
    const opens = here || /\.(?:md|yml)$/u.test(finding.file);
    const place = opens ? made("button", { type: "button", textContent: words }) : words;
    if (opens) place.addEventListener("click", async () => (here || (await open(finding.file))) && go(finding));
    const rule = made("a", { href: `/${finding.rule}`, target: "_blank", textContent: finding.code });
    const head = made("p", {}, `${NAMES[finding.severity]} `, rule, " · ", place);
    const told = [finding.message, ...finding.details, finding.remedy].map((each) => made("p", { textContent: each }));
    const right = finding.confirms ? [made("p", {}, button("Đã xem: bản dịch vẫn đúng", () => confirmed(finding)))] : [];
    return made("li", { className: finding.severity }, head, ...told, ...right);
  }

  async function check() {
    if (!opened.file) return;
    const [text, mine] = [field.value, (asked += 1)];
    const past = () => mine !== asked || text !== field.value;
    try {
      const { findings } = await ask("check", { file: opened.file, text });
      if (past()) return;
      paint(text, findings.filter((each) => each.file === opened.file));
      found.replaceChildren(...findings.map(entry));
      if (!findings.length) found.append(made("li", { textContent: "Không có lỗi." }));
      const { address, said } = await ask("preview", { file: opened.file, text });
      if (!past()) show(address, said);
    } catch (error) {
      say(error.message);
    }
  }

  // The ID on the line that is being written.
  function provision() {
    const from = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    return /\{#(\S+?)[ }]/u.exec(field.value.slice(from).split("\n", 1)[0])?.[1] ?? "";
  }

  function show(address, said) {
    preview.hidden = !address;
    shown.textContent = said;
    if (!address) return;
    const page = `/${address.replace(/index\.html$/u, "")}?kb-preview=1`;
    const top = preview.dataset.page === page ? preview.contentWindow?.scrollY ?? 0 : 0;
    preview.dataset.page = page;
    preview.addEventListener("load", () => {
      const here = preview.contentDocument.getElementById(provision());
      if (here) here.scrollIntoView({ block: "center", behavior: "instant" });
      else preview.contentWindow.scrollTo({ top, behavior: "instant" });
    }, { once: true });
    preview.contentWindow.location.replace(page);
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    paint(field.value, []);
    say(unsaved() ? (opened.file ? "Chưa lưu." : "Ghi tên tệp ở ô trên cùng để kiểm tra và xem trước.") : "");
    timer = setTimeout(check, PAUSE);
  });
  field.addEventListener("scroll", () => {
    marks.scrollTop = field.scrollTop;
  });
  new ResizeObserver(() => {
    marks.style.height = `${field.offsetHeight}px`;
  }).observe(field);
  file.addEventListener("change", () => file.value && open(file.value.trim()));
  chosen.addEventListener("change", take);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      save();
    }
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved()) event.preventDefault();
  });
  document.addEventListener("kb-live", ({ detail }) => {
    const files = Object.entries(detail.sources).filter(([each]) => /\.(?:md|yml)$/u.test(each));
    names.replaceChildren(...files.map(([value, label]) => made("option", label ? { value, label } : { value })));
  });
  document.addEventListener("DOMContentLoaded", () => {
    const label = made("label", { htmlFor: file.id, textContent: "Tệp trong docs/: gõ một phần tên tệp, câu hỏi hay số của văn bản" }, file, names);
    const text = made("label", { htmlFor: field.id, textContent: "Nội dung tệp", className: "kb-live__label" });
    const bar = made("div", { className: "kb-edit__bar" }, label, button("Lưu", save, "Control+S"), button("Lấy từ tệp trên máy", () => chosen.click()), button("Chuyển chữ thành văn bản", () => bring("dan.txt", new TextEncoder().encode(field.value))), button("Tải về", download), chosen);
    const desk = made("div", { className: "kb-edit", lang: "vi" }, bar, status, report, made("div", {}, text, made("div", { className: "kb-edit__field" }, marks, field), made("h2", { textContent: "Kết quả kiểm tra" }), found), made("div", {}, shown, preview));
    document.querySelector("h1").after(desk);
    preview.hidden = true;
    if (location.hash.startsWith("#docs/")) open(decodeURIComponent(location.hash.slice(1)));
  });
})();
