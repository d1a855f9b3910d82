"""What the YAML library finds wrong, in the words of editors."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

# By what the library says (libyaml's own words, all of them that text can cause); the fact in Vietnamese.
FAULTS = {
    "block sequence entries are not allowed in this context": "dấu «- » của danh sách đứng ở chỗ không dùng được",
    "mapping keys are not allowed in this context": "tên trường đứng ở chỗ không dùng được",
    "mapping values are not allowed in this context": "dấu hai chấm đứng ở chỗ không dùng được",
    "could not find expected ':'": "thiếu dấu hai chấm sau tên trường",
    "found character that cannot start any token": "ký tự này không mở đầu được một giá trị",
    "found a tab character that violates indentation": "thụt lề bằng tab",
    "found a tab character where an indentation space is expected": "thụt lề bằng tab",
    "found an indentation indicator equal to 0": "mức thụt lề sau | hoặc > không được là 0",
    "found unexpected end of stream": "thiếu dấu nháy đóng",
    "found unexpected document indicator": "gặp dòng --- hoặc ... khi chưa hết giá trị",
    "found unexpected ':'": "dấu hai chấm đứng ở chỗ không dùng được",
    "found unexpected non-alphabetical character": "ký tự này không có trong tên lệnh % của YAML",
    "found unknown escape character": "ký tự sau dấu \\ trong dấu nháy kép không dùng được",
    "found invalid Unicode character escape code": "mã ký tự sau dấu \\ không có thật",
    "found undefined tag handle": "thẻ (!) chưa được định nghĩa",
    "found undefined alias": "bí danh (*) chưa được định nghĩa",
    "found duplicate anchor; first occurrence": "dấu neo (&) ghi hai lần",
    "found duplicate %TAG directive": "lệnh %TAG ghi hai lần",
    "found duplicate %YAML directive": "lệnh %YAML ghi hai lần",
    "duplicate %TAG directive": "lệnh %TAG ghi hai lần",
    "found extremely long version number": "số phiên bản YAML quá dài",
    "found incompatible YAML document": "phiên bản YAML này không dùng được",
    "found unknown directive name": "không có lệnh % ấy",
    "could not find expected directive name": "thiếu tên lệnh sau %",
    "did not find expected ',' or ']'": "danh sách [ ] thiếu dấu phẩy hoặc dấu ]",
    "did not find expected ',' or '}'": "khối { } thiếu dấu phẩy hoặc dấu }",
    "did not find expected '-' indicator": "dòng này không phải là mục «- » của danh sách phía trên, hoặc thụt lề sai",
    "did not find expected key": "dòng này không có dạng «tên: giá trị», hoặc thụt lề sai",
    "did not find expected node content": "thiếu giá trị",
    "did not find expected <document start>": "chỉ được có một khối, hoặc dòng này thụt lề sai",
    "did not find expected <stream-start>": "không thấy chỗ bắt đầu",
    "did not find expected alphabetic or numeric character": "thiếu tên sau & hoặc *",
    "did not find expected comment or line break": "sau | hoặc > chỉ được xuống dòng",
    "did not find expected digit or '.' character": "số phiên bản YAML không đúng",
    "did not find expected version number": "thiếu số phiên bản YAML",
    "did not find expected hexdecimal number": "mã ký tự sau dấu \\ không phải là số hệ mười sáu",
    "did not find expected whitespace": "thiếu dấu cách",
    "did not find expected whitespace or line break": "thiếu dấu cách hoặc xuống dòng",
    "did not find expected tag URI": "thẻ (!) không đúng dạng",
    "did not find the expected '>'": "thẻ (!<…>) thiếu dấu >",
    "did not find expected '!'": "thẻ (!) không đúng dạng",
    "did not find URI escaped octet": "thẻ (!) không đúng dạng",
    "found an incorrect leading UTF-8 octet": "thẻ (!) không đúng dạng",
    "found an incorrect trailing UTF-8 octet": "thẻ (!) không đúng dạng",
    "control characters are not allowed": "có ký tự điều khiển không nhìn thấy",
    "expected a single document in the stream": "chỉ được có một khối",
    "input is too long": "tệp quá dài",
}
UNKNOWN = "không đúng cú pháp YAML"
ALIAS = re.compile(r"alias '.*'", re.DOTALL)
# Seen only where the text ends; the mistake is where the value or the name begins.
OPEN = ("found unexpected end of stream", "could not find expected ':'")
TAB = FAULTS["found a tab character that violates indentation"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in Vietnamese whatever the library says, and the offset in the text where it says so."""

    fact: str
    offset: int


def fault(error: yaml.YAMLError, text: str) -> Fault:
    """What the library found wrong in this text; no word of its own is passed on."""
    if isinstance(error, yaml.reader.ReaderError):
        # It counts bytes.
        before = text.encode("utf-8", "surrogatepass")[: error.position].decode("utf-8", "replace")
        return Fault(FAULTS["control characters are not allowed"], len(before))
    problem = ALIAS.sub("alias", str(getattr(error, "problem", "")))
    mark = getattr(error, "context_mark", None) if problem in OPEN else None
    mark = mark or getattr(error, "problem_mark", None)
    offset = mark.index if mark else 0
    if text[offset : offset + 1] == "\t":
        return Fault(TAB, offset)
    return Fault(FAULTS.get(problem, UNKNOWN), offset)
