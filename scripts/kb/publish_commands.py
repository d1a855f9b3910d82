"""The commands of the administrator: publish, roll back, list, and verify what is served."""

from __future__ import annotations

import datetime
import getpass
import socket
import sys
import tempfile
from pathlib import Path

import click

from kb import log, shell
from kb.program import Command
from kb.publish import bundling, live, manifest, releasing, revision, signing, targets
from kb.publish.far import Far, FarError
from kb.publish.far_folder import Folder
from kb.publish.far_server import Server
from kb.publish.manifest import Manifest
from kb.publish.releasing import Plan, Stamp
from kb.publish.targets import Target

SHOWN = 20
BUNDLE = "build/bundle"


@click.command(cls=Command)
@click.argument("target")
@click.option("--dry-run", is_flag=True, help="Chỉ in kế hoạch, không ghi gì.")
def publish(target: str, dry_run: bool) -> None:
    """Công bố trang của đúng commit này lên TARGET (tên trong targets.yml, hoặc một thư mục)."""
    root = shell.here()
    goal = _target(target, root)
    release = _release(root)
    far = _far(goal)
    site = root / shell.SITE
    try:
        if dry_run:
            _show(releasing.plan(far, site, release))
            return
        signing.sign(site, goal.sign)
        with far.locked():
            planned = releasing.plan(far, site, release)
            _show(planned)
            if planned.is_live:
                releasing.tidy(far, _stamp())
                return
            releasing.publish(far, site, release, planned, _stamp(), goal.keep, _say)
            click.echo(f"Đã công bố {planned.release}.")
    except (FarError, signing.NotSigned) as error:
        shell.stop(str(error), shell.FAILED)


@click.command(cls=Command)
@click.argument("target")
@click.argument("release", required=False)
def rollback(target: str, release: str | None) -> None:
    """Đưa bản phát hành RELEASE (mặc định: bản trước bản đang chạy) trên TARGET trở lại."""
    far = _far(_target(target, shell.here()))
    try:
        with far.locked():
            before = far.state().current
            after = releasing.rollback(far, release, _stamp())
    except FarError as error:
        shell.stop(str(error), shell.FAILED)
    click.echo(f"{after} đang chạy rồi." if before == after else f"Đang chạy {after}, thay cho {before}.")


@click.command(cls=Command)
@click.argument("target")
def releases(target: str) -> None:
    """Các bản phát hành trên TARGET; dấu * là bản đang chạy."""
    far = _far(_target(target, shell.here()))
    try:
        state = far.state()
    except FarError as error:
        shell.stop(str(error), shell.FAILED)
    published = {entry.release: entry for entry in releasing.entries(state.log) if entry.action != "rollback"}
    for name in state.releases:
        entry = published.get(name)
        said = f"  {entry.when}  {entry.who}  {entry.commit}" if entry else ""
        click.echo(f"{'*' if name == state.current else ' '} {name}{said}")
    if not state.releases:
        click.echo("Chưa có bản phát hành nào.")


@click.command("verify-live", cls=Command)
@click.argument("url")
@click.option("--signers", type=click.Path(exists=True, dir_okay=False), help="Tệp khóa công khai được phép ký.")
def verify_live(url: str, signers: str | None) -> None:
    """Tải mọi tệp đang phục vụ tại URL và so với manifest.json, kiểm tra cả các tiêu đề HTTP."""
    try:
        held, faults = shell.step(f"Tải và so các tệp tại {url}", lambda: live.verify(url, signers))
    except live.NotServed as error:
        shell.stop(str(error))
    for fault in faults:
        click.echo(fault)
    click.echo(f"{len(held.files)} tệp, commit {held.commit}: {len(faults) or 'không có'} sai lệch.", err=True)
    sys.exit(shell.FAILED if faults else 0)


@click.command(cls=Command)
@click.argument("folder", default=BUNDLE, type=click.Path(file_okay=False))
def bundle(folder: str) -> None:
    """Đóng gói commit này vào FOLDER để mang tới máy không có mạng, và trang để mở từ đĩa (site.zip)."""
    root = shell.here()
    release = _release(root)
    site, epoch = root / shell.SITE, revision.epoch(root) or 0
    carried, alone = Path(folder) / f"kb-{release.commit[:12]}.zip", Path(folder) / "site.zip"
    try:
        held = bundling.source(root, release.commit)
        with tempfile.TemporaryDirectory() as packages:
            shell.step("Tải các gói", lambda: bundling.wheels(root, Path(packages)))
            made = bundling.record(release.commit, epoch, held)
            if past := log.read(root):
                held = {**held, log.RECORD: (past.record.encode(), 0o644)}
            shell.step("Đóng gói", lambda: bundling.bundle(carried, held, made, Path(packages), site))
    except bundling.NotBundled as error:
        shell.stop(f"\n{error}", shell.FAILED)
    bundling.on_disk(alone, site, epoch)
    for path in (carried, alone):
        click.echo(f"{path}  {path.stat().st_size / 2**20:.1f} MB  SHA-256 {manifest.digest_of(path)}")


def _target(name: str, root: Path) -> Target:
    try:
        return targets.find(name, root)
    except targets.NoTarget as error:
        shell.stop(str(error))


def _far(target: Target) -> Far:
    return Server(target.host, target.path, target.ssh_config) if target.host else Folder(target.path)


def _release(root: Path) -> Manifest:
    """The manifest of the site that was built of exactly this commit; ends the program where there is no such site."""
    commit, changed = revision.commit(root), revision.changes(root)
    if changed:
        listed = "\n".join(f"  {name}" for name in changed[:SHOWN])
        shell.stop(f"Chỉ công bố đúng một commit; các tệp này chưa commit:\n{listed}", shell.FAILED)
    if commit is None:
        shell.stop("Chỉ công bố đúng một commit; đây không phải là kho git.", shell.FAILED)
    site = root / shell.SITE
    if not _is_built(root, site, commit):
        shell.build(root)
    else:
        shell.step("Kiểm tra nội dung", lambda: shell.checked(root))
        shell.step("Kiểm tra trang đã dựng", lambda: shell.verified(root, site))
    held = manifest.read(site)
    if held is None or held.commit != commit:
        shell.stop("Nội dung đã đổi trong khi dựng trang; chạy lại.", shell.FAILED)
    return held


def _is_built(root: Path, site: Path, commit: str) -> bool:
    """Whether `site` is what a build of this commit, with this Python and this lock, made of it, untouched since."""
    held = manifest.read(site)
    return held is not None and held.commit == commit and held == manifest.describe(site, commit, root)


def _show(planned: Plan) -> None:
    if planned.is_live:
        click.echo(f"Commit này đang chạy rồi ({planned.live}); không có gì để làm.")
        return
    click.echo(f"Bản phát hành {planned.release}, thay cho {planned.live or 'chưa có bản nào'}:")
    for mark, paths in (("+", planned.added), ("~", planned.changed), ("-", planned.removed)):
        for path in paths[:SHOWN]:
            click.echo(f"  {mark} {path}")
        if len(paths) > SHOWN:
            click.echo(f"  {mark} … và {len(paths) - SHOWN} tệp khác")
    click.echo(
        f"Thêm {len(planned.added)}, đổi {len(planned.changed)}, bỏ {len(planned.removed)}, "
        f"giữ {len(planned.kept)} tệp; {planned.size / 1024:.0f} kB mới."
    )


def _say(line: str) -> None:
    click.echo(line, err=True)


def _stamp() -> Stamp:
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Stamp(now, f"{getpass.getuser()}@{socket.gethostname()}")
