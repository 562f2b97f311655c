"""Whether a text that came back is the one that was issued."""

SLACK = 100
"""Characters that a saved text may be longer, besides twice its own length."""


def same_text(found: str, issued: str) -> bool:
    """Whether the texts agree, but for the white space and control characters that programs change."""
    if found == issued:
        return True
    # No program adds that much; a text of thousands of characters is not worth looking through.
    return len(found) <= 2 * len(issued) + SLACK and _visible(found) == _visible(issued)


def _visible(text: str) -> str:
    return "".join(character for character in text if character.isprintable() and not character.isspace())
