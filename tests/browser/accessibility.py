"""axe-core on a page, with every rule that it has for WCAG 2.2 A and AA."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

SOURCE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# axe leaves its experimental rules out unless each is switched on by name.
RUN = """async tags => {
    const ofTags = axe.getRules(tags).filter(rule => !rule.tags.includes("deprecated"));
    const rules = Object.fromEntries(ofTags.map(rule => [rule.ruleId, {enabled: true}]));
    const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, rules, resultTypes: ["violations"]});
    return found.violations;
}"""


def axe(page: Page) -> list[str]:
    """A line for each element that breaks a rule; none for an accessible page."""
    for frame in page.frames:
        frame.evaluate(SOURCE)
    return [
        f"{violation['id']}: {violation['help']}\n    {node['html']}\n    {node['failureSummary']}"
        for violation in page.evaluate(RUN, WCAG)
        for node in violation["nodes"]
    ]
