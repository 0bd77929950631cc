"""Any bytes and any path give a source or a finding that says what is the matter."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polc.syntax.decode import LIMIT, decode, read

TEXT = "政策 示范措施\r\n  简称：demo\r\n"


def names(findings: list) -> list[str]:  # type: ignore[type-arg]
    return [each.rule.name for each in findings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_that_tells_its_encoding_is_read_without_a_word(encoding: str) -> None:
    source, findings = decode(TEXT.encode(encoding), "a.pol")
    assert source is not None
    assert source.text == TEXT
    assert not findings


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("gbk", "GB18030"), ("gb18030", "GB18030"), ("utf-16-le", "UTF-16-LE"), ("utf-16-be", "UTF-16-BE")],
)
def test_a_guessed_encoding_is_read_and_said(encoding: str, said: str) -> None:
    source, findings = decode(TEXT.encode(encoding), "a.pol")
    assert source is not None
    assert source.text == TEXT
    assert names(findings) == ["encoding-guessed"]
    assert said in findings[0].message("zh")
    assert findings[0].place.span.text == "政"


def test_a_few_broken_bytes_in_utf8_are_pointed_at_and_the_rest_is_read() -> None:
    data = TEXT.encode().replace("范".encode(), "范".encode()[:2])
    source, findings = decode(data * 3, "a.pol")
    assert source is not None
    assert names(findings) == ["damaged-text"]
    assert "3 处" in findings[0].message("zh")
    assert findings[0].place.span.begin.line == 1
    assert findings[0].place.span.text == "\ufffd"


@pytest.mark.parametrize(
    "data", [b"a\0b", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"\x9c" * 7 + b"\xff\xff\x00" * 99, b"\x07" * 9]
)
def test_junk_is_not_text(data: bytes) -> None:
    source, findings = decode(data, "a.pol")
    assert source is None
    assert names(findings) == ["not-text"]


def test_a_word_document_is_told_from_other_junk() -> None:
    source, findings = decode(b"PK\x03\x04 and so on", "a.pol")
    assert source is None
    assert "Word" in findings[0].help[0].zh


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u3000\n".encode()])
def test_a_file_of_blanks_is_empty(data: bytes) -> None:
    source, findings = decode(data, "a.pol")
    assert source is None
    assert names(findings) == ["empty-file"]


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    big = tmp_path / "big.pol"
    big.write_bytes(b"#" * (LIMIT + 1))
    source, findings = read(big)
    assert source is None
    assert names(findings) == ["file-too-large"]


def test_a_missing_file_is_told_with_the_closest_that_exists(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "policy.pol").touch()
    _, findings = read(tmp_path / "polices" / "policy.pol")
    assert names(findings) == ["file-not-found"]
    said = [each.en for each in findings[0].help]
    assert any("already" in each for each in said)
    assert any(str(tmp_path / "policies" / "policy.pol") in each for each in said)


def test_a_folder_and_a_path_no_system_takes_are_said_to_be_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "a\0b", tmp_path / ("x" * 5000)):
        source, findings = read(path)
        assert source is None
        assert names(findings) == ["file-unreadable"]


@given(st.one_of(st.binary(max_size=60), st.text(max_size=30).map(lambda t: t.encode("utf-16", "surrogatepass"))))
@settings(max_examples=200)
def test_any_bytes_give_a_source_or_a_finding(data: bytes) -> None:
    source, findings = decode(data, "a.pol")
    assert source is not None or findings
    for each in findings:
        assert each.message("zh") != each.message("en")
        assert 0 <= each.place.span.start <= each.place.span.end <= len(each.place.span.source.text)
