// A Word file of passages with their citations as endnotes: the parts of WordprocessingML (ECMA-376) in a zip archive
// without compression (APPNOTE 6.3.3).
(function (kb) {
  "use strict";
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const R = `xmlns:r="${RELATION}"`;
  // A4 and the margins of official documents, in twentieths of a point; the sheet's number at its head from the second
  // one on. LibreOffice looks for the form of the notes' numbers here, Word in the settings.
  const PAGE =
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>';
  const NUMBER = `<w:hdr ${W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>`;
  const STYLES = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:after="240"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:pPr><w:ind w:left="567"/></w:pPr><w:rPr><w:i/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="EndnoteText"><w:name w:val="endnote text"/><w:rPr><w:sz w:val="22"/></w:rPr></w:style><w:style w:type="character" w:styleId="EndnoteReference"><w:name w:val="endnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`;

  // What XML cannot hold is left out.
  const escaped = (words) =>
    words.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, "").replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  const run = (words) =>
    words.split("\n").map((line, number) => `<w:r>${number ? "<w:br/>" : ""}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`).join("");
  // Lines that are broken on purpose would be stretched over the sheet.
  const loose = (inside) => (inside.includes("<w:br/>") ? '<w:jc w:val="left"/>' : "");
  const paragraph = (style, inside) => `<w:p><w:pPr><w:pStyle w:val="${style}"/>${loose(inside)}</w:pPr>${inside}</w:p>`;
  const mark = (element) => `<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr>${element}</w:r>`;

  function document_(title, passages) {
    const body = passages.flatMap(({ words, translation, note }, number) => [
      paragraph("Normal", run(words) + mark(`<w:endnoteReference w:id="${number + 1}"/>`)),
      ...translation.map((each) => paragraph("Normal", run(each))),
      ...(note ? [paragraph("Note", run(note))] : []),
    ]);
    return `<w:document ${W} ${R}><w:body>${paragraph("Title", run(title))}${body.join("")}${PAGE}</w:body></w:document>`;
  }

  function endnotes(passages) {
    const ends = [["-1", "separator"], ["0", "continuationSeparator"]].map(
      ([id, type]) => `<w:endnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:endnote>`,
    );
    const notes = passages.map(({ citation }, number) => {
      const text = paragraph("EndnoteText", mark("<w:endnoteRef/>") + run(` ${citation}`));
      return `<w:endnote w:id="${number + 1}">${text}</w:endnote>`;
    });
    return `<w:endnotes ${W}>${ends.join("")}${notes.join("")}</w:endnotes>`;
  }

  function parts(title, passages) {
    const override = (name, type) => `<Override PartName="/word/${name}.xml" ContentType="${PARTS}.${type}+xml"/>`;
    const relation = (id, type, target) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
    const relations = (inside) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
    return {
      "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("document", "document.main")}${override("styles", "styles")}${override("endnotes", "endnotes")}${override("settings", "settings")}${override("header", "header")}</Types>`,
      "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
      "word/_rels/document.xml.rels": relations(
        ["styles", "endnotes", "settings", "header"].map((name, number) => relation(`rId${number + 1}`, name, `${name}.xml`)).join(""),
      ),
      "word/document.xml": document_(title, passages),
      "word/endnotes.xml": endnotes(passages),
      "word/settings.xml": `<w:settings ${W}><w:endnotePr><w:numFmt w:val="decimal"/><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
      "word/header.xml": NUMBER,
      "word/styles.xml": STYLES,
    };
  }

  const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  const crc = (bytes) => ~bytes.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), -1) >>> 0;

  function packed(numbers) {
    const bytes = new DataView(new ArrayBuffer(numbers.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    for (const [size, value] of numbers) {
      if (size === 2) bytes.setUint16(at, value, true);
      else bytes.setUint32(at, value, true);
      at += size;
    }
    return new Uint8Array(bytes.buffer);
  }

  // Names in UTF-8 (bit 11), no compression, the first of January 1980.
  function zip(files) {
    const encoder = new TextEncoder();
    const [local, central] = [[], []];
    let offset = 0;
    for (const [name, text] of Object.entries(files)) {
      const [path, content] = [encoder.encode(name), encoder.encode(HEAD + text)];
      const common = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 33], [4, crc(content)], [4, content.length], [4, content.length], [2, path.length], [2, 0]];
      const entry = [packed([[4, 0x04034b50], ...common]), path, content];
      central.push(packed([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), path);
      local.push(...entry);
      offset += entry.reduce((sum, part) => sum + part.length, 0);
    }
    const size = central.reduce((sum, part) => sum + part.length, 0);
    const count = Object.keys(files).length;
    const end = packed([[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]]);
    return new Blob([...local, ...central, end], { type: `${PARTS}.document` });
  }

  // Passages are { words, translation, note, citation }; a translation is a list, and may be empty.
  kb.docx = (title, passages) => zip(parts(title, passages));
})((globalThis.kbNotebook ??= {}));
