package com.faultmaven.escalations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.UUID;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Text on the pages of a PDF, paragraph by paragraph. The same text at the same time is the same
 * file. Where letters are missing, the whole text goes along inside.
 */
final class MemoPages {

  private static final float MARGIN = 56;
  private static final float LEADING = 1.3f;
  private static final String LACKING =
      MemoFonts.UNKNOWN
          + " stands for a letter that this page has not. The file memo.txt within this document has the"
          + " whole text.";

  private final MemoFonts fonts = new MemoFonts();
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream pdf = new ByteArrayOutputStream();
  private final Document document = new Document(PageSize.A4);
  private final PdfWriter writer = PdfWriter.getInstance(document, pdf);
  private final Instant at;
  private final ColumnText column;

  MemoPages(String title, Instant at) {
    this.at = at;
    document.addTitle(fonts.shown(title));
    document.open();
    column = new ColumnText(writer.getDirectContent());
    beginPage();
  }

  void heading(String words, float size) {
    add(words, size, Font.BOLD);
  }

  void paragraph(String words) {
    add(words, 10, Font.NORMAL);
  }

  private void add(String words, float size, int style) {
    text.append(words).append('\n');
    String shown = fonts.shown(words);
    Paragraph paragraph = new Paragraph(fonts.phrase(shown, size, style));
    paragraph.setLeading(0, LEADING);
    paragraph.setSpacingAfter(size / 2);
    paragraph.setRunDirection(direction(shown));
    column.addElement(paragraph);
    while (ColumnText.hasMoreText(column.go())) {
      document.newPage();
      beginPage();
    }
  }

  private void beginPage() {
    column.setSimpleColumn(
        MARGIN, MARGIN, PageSize.A4.getWidth() - MARGIN, PageSize.A4.getHeight() - MARGIN);
  }

  private static int direction(String shown) {
    if (!Bidi.requiresBidi(shown.toCharArray(), 0, shown.length())) {
      return PdfWriter.RUN_DIRECTION_NO_BIDI;
    }
    Bidi bidi = new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    return bidi.baseIsLeftToRight() ? PdfWriter.RUN_DIRECTION_LTR : PdfWriter.RUN_DIRECTION_RTL;
  }

  byte[] close() {
    byte[] whole = text.toString().getBytes(StandardCharsets.UTF_8);
    if (fonts.isLacking()) {
      paragraph(LACKING);
      attach(whole);
    }
    PdfDictionary info = writer.getInfo();
    info.put(PdfName.CREATIONDATE, new PdfDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC))));
    byte[] id = id(whole);
    info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    document.close();
    return pdf.toByteArray();
  }

  private static byte[] id(byte[] whole) {
    UUID name = UUID.nameUUIDFromBytes(whole);
    return ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(name.getMostSignificantBits())
        .putLong(name.getLeastSignificantBits())
        .array();
  }

  private void attach(byte[] whole) {
    try {
      writer.addFileAttachment("memo.txt", whole, null, "memo.txt");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
