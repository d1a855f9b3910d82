"""Runs in an archive that was carried to a machine without a network: set up, build, compare, test, publish.

usage: python3 kb-….zip [TARGET]

Needs Python and bash, and nothing else that is not in the archive.
"""

import fcntl
import hashlib
import os
import socket
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

ARCHIVE = Path(sys.argv[0]).resolve()
HERE = Path.cwd() / ARCHIVE.stem
SOURCE = HERE / "source"
# All but what starts a browser.
TESTS = ("-m", "pytest", "-q", "-n", "auto", "--maxprocesses=4", "--dist=loadfile", "--ignore=tests/browser")
# From <linux/sockios.h> and <net/if.h>.
SET_FLAGS, UP = 0x8914, 0x1
BIN = SOURCE / ".venv" / "bin"


def main() -> None:
    if len(sys.argv) > 2 or any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit(f"Cách dùng: python3 {ARCHIVE.name} [TARGET]\nTARGET là thư mục hoặc tên trong targets.yml.")
    # A folder is taken as seen from where the command was given.
    target = [str(Path(word).absolute()) if "/" in word else word for word in sys.argv[1:]]
    unpack()
    tell("Cài đặt từ các gói mang theo")
    run(["bash", "scripts/setup/environment.sh", "test"])
    tell("Dựng trang")
    run([BIN / "kb", "build"])
    compare()
    tell("Kiểm thử những gì không cần trình duyệt")
    loopback()
    run([BIN / "python", *TESTS])
    if target:
        tell(f"Công bố lên {target[0]}")
        run([BIN / "kb", "publish", *target])
    tell(f"Xong. Các lệnh kb chạy trong {SOURCE}, ví dụ: .venv/bin/kb releases TARGET")


def unpack() -> None:
    """Lay the files out beside the archive's user, each as its sum says."""
    tell(f"Mở {ARCHIVE.name} vào {HERE}")
    with zipfile.ZipFile(ARCHIVE) as archive:
        sums = dict(reversed(line.split("  ", 1)) for line in archive.read("SHA256SUMS").decode().splitlines())
        for name, wanted in sums.items():
            content = archive.read(name)
            if hashlib.sha256(content).hexdigest() != wanted:
                sys.exit(f"{name} trong {ARCHIVE.name} không khớp SHA256SUMS: tệp hỏng trên đường đi, chép lại.")
            place = HERE / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
            place.chmod(archive.getinfo(name).external_attr >> 16 & 0o777)


def compare() -> None:
    """What was built here is, byte for byte, what was built where the archive comes from."""
    built, carried = ((folder / "site" / "manifest.json").read_bytes() for folder in (SOURCE, HERE))
    if built != carried:
        sys.exit(f"Trang dựng ở đây khác trang mang theo: so {SOURCE}/site và {HERE}/site. Chưa công bố gì.")
    tell("Trang dựng ở đây giống từng byte với trang mang theo")


def loopback() -> None:
    """Switch on what tests listen on, which is off where there is no network at all."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        try:
            any_socket.connect(("127.0.0.1", 9))
        except OSError:
            try:
                fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sh22x", b"lo", UP))
            except PermissionError:
                sys.exit("Máy này tắt loopback (lo): chưa kiểm thử, chưa công bố. Bật bằng: sudo ip link set lo up")


def run(command: list) -> None:
    """One step; where it fails, the whole ends with its code."""
    environment = {
        **os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(HERE / "wheels"), "PYTHON": sys.executable,
        # A test that needs what is not here is told as not run.
        "CI": "",
    }  # fmt: skip
    done = subprocess.run(list(map(str, command)), cwd=SOURCE, env=environment, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def tell(line: str) -> None:
    print(f"==> {line}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
