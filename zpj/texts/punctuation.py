"""Words put together: lists, labels and clauses, in the punctuation of the language."""

from collections.abc import Iterable

from zpj.texts.loading import wording


def listed(words: Iterable[str]) -> str:
    """``甲、乙、丙``."""
    return str(wording("punctuation")["join"]["list"]).join(words)


def clauses(texts: Iterable[str]) -> str:
    """``甲；乙``."""
    return str(wording("punctuation")["join"]["clauses"]).join(texts)


def sentences(texts: Iterable[str]) -> str:
    """``甲，乙``."""
    return str(wording("punctuation")["join"]["sentences"]).join(texts)


def labelled(*texts: str) -> str:
    """``甲：乙``; what is empty is left out."""
    return str(wording("punctuation")["join"]["label"]).join(filter(None, texts))


def aside(text: str) -> str:
    """``（甲）``."""
    return str(wording("punctuation")["join"]["aside"]).format(text=text)
