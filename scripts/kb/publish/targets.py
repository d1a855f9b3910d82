"""Where releases go: the targets that an administrator names in `targets.yml`, or a path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kb.model.finding import Finding
from kb.parse.fields import Fields
from kb.parse.frontmatter import YamlError, load

FILE = "targets.yml"
KEPT = 5


class NoTarget(ValueError):
    """A name is no target, or the file that names them cannot be read."""


@dataclass(frozen=True, slots=True)
class Target:
    """`path` is a folder on this machine, or on `host` (as ssh takes it, with the settings of the file `ssh_config`).

    `keep` releases stay; `sign` is the private SSH key that manifests are signed with.
    """

    path: str
    host: str | None = None
    ssh_config: str | None = None
    keep: int = KEPT
    sign: str | None = None


def find(name: str, root: Path) -> Target:
    """The target of that name in `targets.yml` of the checkout at `root`; else the path that `name` is.

    Raises NoTarget.
    """
    named = _named(root / FILE)
    if name in named:
        return named[name]
    if "/" in name or Path(name).is_dir():
        return Target(str(Path(name).expanduser().absolute()))
    known = f" Có: {', '.join(sorted(named))}." if named else ""
    raise NoTarget(f"Không có đích «{name}» trong {FILE}, và đó không phải là một đường dẫn.{known}")


def _named(file: Path) -> dict[str, Target]:
    if not file.is_file():
        return {}
    problems: list[Finding] = []
    try:
        root = load(file.read_text(encoding="utf-8"), file.name)
        if not isinstance(root.value, dict):
            raise NoTarget(f"{FILE} phải gồm các dòng «tên đích:», mỗi đích có «path».")
        targets = {name: _target(Fields(node, problems)) for name, node in root.value.items()}
    except YamlError as error:
        problems = [error.finding]
        targets = {}
    except UnicodeDecodeError:
        raise NoTarget(f"{FILE} không phải UTF-8.") from None
    if problems:
        first = min(problems, key=Finding.sort_key)
        raise NoTarget(f"{FILE}:{first.span.line}: {first.message}")
    return targets


def _target(fields: Fields) -> Target:
    keep = fields.number("keep")
    target = Target(
        path=_expanded(fields.text("path", required=True)) or "",
        host=fields.text("host"),
        ssh_config=_expanded(fields.text("ssh_config")),
        keep=KEPT if keep is None else max(keep, 1),
        sign=_expanded(fields.text("sign")),
    )
    fields.finish()
    return target


def _expanded(path: str | None) -> str | None:
    return str(Path(path).expanduser()) if path else None
