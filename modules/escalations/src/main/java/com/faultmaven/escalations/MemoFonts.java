package com.faultmaven.escalations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontSelector;

/**
 * The letters of a memo. Latin, Greek, Cyrillic and Hebrew ones go with it; those of Chinese,
 * Japanese and Korean come from whoever reads it, as PDF has it. A font keeps its place in its file
 * while it is written, so each memo has its own.
 */
final class MemoFonts {

  /** Stands for letters that are in none of the fonts. */
  static final char UNKNOWN = '\u25A1';

  private static final String OWN = "font-fallback/LiberationSans-Regular.ttf";

  private final List<BaseFont> faces =
      List.of(
          own(),
          readers("STSong-Light", "UniGB-UCS2-H"),
          readers("HYGoThic-Medium", "UniKS-UCS2-H"));

  private boolean lacking;

  /** Whether some letters were unknown. */
  boolean isLacking() {
    return lacking;
  }

  /** Text in these fonts; what nobody sees, such as what turns its direction, is left out. */
  String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("\\R", "\n")
        .codePoints()
        .forEach(letter -> append(letter, shown));
    return shown.toString();
  }

  private void append(int letter, StringBuilder shown) {
    if (letter == '\n') {
      shown.append('\n');
      return;
    }
    int type = Character.getType(letter);
    if (type == Character.CONTROL || Character.isSpaceChar(letter)) {
      shown.append(' ');
    } else if (type != Character.FORMAT) {
      boolean known = faces.stream().anyMatch(it -> it.charExists(letter));
      lacking |= !known;
      shown.appendCodePoint(known ? letter : UNKNOWN);
    }
  }

  /** What is {@link #shown} of a text, each letter in the first font that has it. */
  Phrase phrase(String shown, float size, int style) {
    FontSelector selector = new FontSelector();
    faces.forEach(it -> selector.addFont(new Font(it, size, style)));
    return selector.process(shown);
  }

  private static BaseFont own() {
    try {
      BaseFont font =
          BaseFont.createFont(OWN, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, null, null);
      font.setSecureRandom(new Same());
      return font;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static BaseFont readers(String name, String encoding) {
    try {
      return BaseFont.createFont(name, encoding, BaseFont.NOT_EMBEDDED);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * A font that goes along gets a name that is drawn; as there is one, it may be the same always.
   */
  private static final class Same extends SecureRandom {

    private static final long serialVersionUID = 1;

    @Override
    public double nextDouble() {
      return 0;
    }
  }
}
