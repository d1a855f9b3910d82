// The clipboard, also where a page that came over plain http is refused the newer way to it.
(function (kb) {
  "use strict";

  // Whether the browser took both forms. What is selected on the page, and the focus, stay as they were.
  function write({ plain, html }) {
    const selection = document.getSelection();
    const kept = Array.from({ length: selection.rangeCount }, (_, number) => selection.getRangeAt(number).cloneRange());
    const focused = document.activeElement;
    const field = Object.assign(document.createElement("textarea"), { value: plain, readOnly: true, className: "kb-unseen" });
    let taken = false;
    const fill = (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      put(event.clipboardData, { plain, html });
      taken = true;
    };
    document.body.append(field);
    field.select();
    addEventListener("copy", fill, { capture: true, once: true });
    try {
      taken = document.execCommand("copy") && taken;
    } catch {
      taken = false;
    }
    removeEventListener("copy", fill, { capture: true });
    field.remove();
    focused?.focus({ preventScroll: true });
    selection.removeAllRanges();
    for (const range of kept) selection.addRange(range);
    return taken;
  }

  function put(data, { plain, html }) {
    data.setData("text/plain", plain);
    data.setData("text/html", html);
  }

  // Where the browser refuses: the words, selected, for the reader to take over.
  function offer({ plain }, strings) {
    const dialog = document.createElement("dialog");
    const name = Object.assign(document.createElement("p"), { id: "kb-copy-refused", textContent: strings.refused });
    const field = Object.assign(document.createElement("textarea"), { value: plain, readOnly: true, rows: 8 });
    const close = Object.assign(document.createElement("button"), { className: "kb-button", textContent: strings.close });
    dialog.className = "kb-copy-dialog";
    dialog.setAttribute("aria-labelledby", name.id);
    field.setAttribute("aria-labelledby", name.id);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.append(name, field, close);
    document.body.append(dialog);
    dialog.showModal();
    field.select();
  }

  Object.assign(kb, { write, put, offer });
})((globalThis.kbCopying ??= {}));
