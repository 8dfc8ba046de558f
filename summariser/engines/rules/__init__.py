"""The rules: text, mentions, cast, clauses, claims, draft is the way of an article; `tables` has what they look up."""
