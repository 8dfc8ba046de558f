"""`summariser dossier`."""

import json

import pytest
from lake_debates import DEBATE

from summariser import NEGOTIATION
from summariser.batch.job import Identity, Job
from tests.dossier import talks


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    return talks.job(tmp_path_factory.mktemp("talks") / "talks.db")


def test_text(command, job):
    done = command("dossier", job)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "Dossier: talks.db\n\n29 articles about negotiations, 4 March 2024 to 14 May 2024; 1 more"
    )
    assert "\n  T2.1 Kestria cut the tolls on the Mirov canal by 20 percent: signed [29:1 29:2]\n" in done.out
    assert "\n    25 April 2024: back on the table, partly accepted: Duvania accepted, Kestria considering" in done.out
    assert "What changed since" not in done.out
    assert "\n    [9:2] Kestrian minister Ilka Dorn said" not in done.out, "a sentence that no claim cites"
    assert (
        "\n  Article 10, 26 March 2024, Eastern Wire, “Duvenia breaks off canal talks”\n    [10:1] SORRIN" in done.out
    )


def test_markdown_by_the_name_of_the_output(command, job, tmp_path):
    done = command("dossier", job, "-o", tmp_path / "talks.md", "--since", "2024-05-01")
    assert (done.code, done.out, done.err) == (0, "", "")
    told = (tmp_path / "talks.md").read_text(encoding="utf-8")
    assert told.startswith("# Dossier: talks.db\n")
    assert "\n### What changed since 1 May 2024\n" in told
    assert "- condition: **Duvannia drops its claim to the Mirov lock**: pending → **met** [23:1]\n" in told


def test_json(command, job):
    data = json.loads(command("dossier", job, "--format", "json").out)
    assert [process["name"] for process in data["processes"]] == ["Lowland peace talks", "Mirov canal talks"]
    assert "changes" not in data["processes"][0]
    assert data["articles"]["4"]["sentences"]["3"] == "Oslo, the mediator, asked both sides for patience."


def test_overrides(command, job, tmp_path):
    file = tmp_path / "who.toml"
    file.write_text('different = [["Kestria", "Vellin"]]\nsame = [["Vellin", "Veline"]]\n')
    done = command("dossier", job, "--overrides", file)
    assert done.code == 0
    assert done.err == "summariser: the overrides speak of 'Veline', and no article names a party so\n"
    assert "\n  Vellin, state, 1 article [2:1 2:2]\n" in done.out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('same = ["Vellin"]', 'same is a list of lists of two names or more, as in same = [["A", "B"]]'),
        ("merge = []", "have 'merge'; they may have same and different"),
        ("same = [", "are no TOML"),
    ],
)
def test_overrides_that_are_none(command, job, tmp_path, text, told):
    (tmp_path / "who.toml").write_text(text)
    done = command("dossier", job, "--overrides", tmp_path / "who.toml")
    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert "cannot read the overrides" in command("dossier", job, "--overrides", tmp_path / "none.toml").err


def test_a_day_that_is_none(command, job):
    done = command("dossier", job, "--since", "May")
    assert done.code == 2
    assert "'May' is no date" in done.err


def test_a_job_of_another_task(command, tmp_path):
    path = tmp_path / "debates.db"
    Job.open(path, DEBATE, Identity("rules")).close()
    done = command("dossier", path)
    assert done.code == 1
    assert done.err.endswith("is of the task 'lake_debate'; a dossier is made of negotiations alone\n")


def test_a_job_without_records(command, tmp_path):
    path = tmp_path / "empty.db"
    Job.open(path, NEGOTIATION, Identity("rules")).close()
    done = command("dossier", path)
    assert done.code == 0
    assert "0 articles about negotiations: 0 processes, 0 parties." in done.out
