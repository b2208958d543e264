package com.faultmaven.bench.sql;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message that gives the parameters of a statement.
 *
 * @param before what precedes the parameters
 * @param after what follows them
 */
record Bind(String statement, byte[] before, List<Parameter> parameters, byte[] after) {

  /**
   * @param value null for SQL's null
   */
  record Parameter(boolean binary, byte @Nullable [] value) {}

  static Bind of(byte[] message) {
    String portal = Protocol.string(message, 5);
    String statement = Protocol.string(message, 6 + portal.length());
    ByteBuffer in = ByteBuffer.wrap(message);
    in.position(7 + portal.length() + statement.length());
    short[] formats = new short[in.getShort()];
    for (int n = 0; n < formats.length; n++) {
      formats[n] = in.getShort();
    }
    int count = in.getShort();
    byte[] before = Arrays.copyOfRange(message, 5, in.position());
    List<Parameter> parameters = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      int length = in.getInt();
      byte[] value = length < 0 ? null : new byte[length];
      if (value != null) {
        in.get(value);
      }
      short format = formats.length == 0 ? 0 : formats[formats.length == 1 ? 0 : n];
      parameters.add(new Parameter(format == 1, value));
    }
    return new Bind(
        statement, before, parameters, Arrays.copyOfRange(message, in.position(), message.length));
  }

  /** The same message with other values. */
  byte[] with(List<Piece> pieces, Values values) {
    return Protocol.message('B', Protocol.parameters(before, pieces, after, values));
  }
}
