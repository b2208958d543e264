package com.faultmaven.bench.sql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** What is needed of PostgreSQL's protocol, version 3. */
final class Protocol {

  private Protocol() {}

  /** The bytes as characters, one for each. */
  static String text(byte[] message) {
    return new String(message, ISO_8859_1);
  }

  static byte[] concat(Iterable<byte[]> messages) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    messages.forEach(all::writeBytes);
    return all.toByteArray();
  }

  static char type(byte[] message) {
    return (char) message[0];
  }

  /** Each simple query and each synchronization is answered for itself. */
  static int answers(List<byte[]> messages) {
    return (int)
        messages.stream().filter(message -> type(message) == 'Q' || type(message) == 'S').count();
  }

  /** The zero-terminated string that begins there. */
  static String string(byte[] message, int at) {
    int end = at;
    while (message[end] != 0) {
      end++;
    }
    return new String(message, at, end - at, ISO_8859_1);
  }

  /** Each value behind its length. */
  static byte[] parameters(byte[] before, List<Piece> pieces, byte[] after, Values values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    out.writeBytes(before);
    for (Piece piece : pieces) {
      byte[] value = piece.value(values);
      int length = value == null ? -1 : value.length;
      out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
      if (value != null) {
        out.writeBytes(value);
      }
    }
    out.writeBytes(after);
    return out.toByteArray();
  }

  static byte[] message(char type, byte[] content) {
    return ByteBuffer.allocate(5 + content.length)
        .put((byte) type)
        .putInt(4 + content.length)
        .put(content)
        .array();
  }
}
