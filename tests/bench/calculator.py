"""How long the calculator takes to answer a keystroke, by hand: ``python tests/bench/calculator.py SITE``.

SITE is a folder that ``polc docs build`` wrote. In Debian's chromium, for each policy: one benefit is asked about, then
twelve at once; every figure asked for is written digit by digit. A keystroke is what it takes to compute, to draw and
to lay out again. Printed are the median and the worst, in milliseconds; a frame is 16.7.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FLAGS = ("--no-sandbox", "--disable-gpu")
MANY = 12
TYPE = """() => {
  const spent = [];
  for (let round = 0; round < 4; round += 1) {
    for (const list of document.querySelectorAll('.polc-list')) {
      if (round === 0) list.querySelector('button').click();
    }
    const truths = [...document.querySelectorAll('.polc-facts .polc-truth input')].filter((each, n) => n % 2 === 0);
    for (const each of truths) if (!each.checked) each.click();
    for (const input of document.querySelectorAll('.polc-facts .polc-input input[inputmode=decimal]')) {
      if (!input.isConnected || input.value) continue;
      for (const text of ['3', '30', '300']) {
        input.value = text;
        const begin = performance.now();
        input.dispatchEvent(new Event('input', { bubbles: true }));
        document.body.getBoundingClientRect();
        spent.push(performance.now() - begin);
      }
    }
  }
  return spent;
}"""


def asking(policy: Path, first: int, last: int) -> str:
    """Return the script that sends the page to ask about some benefits of its policy."""
    parts = f"polc.bundles[0].parts.filter((each) => each.kind === 'benefit').slice({first}, {last})"
    ask = f"{parts}.map((each) => `{policy.parent.name}/${{each.name}}`)"
    return f"() => {{ location.hash = '#polc=' + encodeURIComponent(JSON.stringify({{ ask: {ask} }})); }}"


def keystrokes(page: Page, policy: Path, first: int, last: int) -> list[float]:
    """Return the milliseconds of every keystroke."""
    page.goto("about:blank")
    page.goto(f"file://{policy}")
    page.evaluate(asking(policy, first, last))
    page.wait_for_timeout(50)
    return list(page.evaluate(TYPE))


def told(spent: list[float]) -> str:
    """Return the median and the worst."""
    return (
        f"{statistics.median(spent):.1f} / {max(spent):.1f} ms of {len(spent)}" if spent else "no figure is asked for"
    )


def main() -> None:
    """Print a row for each policy of a site."""
    site = Path(sys.argv[1]).resolve()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        page = browser.new_page()
        for policy in sorted(site.glob("policies/*/calculator.html")):
            single = [each for number in range(MANY) for each in keystrokes(page, policy, number, number + 1)]
            name = policy.parent.name
            print(f"{name:12} one: {told(single)}; {MANY}: {told(keystrokes(page, policy, 0, MANY))}")  # noqa: T201
        browser.close()


if __name__ == "__main__":
    main()
