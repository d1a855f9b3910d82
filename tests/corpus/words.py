"""What the synthetic corpus is written with: syllables, and names from the vocabulary in docs/_data/."""

from __future__ import annotations

# Everyday syllables, to be put in an order that means nothing. None belongs to a citation (ngày, số, của, này, mục,
# kế, nghị, chỉ) or to a mark of secrecy, and none has a tone mark for which there are two places.
_SYLLABLES = """
    an bàn bạn bền biết bờ bốn bông bước buổi cá cánh cao cát cầu cây chân chất chậm chén chim chín chợ chung con cỏ
    cơm cùng cười dài dân dần dày dây dẻo dìu dốc dừa đá đàn đất đèn đẹp đều đi đò đông đồi đồng đôi đủ đường êm gạo
    gần gấp gỗ gió giếng giống giữ gương hai hàng hạt hay hát hè hẹn hiền hiểu hồng hôm hương im kênh khăn khéo khỏi
    không kính lá làm làng lành lâu lên lòng lối lớn lúa lửa lưới mái màu mây mẹ mềm miền mới mừng mưa nắng nấu nền
    nếp nghe ngọt nguồn người nhà nhanh nhẹ nhiều nhịp nhớ nón nông nơi nước nương ôn ong ổn phên phố quanh quen rau
    ráo rét rừng ruộng sáng sân sâu sen siêng sóng sông sớm sương tay tấm thảm thân thấp thêm thơm thung tiếng tìm
    tốt trăng tranh trâu tre trẻ trong trồng tưới vai vàng vạt vẫn vén ven vị vỏ vui vườn vững xa xanh xóm xuân xưa yên
"""
SYLLABLES = tuple(_SYLLABLES.split())

# Symbol → name as a citation prints it; each symbol that stands for one kind only.
KINDS = {
    "KH": "Kế hoạch", "HD": "Hướng dẫn", "CT": "Chỉ thị", "NQ": "Nghị quyết", "CTr": "Chương trình", "BC": "Báo cáo",
}  # fmt: skip

# Symbol and name; the symbols that stand for several organs give the numbers that two documents share.
ISSUERS = (
    ("TW", "Bộ Chính trị"),
    ("TW", "Ban Bí thư"),
    ("ĐUK", "Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương"),
    ("ĐUK", "Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương"),
    ("BTGTW", "Ban Tuyên giáo Trung ương"),
    ("BTCTW", "Ban Tổ chức Trung ương"),
    ("BDVTW", "Ban Dân vận Trung ương"),
    ("BNCTW", "Ban Nội chính Trung ương"),
    ("BĐNTW", "Ban Đối ngoại Trung ương"),
    ("UBKTTW", "Ủy ban Kiểm tra Trung ương"),
)

LEADS = ("theo", "căn cứ", "thực hiện", "tiếp tục thực hiện", "triển khai", "như", "phù hợp với")
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
