"""Pages that are opened from a disk lead to pages, and to nothing else than before."""

import pytest

from kb.publish import disk


@pytest.fixture
def site(tmp_path):
    for page in ("", "van-ban/", "van-ban/a/", "en/"):
        (tmp_path / page).mkdir(parents=True, exist_ok=True)
        (tmp_path / page / "index.html").touch()
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.css").touch()
    return tmp_path


CASES = [
    ("van-ban/a/index.html", ' href="#ii"', ' href="#ii"'),
    ("van-ban/a/index.html", ' href="../../assets/a.css"', ' href="../../assets/a.css"'),
    ("van-ban/a/index.html", ' data-scripts="../../assets/"', ' data-scripts="../../assets/"'),
    ("van-ban/a/index.html", ' data-root="../.."', ' data-root="../.."'),
    ("van-ban/a/index.html", ' href="https://a.example/van-ban/"', ' href="https://a.example/van-ban/"'),
    ("van-ban/a/index.html", ' href="mailto:a@b.example"', ' href="mailto:a@b.example"'),
    ("van-ban/a/index.html", ' href="/van-ban/"', ' href="/van-ban/"'),
    ("index.html", ' href="../x/"', ' href="../x/"'),
    ("index.html", ' href="khong-co/"', ' href="khong-co/"'),
    ("van-ban/a/index.html", ">href van-ban/<", ">href van-ban/<"),
    ("van-ban/a/index.html", ' href="../"', ' href="../index.html"'),
    ("van-ban/a/index.html", ' href="../.."', ' href="../../index.html"'),
    ("van-ban/a/index.html", ' href="../../en/#ii"', ' href="../../en/index.html#ii"'),
    ("van-ban/a/index.html", ' href="./?q=a"', ' href="./index.html?q=a"'),
    ("index.html", ' href="./"', ' href="./index.html"'),
    ("index.html", ' action="van-ban/"', ' action="van-ban/index.html"'),
    ("index.html", ' data-other-page="en/"', ' data-other-page="en/index.html"'),
    ("index.html", ' content="0; url=van-ban/a/#ii"', ' content="0; url=van-ban/a/index.html#ii"'),
    ("assets/a.css", ' href="van-ban/"', ' href="van-ban/"'),
]


@pytest.mark.parametrize(("path", "written", "read"), CASES)
def test_addresses(site, path, written, read):
    assert disk.readable(path, written.encode(), site).decode() == read


@pytest.mark.parametrize(
    ("path", "kept"),
    [("404.html", False), ("en/404.html", False), ("sitemap.xml.gz", False), ("van-ban/404.html/index.html", True),
     ("manifest.json", False), ("sbom.cdx.json", True), ("index.html", True),
     ("index.html.gz", False)],
)  # fmt: skip
def test_what_serves_servers_alone_is_left_out(path, kept):
    assert disk.kept(path) == kept
