"""An article's page, as far as no browser is needed to judge it."""

import base64
import hashlib
import json
import re
from dataclasses import replace

import pages_site
import pytest

from summariser import Article
from summariser.models.claims import Evidence
from summariser.report.evidence import cited_sentences, passages
from summariser.report.html import Failure, Whence, render_failure, render_html


@pytest.fixture(scope="module")
def page():
    return render_html(pages_site.river_record(), pages_site.RIVER, Whence("../index.html", "wire.jsonl: row 1"))


def digests(page, element):
    found = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
    return [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in found]


def test_the_policy_names_the_style_and_the_script_of_the_page_and_nothing_else(page):
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', page)
    [style], [script] = digests(page, "style"), digests(page, "script")
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"
    )


def test_it_asks_for_no_other_file(page):
    bare = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r"\ssrc=|<link|@import|url\(", page.replace("text/css", ""))
    assert set(re.findall(r'href="([^"#][^"]*)"', bare)) == {"../index.html", "https://wire.example/aune"}


def test_every_claim_and_its_sentences_name_each_other(page):
    cites = {one: numbers.split() for one, numbers in re.findall(r'id="(c\d+)" data-cites="([\d ]+)"', page)}
    claims = {number: ids.split() for number, ids in re.findall(r'id="s(\d+)" data-claims="([c\d ]+)"', page)}
    assert len(cites) >= 15
    assert {(one, number) for one, numbers in cites.items() for number in numbers} == {
        (one, number) for number, ids in claims.items() for one in ids
    }


def test_only_addresses_of_the_web_become_links():
    for url in (
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "ftp://x.example",
        "//x.example",
        "x",
    ):
        article = replace(pages_site.RIVER, url=url)
        record = pages_site.river_record()
        record = record.model_copy(update={"article": record.article.model_copy(update={"url": url})})
        page = render_html(record, article)
        assert f">{url}<" in page
        assert f'href="{url}"' not in page


def test_how_it_was_made_is_told(page):
    for told in ("<dt>Engine</dt>", "<dt>Prompt</dt>", "<dt>Software</dt>", "<dd>wire.jsonl: row 1</dd>"):
        assert (told in page) == (told != "<dt>Prompt</dt>"), told


def test_the_page_of_an_article_without_a_record():
    failure = Failure("answer_cut_off", "the answer was cut off", ("parties[0]: no id",), '{"parties": [')
    page = render_failure(failure, Article("Talks went on.\nNobody said more."))
    assert "No record: answer cut off" in page
    assert "parties[0]: no id" in page
    assert "{&#34;parties&#34;: [" in page
    assert page.count('class="sentence"') == 2
    assert "data-claims" not in page.partition("<script>")[0]


WIRE = "   TALKS * * *\n\nThe delegations met.  They will\nmeet again, he said.\n\n---\n\nEnd"


def test_nothing_of_the_text_is_left_out():
    article = Article(WIRE)
    runs = [run.text for paragraph in passages(article, {}) for run in paragraph]
    assert "".join("".join(runs).split()) == "".join(WIRE.split())
    numbers = [run.number for paragraph in passages(article, {}) for run in paragraph if run.number]
    assert numbers == [sentence.number for sentence in article.sentences]


def test_sentences_that_the_record_knows_hold_before_those_that_are_cut_today():
    article = Article("They met. Nobody spoke. All left.")
    cited = {1: Evidence(number=1, start=0, end=23, quote="They met. Nobody spoke.")}
    found = [(run.number, run.text) for paragraph in passages(article, cited) for run in paragraph]
    assert found == [(1, "They met. Nobody spoke."), (3, "All left.")]


def test_cited_sentences_come_once_and_in_order():
    cited = cited_sentences(pages_site.river_record())
    assert list(cited) == sorted(cited)
    assert all(pages_site.RIVER.text[each.start : each.end] == each.quote for each in cited.values())


def test_the_list_can_be_read_as_json_and_holds_no_tag(tmp_path):
    pages_site.write(tmp_path)
    [data] = re.findall(r'id="data">(.*?)</script>', (tmp_path / "index.html").read_text(encoding="utf-8"))
    assert "<" not in data
    listed = json.loads(data)
    assert len(listed["rows"]) == pages_site.MANY + 4
    labels = [facet["label"] for facet in listed["facets"] if facet["first"]]
    assert labels == ["Parties", "Proposals: issue", "Proposals: status", "Status: stage"]
    assert len(list((tmp_path / "articles").iterdir())) == pages_site.MANY + 3
