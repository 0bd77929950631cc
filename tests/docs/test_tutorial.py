"""The tutorial shows a green test, a mistake, a red row and a doubt; the card is a whole file that is green.

What it shows is run by ``test_consoles.py`` and ``test_fences.py``.
"""

from doc_fences import ROOT, fences

TUTORIAL = ROOT / "docs/tutorial"


def test_the_tutorial_goes_from_an_empty_folder_to_two_readings() -> None:
    page = list(fences(TUTORIAL / "first-measure.md"))
    assert {fence.title for fence in page if fence.title} == {"demo/source.txt", "demo/policy.pol"}
    shown = [fence.body for fence in page if fence.kind == "console"]
    assert any("错误[" in body and "可改" in body for body in shown), "a mistake and its fix"
    assert any("不符：" in body for body in shown), "a red row"
    assert any("读作" in body for body in shown), "what another reading would give"
    assert any(body.startswith("$ polc test") and "0 行不符" in body for body in shown), "a green test"


def test_the_card_fits_one_page() -> None:
    text = (TUTORIAL / "card.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 90
    assert len([fence for fence in fences(TUTORIAL / "card.md") if fence.kind == "pol"]) == 1
