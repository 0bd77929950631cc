"""What a person types into the calculator and the finder is read exactly, or what is wrong with it is named."""

import json
import subprocess
from pathlib import Path

import pytest
from node import NODE

import polc.site

pytestmark = pytest.mark.skipif(NODE is None, reason="Node.js is not installed: the scripts are not run")
TYPED = Path(polc.site.__file__).parent / "assets" / "typed.js"
READ = """
require(process.argv[1]);
const found = JSON.parse(process.argv[2]).map(([text, ...rest]) => globalThis.polc.typed.figure(text, ...rest));
console.log(JSON.stringify(found.map(({ value, problem }) => problem ?? String(value))));
"""
WAN = 4
YUAN = 0

TYPED_AS = [
    # 200 beside 万元: 200 × 10,000 元 × 100 分
    ("200", "money", "", WAN, "200000000"),
    ("200", "money", "", YUAN, "20000"),
    # a unit that is typed counts, whatever unit stands beside the field
    ("200元", "money", "", WAN, "20000"),
    ("200万", "money", "", YUAN, "200000000"),
    ("200 万元", "money", "", WAN, "200000000"),
    ("2百万", "money", "", WAN, "200000000"),
    ("200万元整", "money", "", WAN, "200000000"),
    ("3千元", "money", "", WAN, "300000"),
    ("1.5亿", "money", "", WAN, "15000000000"),
    ("￥200", "money", "", YUAN, "20000"),
    ("１２３", "money", "", WAN, "123000000"),
    ("　200　", "money", "", WAN, "200000000"),
    ("1,234.5", "money", "", WAN, "1234500000"),
    ("１，２３４．５", "money", "", WAN, "1234500000"),
    ("12,3456", "money", "", WAN, "123456000000"),
    ("1 234", "money", "", WAN, "1234000000"),
    (".5", "money", "", WAN, "500000"),
    ("200.", "money", "", WAN, "200000000"),
    ("0.000001", "money", "", WAN, "1"),
    ("10000000000000", "money", "", YUAN, "1000000000000000"),
    ("30", "rate", "", 0, "3000"),
    ("30％", "rate", "", 0, "3000"),
    ("0.01%", "rate", "", 0, "1"),
    ("3家", "count", "家", 0, "3"),
    ("3万人", "count", "人", 0, "30000"),
    ("2年", "duration", "", 0, "24"),
    ("18个月", "duration", "", 0, "18"),
    ("2026年", "year", "", 0, "2026"),
    ("1.2345", "number", "", 0, "12345"),
    # what is wrong
    ("-200", "money", "", WAN, "negative"),
    ("－200", "money", "", WAN, "negative"),
    ("200-300", "money", "", WAN, "range"),
    ("200至300万", "money", "", WAN, "range"),
    ("abc", "money", "", WAN, "digits"),
    ("二百万", "money", "", WAN, "digits"),
    ("1e6", "money", "", WAN, "unreadable"),
    ("约200", "money", "", WAN, "unreadable"),
    ("1亿5000万", "money", "", WAN, "unreadable"),
    ("1,2", "money", "", WAN, "groups"),
    ("2,00", "money", "", WAN, "groups"),
    ("200 3", "money", "", WAN, "groups"),
    ("30%", "money", "", WAN, "unit"),
    ("30年", "money", "", WAN, "unit"),
    ("200w", "money", "", WAN, "unit"),
    ("100万美元", "money", "", WAN, "unit"),
    ("5元", "rate", "", 0, "unit"),
    ("3个月", "count", "家", 0, "unit"),
    ("0.0000001", "money", "", WAN, "fine"),
    ("1.5", "count", "家", 0, "fine"),
    ("99999999999999999999", "money", "", WAN, "large"),
    ("2027年1月", "year", "", 0, "year"),
    ("2027-1", "year", "", 0, "year"),
    ("20266", "year", "", 0, "year"),
    ("0", "year", "", 0, "year"),
]


def test_what_is_typed_is_read_exactly_or_what_is_wrong_is_named() -> None:
    assert NODE is not None
    asked = [list(each[:-1]) for each in TYPED_AS]
    command = [NODE, "-e", READ, str(TYPED), json.dumps(asked)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout)
    read = [(text, kind, outcome) for (text, kind, *_), outcome in zip(asked, found, strict=True)]
    assert read == [(text, kind, expected) for text, kind, _, _, expected in TYPED_AS]
