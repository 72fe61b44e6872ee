"""From bytes to text, whatever wrote them."""

import pytest

from viewer.documents.files.decoding import decode
from viewer.errors import DocumentError

WESTERN = "Müller’s “rapid” effect at 5 µg – 20 °C – was noted by naïve readers, and cost €3. " * 3
RUSSIAN = "Кетамин блокирует рецепторы и вызывает быстрый антидепрессивный эффект у многих пациентов. " * 4
JAPANESE = "ケタミンは受容体を遮断し、速やかな抗うつ効果をもたらすと考えられている。" * 6


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"),
        (WESTERN, "utf-8-sig"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "utf-32"),
        (WESTERN, "utf-32-be"),
        (WESTERN, "cp1252"),
        (
            WESTERN.replace("“", '"').replace("”", '"').replace("’", "'").replace("–", "-").replace("€", "EUR "),
            "latin-1",
        ),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "shift_jis"),
    ],
)
def test_an_encoding_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf"])
def test_a_stray_byte_spoils_no_more_than_itself(head: bytes) -> None:
    spoilt = head + WESTERN.encode() + b" torn \x85 off"
    assert decode(spoilt) == f"{WESTERN} torn \ufffd off"


def test_every_end_of_line_becomes_one_newline() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 text", b"PK\x03\x04rest", bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 9]
)
def test_what_is_no_text_says_so(content: bytes) -> None:
    with pytest.raises(DocumentError, match=r"\.$"):
        decode(content)
