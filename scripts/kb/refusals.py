"""What the system refuses, in Vietnamese."""

from __future__ import annotations

import errno

REASONS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.ENOENT: "không có tệp hay thư mục ấy",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục",
    errno.EISDIR: "đó là một thư mục",
    errno.EEXIST: "đã có tệp hay thư mục ấy",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "các liên kết tượng trưng chỉ vòng quanh",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết phần đĩa được cấp",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.EIO: "đĩa báo lỗi khi đọc hoặc ghi",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENFILE: "mở quá nhiều tệp cùng lúc",
    errno.ETXTBSY: "tệp đang được dùng",
    errno.EBUSY: "tệp đang được dùng",
}


def reason(error: OSError) -> str:
    """Why, as a part of a sentence."""
    return REASONS.get(error.errno, f"lỗi hệ thống số {error.errno}")


def refusal(error: OSError) -> str:
    """What was refused and why, in one line."""
    name = error.filename.decode("utf-8", "replace") if isinstance(error.filename, bytes) else error.filename
    return f"Không đọc hoặc ghi được{f' {name}' if name else ''}: {reason(error)}."
