"""The HTML page in a real Chromium: clicked, filtered, driven by keys, attacked, and checked for accessibility."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from reporting_helpers import HOSTILE, HOSTILE_NAME, drawn, lint_in
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs Chromium and its driver; .ci/run installs them"
)
FIXTURES = Path(__file__).parents[2] / "fixtures"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
    " --disable-sync --no-first-run --force-prefers-reduced-motion --window-size=1280,1000"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page on the sample letters, on a hostile one, and on five hundred messages."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / HOSTILE_NAME).write_text(HOSTILE, encoding="utf-8")
    (folder / "hostile.html").write_text(drawn(lint_in(folder, HOSTILE_NAME), "html"), encoding="utf-8")
    report = lint_in(FIXTURES, "letters")
    (folder / "letters.html").write_text(drawn(report, "html"), encoding="utf-8")
    many = replace(report, messages=report.messages * 100)
    (folder / "many.html").write_text(drawn(many, "html"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in [*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_script_timeout(900)  # the accessibility engine is slow on a busy machine
    yield driver
    driver.quit()


@pytest.fixture
def page(chromium: webdriver.Chrome, pages: Path) -> webdriver.Chrome:
    return opened(chromium, pages / "letters.html")


def opened(driver: webdriver.Chrome, path: Path) -> webdriver.Chrome:
    driver.get("about:blank")
    driver.get_log("performance")
    driver.get_log("browser")
    driver.get(path.as_uri())
    # On a busy machine the driver has been seen to go on while a large page was still being read.
    ready = "return location.href === arguments[0] && document.readyState === 'complete'"
    WebDriverWait(driver, 120).until(lambda page: page.execute_script(ready, path.as_uri()))
    return driver


def shown(driver: webdriver.Chrome, selector: str) -> list[WebElement]:
    return [element for element in driver.find_elements(By.CSS_SELECTOR, selector) if element.is_displayed()]


def card(driver: webdriver.Chrome) -> WebElement:
    return driver.find_element(By.ID, "card")


def press(driver: webdriver.Chrome, *keys: str) -> None:
    for key in keys:
        ActionChains(driver).send_keys(key).perform()


def mark(driver: webdriver.Chrome, words: str) -> WebElement:
    return next(element for element in shown(driver, ".mark") if words in element.text)


def test_the_letter_is_shown_with_its_words_marked_and_its_placeholders_as_chips(page: webdriver.Chrome) -> None:
    paper = shown(page, ".paper")[0].text
    assert "Dear Customer" in paper
    assert "<p>" not in paper
    assert mark(page, "legal action").get_attribute("class") == "mark critical"
    assert "{{ amount }}" in [chip.text for chip in shown(page, ".paper .chip")]


def test_hovering_over_words_tells_why_and_what_to_try(page: webdriver.Chrome) -> None:
    ActionChains(page).move_to_element(mark(page, "have failed to pay")).perform()
    said = card(page).text
    assert "Blame · major" in said
    assert "Try: “Our records show that we have not received" in said
    assert "→ Say what has not arrived or happened" in said
    ActionChains(page).move_to_element(page.find_element(By.TAG_NAME, "h1")).perform()
    WebDriverWait(page, 60).until(lambda driver: not card(driver).is_displayed())


def test_a_click_opens_the_note_that_belongs_to_the_words(page: webdriver.Chrome) -> None:
    words = mark(page, "legal action")
    words.click()
    number = str(words.get_attribute("data-findings")).split()[0]
    assert page.find_element(By.ID, f"f1-{number}").get_attribute("open")


def test_keys_go_from_finding_to_finding_and_escape_closes(page: webdriver.Chrome) -> None:
    press(page, "j", "j")
    assert "Dear Customer" in page.switch_to.active_element.text
    assert card(page).is_displayed()
    assert page.switch_to.active_element.get_attribute("aria-describedby") == "card"
    press(page, "k")
    assert "FINAL REMINDER" in page.switch_to.active_element.text
    press(page, Keys.ARROW_RIGHT)
    assert "Dear Customer" in page.switch_to.active_element.text
    press(page, Keys.ESCAPE)
    assert not card(page).is_displayed()


def test_keys_reach_every_finding_once_and_unfold_what_is_folded(page: webdriver.Chrome) -> None:
    seen = []
    while True:
        press(page, "j")
        active = page.switch_to.active_element
        name = active.get_attribute("outerHTML")
        if name in seen:
            break
        seen.append(name)
        assert active.is_displayed()
    told = page.execute_script("return document.querySelectorAll('.note').length")
    whole = len(page.find_elements(By.CSS_SELECTOR, ".beside .note"))
    stops = page.execute_script("return document.querySelectorAll('.mark:not([tabindex])').length")
    assert len(seen) == stops + whole
    assert told > whole > 0


def test_single_keys_can_be_switched_off(page: webdriver.Chrome) -> None:
    page.find_element(By.ID, "keys").click()
    press(page, "j")
    assert not card(page).is_displayed()


def test_the_skip_link_comes_first(page: webdriver.Chrome) -> None:
    press(page, Keys.TAB)
    assert page.switch_to.active_element.text == "Skip to the messages"
    press(page, Keys.ENTER)
    assert page.switch_to.active_element.get_attribute("id") == "messages"


def test_filters_leave_what_fits(page: webdriver.Chrome) -> None:
    Select(page.find_element(By.ID, "by-severity")).select_by_value("critical")
    assert {note.get_attribute("data-severity") for note in shown(page, ".note")} == {"critical"}
    assert len(shown(page, ".message")) == 1
    assert "1 message and " in page.find_element(By.ID, "shown").text
    assert "off" in str(page.find_element(By.CSS_SELECTOR, ".mark.minor").get_attribute("class"))
    page.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    WebDriverWait(page, 60).until(lambda driver: len(shown(driver, ".message")) == 5)
    page.find_element(By.ID, "only-failing").click()
    assert len(shown(page, ".message")) == 2
    page.find_element(By.ID, "only-failing").click()
    press(page, "/")
    page.find_element(By.ID, "by-text").send_keys("missed-payment")
    assert page.find_element(By.ID, "by-text").get_attribute("value") == "missed-payment"
    assert [row.text for row in shown(page, ".message h3")] == ["letters/missed-payment.sms.txt"]
    page.find_element(By.ID, "by-text").send_keys("nothing like it")
    assert page.find_element(By.ID, "nothing").is_displayed()


def test_a_rule_in_the_overview_shows_only_its_findings(page: webdriver.Chrome) -> None:
    page.find_element(By.CSS_SELECTOR, "[data-pick=blame-language]").click()
    assert {note.get_attribute("data-rule") for note in shown(page, ".note")} == {"blame-language"}
    Select(page.find_element(By.ID, "by-dimension")).select_by_value("clarity")
    assert page.find_element(By.ID, "nothing").is_displayed()


def test_nothing_from_a_hostile_letter_runs_and_nothing_is_asked_for(chromium: webdriver.Chrome, pages: Path) -> None:
    page = opened(chromium, pages / "hostile.html")
    for element in shown(page, ".mark, .chip, .paper p"):
        ActionChains(page).move_to_element(element).perform()
    press(page, "j", Keys.ENTER)
    assert page.title == "How these messages read"
    assert "owned" in page.find_element(By.CSS_SELECTOR, ".message").text
    assert not page.find_elements(By.CSS_SELECTOR, "img, .paper script, .paper style, [onclick], [onerror]")
    events = [json.loads(row["message"])["message"] for row in page.get_log("performance")]
    asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    assert asked == [(pages / "hostile.html").as_uri()]
    assert page.get_log("browser") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_accessibility_engine_finds_nothing(page: webdriver.Chrome, scheme: str, width: int) -> None:
    from axe_core_python.selenium import Axe

    features = [{"name": "prefers-color-scheme", "value": scheme}]
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        press(page, "j", "j", "j")
        found = Axe().run(page)["violations"]
        assert [(row["id"], [node["html"] for node in row["nodes"]][:3]) for row in found] == []
        assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_print_unfolds_everything(page: webdriver.Chrome) -> None:
    data = page.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"]
    assert base64.b64decode(data).startswith(b"%PDF")
    page.execute_script(
        "const count = () => document.querySelectorAll('.message[open]').length;"
        "addEventListener('beforeprint', () => { window.open_on_paper = count(); });"
    )
    page.execute_cdp_cmd("Page.printToPDF", {})
    assert page.execute_script("return open_on_paper") == 5


def test_five_hundred_messages_are_folded_and_filtered(chromium: webdriver.Chrome, pages: Path) -> None:
    page = opened(chromium, pages / "many.html")
    count = "return document.querySelectorAll('{}').length"
    assert page.execute_script(count.format(".message")) == 500
    assert page.execute_script(count.format(".message[open]")) == 1
    page.find_element(By.ID, "by-text").send_keys("outage")
    assert page.execute_script(count.format(".message:not([hidden])")) == 100
