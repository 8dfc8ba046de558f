"""A verb is not turned into its contrary."""

import pytest
from minutes import by_guard, found, remark

from summariser.articles.article import Article


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Roe denied that she had agreed to cut jobs.", "Roe confirmed that she had agreed to cut jobs"),
        ("They pledged to reduce emissions by 25 percent.", "They pledged to increase emissions by 25 percent"),
        ("Ilm could accept the line if both run it.", "Ilm could reject the line if both run it"),
        ("A fourth round ended after seven hours.", "A fourth round began after seven hours"),
        ("Kaul turned down a bigger catch but is ready to talk.", "Kaul accepted a bigger catch but is ready to talk"),
        ("The five had agreed to raise charges.", "The five had refused to raise charges"),
        ("The union does not like it and must approve a sale.", "The union must reject a sale"),
        ("Plants closed before 1990 are exempt.", "Plants opened before 1990 are exempt"),
        ("They want to extend the pact by one year.", "They want to shorten the pact by one year"),
        ("They will lift the embargo on rice.", "They will impose the embargo on rice"),
        ("The rebels released two pilots.", "The rebels captured two pilots"),
        ("Talks resumed in Lima on Monday.", "Talks were suspended in Lima on Monday"),
    ],
)
def test_a_turned_verb_is_refused(text, what):
    (said,) = by_guard("verbs_are_not_turned", remark(what, [1]), article=Article(text))
    assert "where sentence 1 has" in said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The union rejected the offer but accepted a mediator.", "The union accepted a mediator"),
        ("The union rejected the offer but accepted a mediator.", "The union rejected the offer"),
        ("The union did not accept the offer.", "The union rejected the offer"),
        ("The union said no to the offer, which the owners back.", "The union rejected the offer"),
        ("The offer was turned down by the union.", "The union refused the offer"),
        ("The talks opened on Monday and end on Friday.", "The talks began on Monday"),
        ("They put up prices and cut wages.", "They raised prices and reduced wages"),
        ("Pay goes up by 4 pct and hours are cut by two.", "A rise of 4 pct in pay"),
        ("Roe denied that she had agreed.", "Roe denied that she had agreed"),
        ("They failed to reach agreement.", "They did not agree"),
        ("They agreed to ban the export of rice.", "They agreed not to allow the export of rice"),
        ("The strike ended, and work starts again on Monday.", "Work resumes on Monday"),
        ("Canada opposed it; Ghana backed it.", "Ghana supported it"),
        ("They agreed to free the pilots whom they captured in May.", "They will release the pilots"),
        ("They kept the duty and dropped the quota.", "The quota was scrapped"),
    ],
)
def test_a_deed_that_is_told_passes(text, what):
    assert by_guard("verbs_are_not_turned", remark(what, [1]), article=Article(text)) == []


def test_a_contrary_in_other_company_is_a_doubt():
    article = Article("The owners opposed a ballot.")
    doubts = [fault for fault in found(remark("Roe welcomed a ballot", [1]), article=article) if fault.doubt]
    assert [fault.guard for fault in doubts if fault.guard == "verbs_are_not_turned"] == []
    doubts = [fault for fault in found(remark("Members accepted it", [1]), article=article) if fault.doubt]
    assert [fault.guard for fault in doubts if fault.guard == "verbs_are_not_turned"] == ["verbs_are_not_turned"]
