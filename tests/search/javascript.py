"""Runs the search's own JavaScript outside a browser, in the Node that Playwright brings."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import playwright

from kb.publish import joining

NODE = Path(playwright.__file__).parent / "driver/node"
SCRIPTS = Path(__file__).resolve().parents[2] / "overrides/assets/scripts/search"
ENGINE = [SCRIPTS / f"{name}.js" for name in ("loader", *joining.ENGINE)]
# The files are plain scripts that share one object, as on a page; the parts of an index are read from the disk.
RUN = """
const vm = require("vm"), fs = require("fs");
const [files, body] = JSON.parse(fs.readFileSync(process.argv[1], "utf8"));
const read = (file) => vm.runInThisContext(fs.readFileSync(file, "utf8"), file);
files.forEach(read);
if (globalThis.kbSearch) {
  const parts = new Map();
  kbSearch.receive = (name, part) => parts.set(name, part);
  kbSearch.fetched = async (name, address) => (parts.has(name) || read(address.replace(/[?].*/, "")), parts.get(name));
}
const answer = vm.runInThisContext("(async (given) => {" + body + "\\n})");
const given = JSON.parse(fs.readFileSync(0, "utf8"));
answer(given).then((value) => process.stdout.write(JSON.stringify(value ?? null)));
"""


def run(scripts: list[Path], body: str, given: Any, folder: Path) -> Any:
    """What the body of an async function with the parameter `given` returns, after the scripts have run.

    Raises AssertionError with what the program said where it failed.
    """
    task = folder / "task.json"
    task.write_text(json.dumps([[str(script) for script in scripts], body]), encoding="utf-8")
    command = [NODE, "-e", RUN, str(task)]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)
