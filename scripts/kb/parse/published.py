"""The register of addresses that were published."""

from __future__ import annotations

from kb.model.finding import Finding
from kb.model.published import Published
from kb.parse.fields import Fields
from kb.parse.frontmatter import Node


def published(root: Node, problems: list[Finding]) -> Published:
    """Read `published.yml`: under `documents` a line for each with the IDs of its provisions, then `questions`."""
    fields = Fields(root, problems)
    child = fields.child("documents")
    documents = {key: tuple((child.text(key) or "").split()) for key in child.at} if child else {}
    places = {f"van-ban/{key}": span for key, span in child.at.items()} if child else {}
    questions = fields.nodes("questions")
    places |= {f"hoi-dap/{node.value}": node.span for node in questions}
    found = Published(documents, tuple(str(node.value) for node in questions), places)
    fields.finish()
    return found
