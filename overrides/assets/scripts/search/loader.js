// Loads the rest of the search when it is first wanted, and the parts of its indexes. All of it comes as scripts: a
// page that was opened from a disk may load a script and nothing else.
(function (kb) {
  "use strict";
  const arrived = new Map();
  const stores = new Map();
  let loading = null;

  // The scripts of an index call this with their content.
  function receive(name, part) {
    arrived.set(name, part);
  }

  function run(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.onload = () => (script.remove(), done());
      script.onerror = () => (script.remove(), failed(new Error(address)));
      document.head.append(script);
    });
  }

  // A part of an index, once its script has run. It is not kept here: whoever asks keeps it.
  async function fetched(name, address) {
    if (!arrived.has(name)) await run(address);
    const part = arrived.get(name);
    arrived.delete(name);
    return part;
  }

  // All that a search needs, rejected where it cannot be had; the next call tries again.
  function load({ scripts, index, language }) {
    loading ??= Promise.all([run(`${scripts}engine.js`), run(`${index}index.js`)])
      .then(() => store(index, language).open())
      .catch((reason) => ((loading = null), Promise.reject(reason)));
    return loading;
  }

  function store(folder, name) {
    if (!stores.has(name)) stores.set(name, new kb.Store(folder, name));
    return stores.get(name);
  }

  // On a disk the address of a folder opens its listing.
  const addressOf = (path) => (location.protocol === "file:" ? path.replace(/\/(?=[?#]|$)/, "/index.html") : path);

  Object.assign(kb, { addressOf, receive, run, fetched, load, store });
})((globalThis.kbSearch ??= {}));
