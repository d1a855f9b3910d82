// On a site that is served while it is edited: what is found in the checkout, on the page itself, and the page anew
// when what it shows has changed.
(function () {
  "use strict";
  const own = document.currentScript.dataset;
  const EVERY = 200;
  const NAMES = { error: "Lỗi", warning: "Cảnh báo", notice: "Lưu ý" };
  const panel = made("aside", { className: "kb-live", lang: "vi" });
  panel.setAttribute("aria-label", "Kết quả kiểm tra nội dung");
  let seen = -1;

  function made(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function place(finding) {
    const words = `${finding.file.replace(/^docs\//u, "")}:${finding.line}`;
    return document.getElementById(finding.anchor) ? made("a", { href: `#${finding.anchor}`, textContent: words }) : words;
  }

  function line(finding) {
    const rule = made("a", { href: `/${finding.rule}`, textContent: finding.code });
    const head = made("p", {}, `${NAMES[finding.severity]} `, finding.rule ? rule : finding.code, " · ", place(finding));
    const details = finding.details.map((words) => made("p", { className: "kb-live__detail", textContent: words }));
    return made("li", { className: `kb-live__${finding.severity}` }, head, made("p", { textContent: finding.message }), ...details, made("p", { className: "kb-live__remedy", textContent: finding.remedy }));
  }

  function group(title, findings, open) {
    const list = made("ol", {}, ...findings.map(line));
    return findings.length ? [made("details", { open }, made("summary", { textContent: `${title} (${findings.length})` }), list)] : [];
  }

  function show({ findings, files, said, stale }) {
    const here = findings.filter((each) => files.includes(each.file));
    const waits = stale ? [made("p", { textContent: "Trang vẫn như trước khi có lỗi." })] : [];
    for (const old of document.querySelectorAll(".kb-live-fault")) old.classList.remove("kb-live-fault");
    for (const { anchor } of here) document.getElementById(anchor)?.classList.add("kb-live-fault");
    const others = findings.filter((each) => !here.includes(each));
    panel.replaceChildren(
      made("p", { className: "kb-live__said", role: "status", textContent: said }),
      ...waits,
      ...group("Ở trang này", here, true),
      ...group("Ở tệp khác", others, !here.length),
    );
    panel.hidden = !findings.length && !stale;
  }

  async function look() {
    try {
      const answer = await fetch(`/kb-live/state?page=${encodeURIComponent(own.page)}`);
      const state = await answer.json();
      if (state.page > Number(own.seen)) {
        location.reload();
        return;
      }
      if (state.version !== seen) {
        seen = state.version;
        show(state);
        document.dispatchEvent(new CustomEvent("kb-live", { detail: state }));
      }
    } catch {
      // The server was stopped, or is being started again.
    }
    setTimeout(look, EVERY);
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(panel);
    panel.hidden = true;
    look();
  });
})();
