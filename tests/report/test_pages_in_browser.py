"""The pages in a real browser: pointing, searching, choosing, the keyboard, hostile text, accessibility."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pages_site
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, sync_playwright
from report_records import debate

from summariser import Article
from summariser.cli.main import summariser
from summariser.dossier.dossier import make_dossier
from summariser.dossier.html import dossier_html
from summariser.dossier.reports import Archive
from summariser.report.html import render_html
from tests.dossier import talks

CHROMIUM = shutil.which("chromium")
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        missing = "there is no `chromium` on the path; install it with: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        # Root, as in most containers, has no sandbox; the pages are our own.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pages_site.write(tmp_path_factory.mktemp("site"))


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A page that must not complain, and must ask for nothing but files of the report."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    context.on("request", note)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield page
    context.close()
    assert complaints == []
    assert asked
    assert [url for url in asked if not url.startswith(site.as_uri())] == []


@pytest.fixture
def article(page: Page, site: Path) -> Page:
    page.goto((site / "articles" / "1.html").as_uri())
    return page


@pytest.fixture
def listed(page: Page, site: Path) -> Page:
    page.goto((site / "index.html").as_uri())
    return page


def claim(page: Page, text: str):
    return page.locator(".claim", has_text=text).first


def lit(page: Page) -> list[str]:
    return page.locator(".lit").evaluate_all("found => found.map(one => one.id)")


def headings(page: Page) -> list[str]:
    return page.locator("#rows h3").all_inner_texts()


def count(page: Page) -> str:
    return page.locator("#count").inner_text()


def test_pointing_at_a_claim_lights_its_sentences(article: Page) -> None:
    claim(article, "A joint commission sets the shares").hover()
    assert lit(article) == ["s7", "s8"]
    article.locator("h1").hover()
    assert lit(article) == []


def test_pointing_at_a_sentence_lights_its_claims(article: Page) -> None:
    article.locator("#s8").hover()
    told = [article.locator(f"#{one}").inner_text() for one in lit(article)]
    assert len(told) == 1
    assert "A joint commission sets the shares" in told[0]


def test_evidence_is_marked_and_the_rest_is_not(article: Page) -> None:
    assert article.locator("mark#s8").count() == 1
    assert article.locator("span#s6").count() == 1
    assert article.locator("#text").inner_text().count("Nobody can promise a neighbour rain") == 1


def test_a_click_pins_and_another_lets_go(article: Page) -> None:
    one = claim(article, "A joint commission sets the shares").locator("p")
    one.click(position={"x": 40, "y": 8})
    article.locator("h1").hover()
    assert lit(article) == ["s7", "s8"]
    assert "This claim cites 2 sentences" in article.locator("#pinned").text_content()
    article.locator("#s1").hover()
    assert "s7" not in lit(article)
    article.locator("h1").hover()
    one.click(position={"x": 40, "y": 8})
    article.locator("h1").hover()
    assert lit(article) == []
    assert article.locator("#pinned").text_content() == ""


def test_what_was_refused_is_shown_as_failed(article: Page) -> None:
    failed = article.locator("section.failed")
    assert "Refused by verification" in failed.inner_text()
    assert "977" in failed.inner_text()
    failed.locator(".claim").hover()
    assert lit(article) == ["s13"]


def test_the_keyboard_leads_from_a_claim_to_its_sentence_and_back(article: Page) -> None:
    article.keyboard.press("Tab")
    assert article.locator(":focus").inner_text() == "Skip to the article's text"
    proposal = claim(article, "A joint commission sets the shares")
    proposal.locator(".cites a").first.focus()
    assert lit(article) == ["s7", "s8"]
    article.keyboard.press("Enter")
    assert article.locator("#s7 :focus").count() == 1
    assert lit(article) == ["s7", "s8"]
    article.keyboard.press("Enter")
    assert article.locator(".claim :focus").count() == 1
    article.keyboard.press("Escape")
    article.locator(":focus").evaluate("one => one.blur()")
    assert lit(article) == []


def test_every_stop_of_the_keyboard_is_seen(article: Page) -> None:
    for _ in range(6):
        article.keyboard.press("Tab")
        assert article.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_on_a_phone_a_tap_brings_the_sentences(article: Page) -> None:
    article.set_viewport_size(NARROW)
    claim(article, "A joint commission sets the shares").locator("p").click(position={"x": 40, "y": 8})
    assert "7 Tovenia proposed instead" in article.locator("#pinned").inner_text()
    assert article.evaluate("document.documentElement.scrollWidth") == 360
    article.locator("#unpin").click()
    assert article.locator("#pinned").inner_text() == ""


def test_words_are_looked_for(listed: Page) -> None:
    words = listed.get_by_label("Words")
    words.fill("AUNE halden")
    assert count(listed) == f"{pages_site.MANY + 2} of {pages_site.MANY + 4} articles"
    words.fill("round 17")
    assert headings(listed) == ["Round 17 of the Aune talks"]
    words.fill("no such word")
    assert headings(listed) == []


@pytest.mark.parametrize(
    ("label", "value", "number"),
    [
        ("Parties", "tovenia", pages_site.MANY + 2),
        ("Parties", "belgium", 0),
        ("Proposals: issue", "supply (54)", 54),
        ("Proposals: status", "proposed (54)", 54),
        ("Status: stage", "under way (63)", 63),
        ("Engine", "llm small-1", 9),
        ("Outcome", "failed", 1),
        ("Outcome", "copy of another", 1),
        ("From", "2025-07-01", 4),
        ("To", "2025-04-30", 2),
    ],
)
def test_articles_are_chosen(listed: Page, label: str, value: str, number: int) -> None:
    field = listed.get_by_label(label, exact=True)
    if field.evaluate("one => one.tagName") == "SELECT":
        field.select_option(label=value)
    else:
        field.fill(value)
    assert count(listed) == f"{number} of {pages_site.MANY + 4} articles"


def test_filters_add_up_and_are_cleared(listed: Page) -> None:
    listed.get_by_label("Engine").select_option(label="rules")
    listed.get_by_label("From").fill("2025-07-01")
    assert count(listed).startswith("3 of")
    listed.get_by_label("Words").fill("64")
    assert headings(listed) == ["Round 64 of the Aune talks"]
    listed.get_by_role("button", name="Clear all").click()
    listed.wait_for_function("document.getElementById('count').textContent.startsWith('64 of')")


def test_a_list_is_drawn_in_slices(listed: Page) -> None:
    assert len(headings(listed)) == 50
    listed.get_by_role("button", name="Show more").click()
    assert len(headings(listed)) == pages_site.MANY + 4
    assert listed.locator(":focus").inner_text() == headings(listed)[50]
    assert not listed.locator("#further").is_visible()


def test_the_newest_come_first_and_undated_ones_last(listed: Page) -> None:
    listed.get_by_label("Order").select_option(label="newest first")
    assert headings(listed)[0] == "Round 64 of the Aune talks"
    listed.get_by_role("button", name="Show more").click()
    assert headings(listed)[-1] == "Talks on the ferry went on."


def test_from_the_list_to_an_article_and_back_by_keyboard(listed: Page) -> None:
    listed.get_by_label("Words").focus()
    listed.keyboard.type("round 17")
    listed.locator("#rows a").first.focus()
    listed.keyboard.press("Enter")
    listed.wait_for_url("**/articles/17.html")
    assert "Round 17 of the Aune talks" in listed.locator("h1").inner_text()
    listed.go_back()
    assert headings(listed) == ["Round 17 of the Aune talks"]
    listed.reload()
    assert listed.get_by_label("Words").input_value() == "round 17"
    assert headings(listed) == ["Round 17 of the Aune talks"]


def test_failures_and_copies_say_so_and_lead_to_a_page(listed: Page) -> None:
    listed.get_by_label("Outcome").select_option(label="failed")
    assert "failed" in listed.locator("#rows .bad").inner_text()
    listed.locator("#rows a").click()
    assert "No record: verification failed" in listed.locator("section.failed").inner_text()
    assert "the number 90 does not stand" in listed.locator("section.failed").inner_text()
    assert "Talks on the ferry went on." in listed.locator("#text").inner_text()
    listed.go_back()
    listed.get_by_label("Outcome").select_option(label="copy of another")
    assert listed.locator("#rows a").get_attribute("href") == "articles/1.html"


@pytest.mark.parametrize("name", ["index.html", "articles/2.html", "articles/3.html"])
def test_hostile_text_stays_text(page: Page, site: Path, name: str) -> None:
    page.goto((site / name).as_uri())
    for one in page.locator("details").all():
        one.evaluate("one => { one.open = true }")
    page.wait_for_timeout(100)
    assert page.evaluate("window.owned") is None
    assert page.locator("body script").count() == (2 if name == "index.html" else 1)
    assert page.locator("img, iframe, svg, link, object, embed, base").count() == 0
    names = page.evaluate("[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames())")
    assert [name for name in names if name.startswith("on") or name == "style"] == []
    schemes = page.evaluate("[...document.links].map(link => link.protocol)")
    assert set(schemes) <= {"file:", "https:"}
    assert pages_site.EVIL[:40] in page.locator("body").inner_text()


def test_all_of_a_hostile_article_can_be_read(page: Page, site: Path) -> None:
    page.goto((site / "articles" / "2.html").as_uri())
    page.locator(".number").evaluate_all("found => found.forEach(one => one.remove())")
    shown = "".join(page.locator("#text").inner_text().removeprefix("The article").split())
    assert shown == "".join(pages_site.HOSTILE.text.split())


def test_the_policy_stops_a_script_that_is_not_ours(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "articles" / "1.html").as_uri())
    ran = page.evaluate(
        """() => new Promise(done => {
            document.addEventListener("securitypolicyviolation", () => done("stopped"));
            const script = document.createElement("script");
            script.textContent = "window.owned = 1";
            document.body.append(script);
            if (window.owned) done("ran");
        })"""
    )
    assert ran == "stopped"
    page.context.close()


@pytest.fixture(scope="module")
def debate_page(site: Path) -> Path:
    """The page of a record of a task that is not built in."""
    record, article = debate(), Article(f"The Drainers spoke. They said that the lake smells. {'So it went on. ' * 3}")
    path = site / "debate.html"
    path.write_text(render_html(record, article), encoding="utf-8")
    return path


def test_a_task_of_ones_own(page: Page, debate_page: Path) -> None:
    page.goto(debate_page.as_uri())
    claim(page, "the lake smells").hover()
    assert lit(page) == ["s2", "s5"]
    assert "made by: The Drainers" in page.locator("main").inner_text()


@pytest.fixture(scope="module")
def dossier_page(site: Path) -> Path:
    """The dossier of the archive of two negotiations, in a folder that holds the pages of its articles too."""
    folder = site / "talks"
    job = talks.job(site / "talks.db")
    summariser.main(["report", str(job), "-o", str(folder)], standalone_mode=False)
    path = folder / "dossier.html"
    summariser.main(["dossier", str(job), "--since", "2024-05-01", "-o", str(path)], standalone_mode=False)
    return path


def test_a_dossier_leads_to_the_sentences_of_its_articles(page: Page, dossier_page: Path) -> None:
    page.goto(dossier_page.as_uri())
    step = page.locator("#T1 .details li", has_text="back on the table")
    step.get_by_role("link", name="article 14, sentence 1").click()
    page.wait_for_url("**/talks/articles/14.html#s1")
    assert "Norway put the 60-day ceasefire back on the table" in page.locator("#s1").inner_text()


def test_a_dossier_alone_leads_to_the_sentences_at_its_end(page: Page, site: Path) -> None:
    (site / "alone").mkdir()
    path = site / "alone" / "dossier.html"
    path.write_text(dossier_html(talks.dossier(), path.parent), encoding="utf-8")
    page.goto(path.as_uri())
    page.locator("#T2").get_by_role("link", name="article 29, sentence 1").first.click()
    assert page.url.endswith("#a29s1")
    assert "signed a treaty" in page.locator(":target").inner_text()
    assert page.locator("nav[aria-label=Report]").count() == 0


def test_pictures_of_a_dossier_tell_in_words_what_they_draw(page: Page, dossier_page: Path) -> None:
    page.goto(dossier_page.as_uri())
    timeline = page.get_by_role("img", name="Timeline: T1 Lowland peace talks")
    items = page.locator("#T1 .part", has=timeline).locator(".items > li")
    assert timeline.locator(".mark").count() == items.count() == 18
    told = page.locator("#T2-net-d").text_content()
    assert "Kestria with Duvania through Norway and East Sea Union: 3 articles" in told
    labels = page.get_by_role("img", name="Who negotiates with whom: T2").locator("text").all_text_contents()
    assert labels == ["Negotiates", "Mediates", "Negotiates", "Duvania", "East Sea Union", "Norway", "Kestria"]
    cells = page.locator("#T2 table tbody tr", has_text="East Sea Union").first.locator("td").all_text_contents()
    assert cells[:3] == ["Kestria", "Duvania", "East Sea Union"]
    assert cells[3].startswith("6 5:1 5:2 6:1"), cells


def test_hostile_text_in_a_dossier_stays_text(page: Page, site: Path) -> None:
    archive = Archive()
    archive.add(1, pages_site.hostile_record())
    path = site / "hostile-dossier.html"
    path.write_text(dossier_html(make_dossier(pages_site.EVIL, archive)), encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_timeout(100)
    assert page.evaluate("window.owned") is None
    assert page.locator("body script, body img, [onload], [onerror], [style]").count() == 0
    assert pages_site.EVIL[:40] in page.locator("body").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_dossier_stands_in_the_way_of_nobody(page: Page, dossier_page: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(dossier_page.as_uri())
    # What is not yet in sight is not yet drawn, and would not be looked at.
    page.locator(".chapter").evaluate_all("all => all.forEach(one => { one.style.contentVisibility = 'visible' })")
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["impact"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "articles/1.html", "articles/3.html", "debate.html"])
def test_nothing_stands_in_the_way_of_anybody(page: Page, debate_page: Path, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto((debate_page.parent / name).as_uri())
    if name == "index.html":
        page.locator("#more summary").click()
    else:
        page.locator(".claim > p, .failed p").first.click(position={"x": 5, "y": 5})
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["impact"], each["nodes"][0]["html"]) for each in found] == []


def test_on_paper_there_is_the_record_and_the_text(article: Page) -> None:
    article.emulate_media(media="print")
    assert not article.locator("nav").is_visible()
    assert article.locator(".pane").first.evaluate("one => getComputedStyle(one).overflowY") == "visible"


def test_without_scripts_the_links_between_claims_and_sentences_still_lead(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "articles" / "1.html").as_uri())
    page.locator(".claim .cites a").first.click()
    assert page.url.endswith("#s1")
    page.locator("#s1 a").click()
    assert "#c" in page.url
    context.close()
