package com.faultmaven.bench.sql;

import java.nio.ByteBuffer;

/**
 * The message that prepares a statement.
 *
 * @param types object ids of its parameters' types, 0 where the server is to find out
 */
record Statement(String name, byte[] message, int[] types) {

  static Statement of(byte[] message) {
    String name = Protocol.string(message, 5);
    String sql = Protocol.string(message, 6 + name.length());
    ByteBuffer in = ByteBuffer.wrap(message);
    in.position(7 + name.length() + sql.length());
    int[] types = new int[in.getShort()];
    for (int n = 0; n < types.length; n++) {
      types[n] = in.getInt();
    }
    return new Statement(name, message, types);
  }

  /** 0 where the server was to find out. */
  int type(int parameter) {
    return parameter < types.length ? types[parameter] : 0;
  }
}
