"""Which claims of two drafts of one article are the same, and which of their values say the same."""
