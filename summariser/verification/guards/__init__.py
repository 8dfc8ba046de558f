"""Guards: small pure functions `(value, place) -> faults`, one file each, and the markers that stand for them."""

from __future__ import annotations

from functools import cache

from summariser.models.markers import (
    Ahead,
    Befits,
    Citation,
    Distinct,
    Edtf,
    Id,
    Marker,
    Must,
    Named,
    NotAhead,
    OfBearer,
    OnTopic,
    Puts,
    Ref,
    SaysSo,
    SpeaksFor,
    Supported,
    Timed,
    Told,
    Verbatim,
    Whole,
    Words,
)
from summariser.verification.guards.ahead import lies_ahead
from summariser.verification.guards.amounts import numbers_keep_their_parts, units_stand_there
from summariser.verification.guards.bearer import is_said_of_its_bearer
from summariser.verification.guards.characters import has_no_hidden_characters, has_no_markup
from summariser.verification.guards.citation import cites_existing_sentences, cites_no_blanket, cites_what_speaks_of_it
from summariser.verification.guards.dates import dates_stand_there, past_stays_past
from summariser.verification.guards.deeds import deeds_are_done, deeds_stand_there, what_is_ahead_is_not_past
from summariser.verification.guards.filled import is_filled_on_topic
from summariser.verification.guards.identity import id_is_unique, ref_exists
from summariser.verification.guards.kinds import aliases_name_no_person, kind_befits_its_name, speaks_not_for_oneself
from summariser.verification.guards.length import is_short_enough
from summariser.verification.guards.names import (
    aliases_tell_their_bearer,
    is_mentioned,
    names_are_known,
    names_are_near,
)
from summariser.verification.guards.numbers import numbers_stand_there
from summariser.verification.guards.opposites import verbs_are_not_turned
from summariser.verification.guards.orders import cites_no_orders, obeys_no_orders, rests_on_no_orders
from summariser.verification.guards.people import holds_that_office, speaks_for_it
from summariser.verification.guards.places import goes_on_there
from summariser.verification.guards.polarity import polarity_agrees
from summariser.verification.guards.repetition import says_each_thing_once
from summariser.verification.guards.sides import nobody_puts_terms_to_himself, sides_are_not_turned
from summariser.verification.guards.sources import says_so
from summariser.verification.guards.times import edtf_agrees, is_not_ahead, time_is_the_claims
from summariser.verification.guards.told import is_told
from summariser.verification.guards.turned import names_do_not_change_places
from summariser.verification.guards.undone import what_failed_is_not_done
from summariser.verification.guards.verbatim import stands_verbatim
from summariser.verification.guards.whole import is_whole
from summariser.verification.guards.wording import words_stand_there
from summariser.verification.place import Guard

__all__ = ["GUARDS", "guards_of"]

_PLAIN: tuple[Guard, ...] = (has_no_hidden_characters, has_no_markup)

GUARDS: dict[type[Marker], tuple[Guard, ...]] = {
    Citation: (cites_existing_sentences, cites_what_speaks_of_it, cites_no_blanket, cites_no_orders),
    Supported: (
        words_stand_there,
        deeds_stand_there,
        deeds_are_done,
        what_is_ahead_is_not_past,
        verbs_are_not_turned,
        names_are_known,
        names_are_near,
        names_do_not_change_places,
        goes_on_there,
        numbers_stand_there,
        units_stand_there,
        numbers_keep_their_parts,
        dates_stand_there,
        past_stays_past,
        polarity_agrees,
        what_failed_is_not_done,
        obeys_no_orders,
        rests_on_no_orders,
        *_PLAIN,
    ),
    Verbatim: (stands_verbatim, rests_on_no_orders, *_PLAIN),
    Named: (is_mentioned, aliases_tell_their_bearer, obeys_no_orders, *_PLAIN),
    Edtf: (edtf_agrees,),
    Timed: (time_is_the_claims,),
    NotAhead: (is_not_ahead,),
    Id: (id_is_unique,),
    Puts: (nobody_puts_terms_to_himself, sides_are_not_turned),
    Ref: (ref_exists,),
    SaysSo: (says_so,),
    OfBearer: (is_said_of_its_bearer,),
    Befits: (kind_befits_its_name, aliases_name_no_person, speaks_not_for_oneself),
    SpeaksFor: (speaks_for_it, holds_that_office),
    Told: (is_told,),
    Ahead: (lies_ahead,),
    Whole: (is_whole,),
    Words: (is_short_enough,),
    Distinct: (says_each_thing_once,),
    OnTopic: (is_filled_on_topic,),
}


@cache
def guards_of(marker: Marker) -> tuple[tuple[Guard, bool], ...]:
    """Return the guards that a marker stands for, each with whether it judges null as well."""
    if isinstance(marker, Must):
        return ((marker.guard, False),)
    return tuple((guard, type(marker) is OnTopic) for guard in GUARDS[type(marker)])
