"""Texts of before UTF-8 and without a byte order mark in many languages; and words without spaces between them."""

from pathlib import Path

import pytest

from tests.builders.documents import a_library, a_node
from viewer.documents.files.decoding import decode

ENGLISH = "A synapse is where a nerve cell’s terminal hands a “signal” on – at 5 µg/ml and 37 °C, within 1 ms. "
GERMAN = (
    "Eine Synapse ist die Stelle, an der eine Nervenzelle ein Signal weitergibt; größere Mengen ändern die Kanäle. "
)
FRENCH = "Une synapse est l’endroit où une cellule transmet un signal; le médiateur libéré se lie aux récepteurs. "
SWEDISH = "En synaps är stället där en nervcell lämnar över en signal; större mängder ändrar kanalerna. "
RUSSIAN = "Синапс это место, где нервная клетка передаёт сигнал другой клетке. Глутамат открывает канал рецептора. "
GREEK = "Η σύναψη είναι το σημείο όπου ένα νευρικό κύτταρο μεταδίδει ένα σήμα σε άλλο κύτταρο. "
POLISH = (
    "Synapsa to miejsce, w którym komórka nerwowa przekazuje sygnał następnej; glutaminian otwiera wnętrze kanału. "
)
TRADITIONAL = "突觸是神經細胞把訊號傳給另一個細胞的地方。谷氨酸打開受體的通道，鈣離子便流入細胞。"
SIMPLIFIED = "突触是神经细胞把信号传给另一个细胞的地方。谷氨酸打开受体的通道，钙离子便流入细胞。"
KOREAN = "시냅스는 신경세포가 다른 세포로 신호를 전달하는 곳이다. 글루탐산이 수용체의 통로를 열면 칼슘이 들어온다. "
JAPANESE = "シナプスは神経細胞が別の細胞に信号を渡す場所である。グルタミン酸が受容体の通路を開く。"

CODES = [
    (ENGLISH, ("cp1252",)),
    (GERMAN, ("cp1252", "latin-1", "iso8859-15", "mac_roman")),
    (FRENCH, ("cp1252", "mac_roman")),
    (SWEDISH, ("cp1252", "mac_roman")),
    (RUSSIAN, ("koi8-r", "cp1251", "iso8859-5", "cp866")),
    (GREEK, ("cp1253", "iso8859-7")),
    (POLISH, ("cp1250",)),
    (TRADITIONAL, ("big5",)),
    (SIMPLIFIED, ("gb18030", "gb2312")),
    (KOREAN, ("euc-kr", "cp949")),
    (JAPANESE, ("shift_jis", "euc_jp", "iso2022_jp")),
]
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
SAMPLES = [(text * 2, code) for text, codes in CODES for code in (*codes, *UNICODE)]


@pytest.mark.parametrize(("text", "code"), SAMPLES, ids=[f"{text[:8].strip()} {code}" for text, code in SAMPLES])
def test_an_encoding_is_recognised(text: str, code: str) -> None:
    assert decode(text.encode(code)) == text


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16", "cp1252"])
def test_a_very_short_text_is_read(code: str) -> None:
    assert decode("5 µg".encode(code)) == "5 µg"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("gb2312", "胰岛素降低血糖。"),
        ("koi8-r", "Инсулин снижает глюкозу."),
        ("euc-kr", "인슐린은 혈당을 낮춘다."),
        ("cp932", "ｱｲｳｴｵ ｶﾀｶﾅ ﾃｽﾄ"),
    ],
)
def test_one_sentence_is_half_width_kana_only_where_nothing_else_fits(code: str, text: str) -> None:
    assert decode(text.encode(code)) == text


@pytest.mark.parametrize("code", ["utf-8", "utf-16-be", "gb18030"])
def test_a_name_is_found_and_marked_in_a_text_without_spaces(tmp_path: Path, code: str) -> None:
    said = "突触是神经细胞之间的连接处。在突触前膜，谷氨酸（一种氨基酸）被释放到间隙中！受体随后打开？钙离子流入。"
    library = a_library(tmp_path, {"a.txt": said.encode(code), "b.html": f"<p>{said}</p>"})
    found = library.excerpts(a_node("Glutamate", "谷氨酸")).excerpts
    assert {one.text for one in found} == {"在突触前膜，谷氨酸（一种氨基酸）被释放到间隙中！"}
    for one in found:
        assert [one.text[start:end] for start, end in one.marks] == ["谷氨酸"]
    library.close()
