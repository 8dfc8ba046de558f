"""What the package knows of written English: typography, words, numbers, dates, names. No models, no network."""
