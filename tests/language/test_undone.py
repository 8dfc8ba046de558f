"""What somebody failed or refused to do is told apart from what was done."""

import pytest

from summariser.language.undone import undone_stems


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("They failed to agree on a truce.", {"agre"}),
        ("Their failure to formally agree worries Oslo.", {"agre"}),
        ("The guild refused to sign the paper.", {"sign"}),
        ("The two failed on Friday to close a deal.", {"close"}),
        ("The two failed again late on Friday to close a deal.", {"close"}),
        ("The two failed in talks with Ruvo to close a deal.", set()),
        ("The guild was unable to reach them.", {"reach"}),
        ("The guild stopped short of accepting it.", {"accept"}),
        ("The guild avoided signing it.", {"sign"}),
        ("Far from signing it, the guild walked out.", {"sign"}),
        ("They fought on instead of signing.", {"sign"}),
        ("The guild backed out of the plan.", {"back"}),
        ("The guild called off the strike.", {"call"}),
        ("The guild did not refuse to sign it.", set()),
        ("They failed to agree in May and agreed in June.", set()),
        ("The guild signed it in a room far from the harbour.", set()),
        ("The guild backed the plan.", set()),
        ("They met to sign it.", set()),
        ("Machinists walked out of Boeing plants.", set()),
        ("The talks failed, according to mediators.", set()),
        ("Talks failed, leading to a strike.", set()),
        ("The bank refused credit to Greece.", set()),
        ("Profits declined 5 percent to 30 million.", set()),
        ("Shares declined on Friday to close at 45 pence.", set()),
        ("Merkel declined an invitation to meet him.", set()),
        ("Norway refused to back down from a plan that Russia backs.", set()),
    ],
)
def test_what_is_undone(text, undone):
    assert undone_stems(text) == undone
