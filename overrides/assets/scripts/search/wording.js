// The words of a query that tell how it is asked, not what it is about. How rare a word is in the texts does not show
// it: documents hold no questions, so there the words of a question are the rarest of all.
(function (kb) {
  "use strict";
  // Expressions of one or more words.
  const EXPRESSIONS = {
    vi: `ai, gì, nào, đâu, sao, mấy, nhiêu, bao nhiêu, bao giờ, bao lâu, thế nào, như thế nào, ra sao, làm sao, vì sao, tại sao,
      khi nào, lúc nào, hôm nào, chỗ nào, nơi nào, mục nào, phần nào, đoạn nào, điều nào, trang nào, phải không, hay không, hay chưa, có phải,
      là, thì, mà, và, hay, hoặc, nhưng, nếu, vì, do, bởi, để, cho, với, cùng, bằng, từ, đến, tới, ở, về, của, này, ấy, đó, kia, đây,
      được, bị, đã, sẽ, rồi, xong, còn, cũng, đều, không, chưa, phải, cần, nên, có, muốn, biết, hỏi, xin, nhằm, khi, lúc, cái, ra, lên,
      như, rất, mình, ta, tôi, nhau, những, nêu, nói, vậy, thế, làm, dùng, sử dụng, gồm, khác nhau, với nhau, đối với, liên quan, liên quan đến,
      nhắc đến, nhắc tới, nói đến, nói tới, nói về, đề cập, đề cập đến, nằm ở, bao gồm, gồm có, vai trò, ý nghĩa, bắt buộc, chịu trách nhiệm,
      vấn đề, đối tượng, thuộc về, vào, hơn, trở đi, trở lên, hiện nay, cụ thể, được giao, chúng tôi, chúng ta, bằng cách,
      dựa vào, dựa trên, à, ạ, nhỉ, nhé, hả, hở, chứ, đấy, ơi, dạ, vâng, thế này, như này, như vậy, kiểu gì, kiểu nào, loại nào, cách nào,
      những cách, các cách, cái gì, điểm nào, khoản nào, số mấy, thứ mấy, có mấy, bên tôi, bên mình, chỗ tôi, liệu, phải chăng, thắc mắc, tìm, xem,
      theo, trở lại, họ, nữa`,
    en: `who, what, when, where, which, how, why, is, are, was, were, be, been, do, does, did, has, have, must, should, can, could, may, will, would,
      the, a, an, this, that, these, those, it, its, their, they, we, you, i, and, or, of, to, by, for, from, at, as, with, on, in, about, there, so,
      if, not, any, than, how many, how much, tell, please,
    told, said, say, named, mentioned, kind, kinds, sort, us, our, my, me, whom, whose, into, also`,
  };
  const LONGEST = 3;
  const WEIGHT = 0.25;
  // Without accents these are more often other words (đấu, cơ, cán, thi, lá, đẻ …).
  const DOUBTFUL = new Set(("dau co can thi la phai de do lam bang biet hoi the o khi cho ve ra day kia ma vi tu con cung da se bi nhu minh " +
    "ta nen luc cai dung den va hon vao a ho lieu ha").split(" "));

  const known = Object.fromEntries(Object.entries(EXPRESSIONS).map(([language, list]) => {
    const all = list.split(",").map((words) => words.trim().split(/\s+/).map((word) => kb.keys(word, language)));
    const joined = (at) => new Set(all.map((pairs) => pairs.map((pair) => pair[at]).join(" ")));
    return [language, { base: joined(0), exact: joined(1) }];
  }));

  // For each token what it counts: 1, or less where it is wording. Where all are, each counts.
  function worth(tokens, accented, language) {
    const counted = tokens.map(() => 1);
    for (let at = 0; at < tokens.length; at++) {
      let length = Math.min(LONGEST, tokens.length - at);
      while (length && !isWording(tokens.slice(at, at + length), accented, language)) length--;
      if (length) counted.fill(WEIGHT, at, at + length);
      at += Math.max(0, length - 1);
    }
    return counted.every((each) => each < 1) ? counted.fill(1) : counted;
  }

  function isWording(tokens, accented, language) {
    if (accented || language === "en") return known[language].exact.has(tokens.map(({ exact }) => exact).join(" "));
    const bases = tokens.map(({ base }) => base).join(" ");
    return known[language].base.has(bases) && !DOUBTFUL.has(bases);
  }

  const isWeak = (word, language) => known[language].base.has(kb.keys(word, language)[0]);

  Object.assign(kb, { worth, isWeak });
})((globalThis.kbSearch ??= {}));
