"""The words with which passages are copied and quotations checked, in both languages."""

from __future__ import annotations

VI = {
    "copy": "Chép",
    "copy-ways": "Chọn cách chép",
    "copy-cited": "Lời văn và viện dẫn",
    "copy-text": "Chỉ lời văn",
    "copy-citation": "Chỉ viện dẫn",
    "copy-link": "Liên kết",
    "copied-cited": "Đã chép lời văn và viện dẫn:",
    "copied-text": "Đã chép lời văn:",
    "copied-citation": "Đã chép viện dẫn:",
    "copied-link": "Đã chép liên kết:",
    "copy-unofficial": "Bản dịch không chính thức:",
    "copy-refused": "Trình duyệt không cho chép thẳng. Bấm Ctrl+C để chép phần đã chọn dưới đây.",
    "copy-close": "Đóng",
    "quote-page": "Đối chiếu lời trích",
    "quote-lead": "Dán một đoạn để biết từng câu có đúng lời văn bản không. Đoạn dán không rời khỏi trình duyệt.",
    "quote-label": "Đoạn cần đối chiếu",
    "quote-go": "Đối chiếu",
    "quote-script": "Đối chiếu cần JavaScript.",
    "quote-none": "Không có câu nào để đối chiếu.",
    "quote-sum": "{} câu: {} đúng, {} cần xem lại.",
    "quote-exact": "Đúng nguyên văn",
    "quote-folded": "Đúng lời, khác cách viết",
    "quote-elided": "Đúng lời, có lược bớt",
    "quote-altered": "Khác nguyên văn",
    "quote-absent": "Không có trong văn bản được giữ",
    "quote-misattributed": "Đúng lời, ghi sai chỗ",
    "quote-claimed": "Đoạn dán ghi: {}",
    "quote-citations": "Viện dẫn trong đoạn dán",
    "quote-registered": "có trong danh mục",
    "quote-missing": "không có trong danh mục",
    "quote-ambiguous": "nhiều văn bản trong danh mục có số này",
    "quote-differs": "không khớp",
    "quote-doubtful": "Viện dẫn cần xem lại: {}.",
    "quote-legend": "Gạch ngang: chữ của đoạn dán. Gạch chân: chữ của văn bản.",
    "quote-own": "Chữ nghiêng, nhạt: lời người viết quanh phần trích, không được đối chiếu.",
    "quote-date": "danh mục ghi ngày {}",
    "quote-kind": "danh mục ghi tên loại là {}",
    "quote-issuer": "danh mục ghi cơ quan ban hành là {}",
    "quote-rules": "Cách đối chiếu",
    "quote-rule-sentence": (
        "Từng câu: câu kết thúc ở dấu chấm, chấm hỏi, chấm than, ở dòng trống, trước một đầu mục, và ở chỗ xuống dòng "
        "mà dòng sau mở đầu bằng chữ hoa, nếu dòng trước còn chỗ hoặc nếu văn bản hết câu ở đó."
    ),
    "quote-rule-exact": (
        "Đúng nguyên văn: các chữ đứng liền nhau trong một đoạn của văn bản, đúng từng ký tự, kể cả khoảng trắng và "
        "chỗ xuống dòng. Dấu bao ngoài, dấu câu ở cuối, số thứ tự ở đầu dòng, dấu > của thư trả lời và lời dẫn là của "
        "người trích."
    ),
    "quote-rule-folded": (
        "Đúng lời, khác cách viết: chỉ khác chữ hoa chữ thường, khoảng trắng, chỗ xuống dòng, gạch nối cuối dòng, kiểu "
        "gạch nối và dấu ngoặc, dạng Unicode, ký tự không hiện ra, hoặc chỗ đặt dấu thanh (hoà, hòa)."
    ),
    "quote-rule-elided": (
        "Đúng lời, có lược bớt: các phần ngăn bởi … hoặc […] đều đúng lời và theo thứ tự của một đoạn."
    ),
    "quote-rule-altered": (
        "Khác nguyên văn: ít nhất một nửa số chữ, theo thứ tự, là của một đoạn; chỗ khác được chỉ ra từng chữ."
    ),
    "quote-rule-absent": (
        "Không có trong văn bản được giữ: không đoạn nào gần như vậy. Văn bản chưa có toàn văn thì không đối "
        "chiếu được."
    ),
    "quote-rule-misattributed": (
        "Đúng lời, ghi sai chỗ: số, tên loại, ngày, cơ quan ban hành hoặc phần, mục, gạch đầu dòng ghi kèm không phải "
        "của đoạn ấy. Điều ghi trước dấu hai chấm, trước dấu ngoặc kép, ở dòng đầu đề hoặc ở dòng, ngoặc đơn phía sau "
        "được tính cho mọi câu mà nó dẫn."
    ),
    "notebook": "Sổ trích",
    "notebook-lead": "Các đoạn đã chọn, chỉ lưu trong trình duyệt này.",
    "notebook-script": "Sổ trích cần JavaScript.",
    "notebook-none": "Sổ chưa có đoạn nào. Mở ▾ cạnh nút «Chép» bên một đoạn rồi chọn «Thêm vào sổ trích».",
    "notebook-add": "Thêm vào sổ trích",
    "notebook-added": "Đã thêm vào sổ trích:",
    "notebook-copy": "Chép cả sổ",
    "notebook-word": "Tải tệp Word",
    "notebook-print": "In",
    "notebook-save": "Lưu ra tệp",
    "notebook-load": "Mở từ tệp",
    "notebook-clear": "Xóa cả sổ",
    "notebook-undo": "Lấy lại",
    "notebook-up": "Lên",
    "notebook-down": "Xuống",
    "notebook-remove": "Bỏ",
    "notebook-note": "Ghi chú",
    "notebook-use": "Dùng lời hiện nay",
    "notebook-changed": "Lời của đoạn này đã khác lời trong sổ; lời hiện nay:",
    "notebook-gone": "Bản phát hành này không còn đoạn ấy",
    "notebook-removed": "Đã bỏ.",
    "notebook-back": "Đã lấy lại.",
    "notebook-moved": "Đã đổi chỗ.",
    "notebook-noted": "Đã lưu ghi chú.",
    "notebook-used": "Đã thay bằng lời hiện nay.",
    "notebook-copied": "Đã chép cả sổ.",
    "notebook-loaded": "Đã thêm các đoạn trong tệp.",
    "notebook-unreadable": "Tệp này không phải sổ trích.",
    "notebook-full": "Trình duyệt không cho lưu; sổ mất khi đóng trang.",
}

EN = {
    "copy": "Copy",
    "copy-ways": "Choose what to copy",
    "copy-cited": "Text and citation",
    "copy-text": "Text alone",
    "copy-citation": "Citation alone",
    "copy-link": "Link",
    "copied-cited": "Copied text and citation:",
    "copied-text": "Copied text:",
    "copied-citation": "Copied citation:",
    "copied-link": "Copied link:",
    "copy-unofficial": "Unofficial translation:",
    "copy-refused": "The browser refuses to copy. Press Ctrl+C to copy what is selected below.",
    "copy-close": "Close",
    "quote-page": "Check a quotation",
    "quote-lead": (
        "Paste a passage to see, sentence by sentence, whether it has the words of a document. It does not "
        "leave the browser."
    ),
    "quote-label": "Passage to check",
    "quote-go": "Check",
    "quote-script": "Checking a quotation needs JavaScript.",
    "quote-none": "There is no sentence to check.",
    "quote-sum": "Sentences: {}; right: {}; to be looked at again: {}.",
    "quote-exact": "Exact",
    "quote-folded": "The same words, written otherwise",
    "quote-elided": "The same words, shortened",
    "quote-altered": "Altered",
    "quote-absent": "Not in any text that is held",
    "quote-misattributed": "The right words, the wrong place",
    "quote-claimed": "The passage says: {}",
    "quote-citations": "Citations in the passage",
    "quote-registered": "in the register",
    "quote-missing": "not in the register",
    "quote-ambiguous": "several documents in the register have this number",
    "quote-differs": "differs",
    "quote-doubtful": "Citations to be looked at again: {}.",
    "quote-legend": "Struck out: words of the passage. Underlined: words of the document.",
    "quote-own": "Pale italics: the writer’s own words round a quotation, which are not compared.",
    "quote-date": "the register gives the date {}",
    "quote-kind": "the register gives the kind {}",
    "quote-issuer": "the register gives the issuer {}",
    "quote-rules": "How it is checked",
    "quote-rule-sentence": (
        "Sentence by sentence: one ends at a full stop, a question or exclamation mark, an empty line, before an item "
        "of a list, and at a line break before a capital where the line above had room or where a sentence of a text "
        "ends there."
    ),
    "quote-rule-exact": (
        "Exact: the words stand together in one provision, character for character, blanks and line breaks included. "
        "Marks around them, a mark at the end, the number of an item, the > of a reply and the words that introduce "
        "them are the writer’s."
    ),
    "quote-rule-folded": (
        "The same words, written otherwise: only case, blanks, line breaks, hyphens at the ends of lines, the kind of "
        "dashes and quotation marks, the Unicode form, characters that do not show, or the place of a tone mark "
        "differ."
    ),
    "quote-rule-elided": (
        "The same words, shortened: the parts between … or […] are the right words, in the order of one provision."
    ),
    "quote-rule-altered": (
        "Altered: at least half of the words, in order, are those of a provision; the difference is shown word by word."
    ),
    "quote-rule-absent": (
        "Not in any text that is held: no provision is that near. Documents whose text is not held cannot be checked."
    ),
    "quote-rule-misattributed": (
        "The right words, the wrong place: the number, kind, date, issuer, part, section or dash that is named is "
        "not that of the provision. What is named before a colon or a quotation mark, in a heading, or in a line or "
        "bracket behind counts for every sentence that it introduces."
    ),
    "notebook": "Notebook",
    "notebook-lead": "Passages that you have chosen, kept in this browser only.",
    "notebook-script": "The notebook needs JavaScript.",
    "notebook-none": "No passage yet. Open ▾ next to “Copy” beside a passage and choose “Add to the notebook”.",
    "notebook-add": "Add to the notebook",
    "notebook-added": "Added to the notebook:",
    "notebook-copy": "Copy all",
    "notebook-word": "Download for Word",
    "notebook-print": "Print",
    "notebook-save": "Save to a file",
    "notebook-load": "Open from a file",
    "notebook-clear": "Clear",
    "notebook-undo": "Undo",
    "notebook-up": "Up",
    "notebook-down": "Down",
    "notebook-remove": "Remove",
    "notebook-note": "Note",
    "notebook-use": "Use the present words",
    "notebook-changed": "The words of this passage are no longer those in the notebook; the present words:",
    "notebook-gone": "This release no longer has that passage",
    "notebook-removed": "Removed.",
    "notebook-back": "Put back.",
    "notebook-moved": "Moved.",
    "notebook-noted": "Note saved.",
    "notebook-used": "Changed to the present words.",
    "notebook-copied": "Copied all.",
    "notebook-loaded": "Added the passages of the file.",
    "notebook-unreadable": "This file is no notebook.",
    "notebook-full": "The browser does not allow this to be kept; it is lost when the page is closed.",
}
