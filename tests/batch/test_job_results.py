"""What becomes of articles: records with their claims, failures, spending, search."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from store import RIVER, costing, fill, new_job, query, river_record, sound, texts

from summariser import JobError, RequestRefused, TransportError, VerificationFailed
from summariser.batch.job import Counts, Job, Spent
from summariser.batch.results import Copied, Done, Failed, Skipped, Unsettled
from summariser.models.faults import Fault
from summariser.models.record import Usage

PAID = Usage(attempts=2, input_tokens=900, output_tokens=300, cost=0.25, seconds=3.0)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "talks.db"


def found(path, word):
    return [row[0] for row in query(path, "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", word)]


def test_a_record_is_stored_whole_and_as_rows(path):
    record = river_record()
    with new_job(path) as job:
        fill(job, RIVER)
        job.store_many([Done(1, record)])
    assert query(path, "SELECT json FROM records") == [(record.model_dump_json(),)]
    assert query(path, "SELECT id, name, kind, roles FROM parties ORDER BY entry") == [
        (party.id, party.name, party.kind, json.dumps(party.roles, separators=(",", ":"))) for party in record.parties
    ]
    assert query(path, "SELECT on_topic, attempts, refused FROM records") == [(1, 0, 0)]
    assert query(path, "SELECT is_negotiation, headline FROM summary") == [(1, record.summary.headline)]
    assert sound(path)


def test_an_object_within_a_claim_becomes_columns(path):
    record = river_record()
    with new_job(path) as job:
        fill(job, RIVER)
        job.store_many([Done(1, record)])
    told = [(p.when and p.when.text, p.when and p.when.edtf) for p in record.proposals]
    assert query(path, "SELECT when_text, when_edtf FROM proposals ORDER BY entry") == told
    assert any(text for text, _ in told)


def test_rows_within_rows_know_their_parent(path):
    record = river_record()
    with new_job(path) as job:
        fill(job, RIVER)
        job.store_many([Done(1, record)])
    joined = query(
        path,
        "SELECT parties.name, representatives.name FROM representatives JOIN parties "
        "ON parties.article_id = representatives.article_id AND parties.entry = parent_entry "
        "ORDER BY representatives.entry",
    )
    assert joined == [(party.name, person.name) for party in record.parties for person in party.representatives]
    assert joined


def test_evidence_points_into_the_text(path):
    with new_job(path) as job:
        fill(job, RIVER)
        job.store_many([Done(1, river_record())])
    cited = query(path, 'SELECT start, "end", quote, claim FROM evidence')
    assert {row[3] for row in cited} == {"parties", "proposals", "conditions", "events", "status"}
    assert all(RIVER.text[start:end] == quote for start, end, quote, _ in cited)


def test_events_and_status_have_the_codes_of_other_data_sets(path):
    record = river_record()
    with new_job(path) as job:
        fill(job, RIVER)
        job.store_many([Done(1, record)])
    assert ("meeting", "CONSULT") in query(path, "SELECT kind, plover FROM events")
    assert query(path, "SELECT stage, pax FROM status") == [(record.status.stage, None)]


def test_a_failure_keeps_faults_and_raw_answer(path):
    error = VerificationFailed("it does not hold", faults=[Fault("a", "b", "c\udcff")], usage=PAID, raw="{\ud800}")
    with new_job(path) as job:
        fill(job, *texts(1))
        job.store_many([Failed(1, error)])
    kind, message, faults, raw, tokens = query(path, "SELECT kind, message, faults, raw, input_tokens FROM failures")[0]
    assert (kind, message, raw, tokens) == ("verification_failed", "it does not hold", "{\\ud800}", 900)
    assert json.loads(faults) == [{"path": "a", "guard": "b", "message": "c\udcff"}]
    assert query(path, "SELECT state, reason FROM articles") == [("failed", "verification_failed")]


def test_what_was_spent_adds_up_over_retries_and_what_never_settled(path):
    with new_job(path) as job:
        fill(job, *texts(3))
        job.store_many([Failed(1, TransportError("reset", usage=PAID))])
        job.store_many([Unsettled(2, RequestRefused("wrong key", usage=PAID))])
        assert job.counts() == Counts(pending=2, failed=1)
        assert job.reset_failed() == 1
        job.store_many([Done(1, costing(river_record(), PAID))])
        job.store_many([Failed(3, TransportError("never sent"))])
        assert job.spent() == Spent(cost=0.75, unpriced=0, input_tokens=2700, output_tokens=900, tries=6)
        assert job.counts() == Counts(pending=1, done=1, failed=1)


def test_what_the_cache_gave_cost_nothing(path):
    with new_job(path) as job:
        fill(job, *texts(1))
        job.store_many([Done(1, costing(river_record(), PAID), cached=True)])
        assert job.spent() == Spent(cost=0.0, unpriced=0, input_tokens=0, output_tokens=0, tries=0)
    assert query(path, "SELECT outcome, cached FROM attempts") == [("record", 1)]


def test_a_price_that_is_not_known_is_counted(path):
    with new_job(path) as job:
        fill(job, *texts(2))
        job.store_many([Done(1, costing(river_record(), Usage(attempts=1)))])
        assert (job.spent().cost, job.spent().unpriced) == (None, 1)
        job.store_many([Done(2, costing(river_record(), PAID))])
        assert (job.spent().cost, job.spent().unpriced) == (0.25, 1)


def test_a_copy_of_a_copy_is_a_copy_of_the_original(path):
    with new_job(path) as job:
        fill(job, *texts(3))
        job.store_many([Copied(2, 1)])
        job.store_many([Copied(3, 2)])
    assert query(path, "SELECT id, state, same_as FROM articles WHERE same_as") == [
        (2, "duplicate", 1),
        (3, "duplicate", 1),
    ]


@pytest.mark.parametrize("other", [1, 99])
def test_no_copy_of_itself_or_of_what_is_not_there(path, other):
    with new_job(path) as job:
        fill(job, *texts(1))
        with pytest.raises(JobError, match=r"cannot be a copy"):
            job.store_many([Copied(1, other)])


def test_a_second_result_is_refused_and_nothing_of_its_batch_is_stored(path):
    with new_job(path) as job:
        fill(job, *texts(2))
        job.store_many([Skipped(1, "triage", "no negotiation")])
        with pytest.raises(JobError, match=r"article 1 is not pending"):
            job.store_many([Done(2, river_record()), Skipped(1, "triage", "again")])
        assert job.counts() == Counts(pending=1, skipped=1)
    assert query(path, "SELECT count(*) FROM parties") == [(0,)]
    assert sound(path)


def test_articles_are_found_once_they_are_settled(path):
    with new_job(path) as job:
        fill(job, *texts(5))
        job.store_many([Done(1, river_record()), Skipped(2, "a", "b"), Copied(3, 1), Failed(4, TransportError("x"))])
    assert found(path, "talks") == [1, 2, 3, 4]
    assert found(path, '"round 4"') == [4]
    assert sound(path)


def test_claims_are_found_by_their_words(path):
    record = river_record()
    with new_job(path) as job:
        fill(job, RIVER)
        job.store_many([Done(1, record)])
    hits = query(path, "SELECT claim, entry FROM claims_fts WHERE text MATCH ?", f'"{record.proposals[1].content}"')
    assert hits == [("proposals", 1)]
    party = next(party for party in record.parties if party.aliases)
    hits = query(path, "SELECT claim, entry FROM claims_fts WHERE text MATCH ?", f'"{party.aliases[-1]}"')
    assert ("parties", record.parties.index(party)) in hits


def test_an_article_that_is_tried_again_is_in_the_search_once(path):
    with new_job(path) as job:
        fill(job, *texts(2))
        job.store_many([Failed(1, TransportError("reset"))])
        job.reset_failed()
        assert query(path, "SELECT count(*) FROM articles_fts_docsize") == [(0,)]
        job.store_many([Done(1, river_record())])
    assert found(path, "talks") == [1]
    assert sound(path)


def test_what_a_run_left_out_of_the_search_the_next_one_takes_in(path):
    def interrupted():
        with new_job(path) as job:
            fill(job, *texts(2))
            job.store_many([Skipped(1, "a", "b")])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert found(path, "talks") == []
    new_job(path).close()
    assert found(path, "talks") == [1]


def test_the_search_keeps_up_with_a_long_run(path, monkeypatch):
    monkeypatch.setattr("summariser.batch.search._ENOUGH", 3)
    with new_job(path) as job:
        fill(job, *texts(4))
        for number in (1, 2, 3, 4):
            job.store_many([Skipped(number, "a", "b")])
        assert found(path, "talks") == [1, 2, 3]
    assert found(path, "talks") == [1, 2, 3, 4]


def test_a_job_that_is_closed_or_only_read_takes_nothing(path):
    job = new_job(path)
    job.close()
    job.close()
    with pytest.raises(JobError, match=r"closed"):
        job.source("a", "1")
    with Job.inspect(path) as reading, pytest.raises(JobError, match=r"reading only"):
        reading.store_many([Skipped(1, "a", "b")])


def test_reading_leaves_nothing_behind(path):
    new_job(path).close()
    with Job.inspect(path) as reading:
        reading.counts()
    assert list(path.parent.iterdir()) == [path]


def test_a_job_is_read_while_it_is_written(path):
    with new_job(path) as job:
        fill(job, *texts(2))
        with Job.inspect(path) as reading:
            with reading.snapshot():
                assert reading.counts() == Counts(pending=2)
                job.store_many([Skipped(1, "a", "b")])
                assert reading.counts() == Counts(pending=2)
            assert reading.counts() == Counts(pending=1, skipped=1)


def test_results_of_several_threads(path):
    with new_job(path) as job:
        fill(job, *texts(200))
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda number: job.store_many([Skipped(number, "a", "b")]), range(1, 201)))
    with Job.inspect(path) as job:
        assert job.counts() == Counts(skipped=200)
