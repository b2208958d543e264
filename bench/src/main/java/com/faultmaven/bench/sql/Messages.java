package com.faultmaven.bench.sql;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts a stream of bytes into messages of the protocol. */
final class Messages {

  private static final int HEADER = 5;

  private final Consumer<byte[]> taker;
  private byte[] bytes = new byte[64 * 1024];
  private int length;

  Messages(Consumer<byte[]> taker) {
    this.taker = taker;
  }

  void add(byte[] some, int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
    System.arraycopy(some, 0, bytes, length, count);
    length += count;
    int at = 0;
    while (length - at >= HEADER) {
      int size = 1 + ByteBuffer.wrap(bytes, at + 1, 4).getInt();
      if (length - at < size) {
        break;
      }
      taker.accept(Arrays.copyOfRange(bytes, at, at + size));
      at += size;
    }
    System.arraycopy(bytes, at, bytes, 0, length - at);
    length -= at;
  }
}
