"""Asks axe what stands in the way of people with disabilities."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def problems(page: Page, *parts: str) -> list[str]:
    """What axe finds on the page, or in these parts of it: the rule and where."""
    context = {"include": [[part] for part in parts]} if parts else None
    found = Axe().run(page, context, {"resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
