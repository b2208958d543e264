package com.faultmaven.kernel.json;

import java.io.Writer;

/** Counts the bytes of what is written instead of keeping them. */
final class Utf8Length extends Writer {

  private long bytes;

  @Override
  public void write(char[] text, int offset, int length) {
    for (int index = offset; index < offset + length; index++) {
      bytes += bytesOf(text[index]);
    }
  }

  /** Half of a pair of surrogates is half of four bytes. */
  private static int bytesOf(char unit) {
    if (unit < 0x80) {
      return 1;
    }
    return unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  long bytes() {
    return bytes;
  }
}
