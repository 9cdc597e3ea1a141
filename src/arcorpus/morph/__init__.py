"""Morphological back ends. A member offers `analyse(tokens, names)`: lemma, part of speech and root of each token."""
