// Runs before the first paint: the scheme that the reader chose, else the one of the system.
(function () {
  "use strict";
  const KEY = "kb-scheme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    // Storage throws where the browser forbids it, as some do for files opened from a disk.
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function store(scheme) {
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      return;
    }
  }

  const isDark = () => (root.dataset.scheme || (system.matches ? "dark" : "light")) === "dark";

  if (stored() === "dark" || stored() === "light") root.dataset.scheme = stored();

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".kb-scheme");
    const label = () => {
      button.title = isDark() ? button.dataset.light : button.dataset.dark;
      button.setAttribute("aria-label", button.title);
    };
    label();
    system.addEventListener("change", label);
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      store(root.dataset.scheme);
      label();
    });
  });
})();
