"""The files to be taken along, made of the library; those that nothing has changed are kept below `build/`."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from kb.export import akn, fonts, pdf, word
from kb.export.pdf import Edition
from kb.export.taken import Taken, taken
from kb.model.library import LANGUAGES, Library
from kb.processors import one_by_one
from kb.publish.manifest import LOCK, digest_of
from kb.views import taking
from kb.views.context import Context

FOLDER = Path("build", "taken")
THEME = Path("overrides")
CODE = Path(word.__file__).parent
# Files take so long that a second process is worth it for a handful of them.
FEW = 8


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be made; `kept` is the name under which it is kept: the digest of all that it is made of."""

    taken: Taken
    ending: str
    kept: str

    @property
    def path(self) -> str:
        """Where it is staged."""
        return f"{self.taken.language}/{self.taken.path}.{self.ending}"


def files(
    library: Library, root: Path, edition: Edition, spread: Callable[..., list[None]] = one_by_one
) -> dict[str, bytes]:
    """Staged path → file: Word and PDF of all that can be taken along, Akoma Ntoso of dated documents.

    `spread` does the work, on several processors where that is wanted: where this process has set no PDF file before,
    since Typst leaves threads behind that a fork has not. Raises OSError.
    """
    contexts = [Context(library.published, language, edition.day) for language in LANGUAGES]
    maker = _maker(root)
    jobs = [job for context in contexts for each in taken(context) for job in _jobs(each, edition, maker)]
    folder = root / FOLDER
    held = folder / maker
    held.mkdir(parents=True, exist_ok=True)
    missing = [job for job in jobs if not (folder / job.kept).is_file()]
    if any(job.ending == taking.PDF for job in missing) and not any(held.iterdir()):
        _faces(root, held)
    spread(partial(_make, folder, held, edition), missing, FEW)
    _tidy(folder, {maker, *(job.kept for job in jobs)})
    return _texts(contexts) | {job.path: (folder / job.kept).read_bytes() for job in jobs}


def _texts(contexts: Collection[Context]) -> dict[str, bytes]:
    """What takes no time to make."""
    found = {}
    for context in contexts:
        for key in sorted(context.library.originals):
            if text := akn.akn(context, key):
                found[f"{context.language}/{taking.of_document(key)}.{taking.AKN}"] = text.encode()
    return found


def _maker(root: Path) -> str:
    """The digest of what all files are made with: the code, the libraries, the fonts."""
    sources = [root / LOCK, *(path for path in sorted(CODE.iterdir()) if path.is_file())]
    sources += [path for parts in fonts.sources(root / THEME).values() for path in parts]
    return hashlib.sha256("".join(f"{path.name} {digest_of(path)}\n" for path in sources).encode()).hexdigest()


def _jobs(each: Taken, edition: Edition, maker: str) -> Iterator[Job]:
    # The edition stands on every sheet of a PDF file, and nowhere in a Word file.
    for ending, made_of in ((taking.WORD, asdict(each)), (taking.PDF, pdf.content(each, edition))):
        told = f"{maker} {ending} {json.dumps(made_of, ensure_ascii=False)}"
        yield Job(each, ending, f"{hashlib.sha256(told.encode()).hexdigest()}.{ending}")


def _make(folder: Path, held: Path, edition: Edition, job: Job) -> None:
    made = word.docx(job.taken) if job.ending == taking.WORD else pdf.pdf(job.taken, edition, held)
    _write(folder / job.kept, made)


def _faces(root: Path, held: Path) -> None:
    """Write the fonts all at once: a folder that holds any holds all."""
    fresh = held.with_name(f"{held.name}.partial")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for name, face in fonts.faces(root / THEME).items():
        (fresh / f"{name}.ttf").write_bytes(face)
    held.rmdir()
    fresh.rename(held)


def _write(target: Path, content: bytes) -> None:
    """Nobody ever sees half a file, nor keeps one where this is interrupted."""
    partial_file = target.with_name(f"{target.name}.{os.getpid()}")
    partial_file.write_bytes(content)
    partial_file.replace(target)


def _tidy(folder: Path, kept: Collection[str]) -> None:
    """Delete what is of no use any more."""
    for path in folder.iterdir():
        if path.name not in kept:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
