package com.faultmaven.bench.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one parameter is made. */
sealed interface Piece {

  byte @Nullable [] value(Values values);

  /** The same each time. */
  record Constant(byte @Nullable [] value) implements Piece {

    @Override
    public byte @Nullable [] value(Values values) {
      return value;
    }
  }

  /** A binary number that follows a counter of the case. */
  record Number(int counter, long more, int width) implements Piece {

    @Override
    public byte[] value(Values values) {
      long number = values.counter(counter) + more;
      ByteBuffer out = ByteBuffer.allocate(width);
      return width == 4 ? out.putInt((int) number).array() : out.putLong(number).array();
    }
  }

  /** Bytes that are new to the database. */
  record Fresh(int number, int width) implements Piece {

    @Override
    public byte[] value(Values values) {
      return Arrays.copyOf(values.fresh(number), width);
    }
  }

  /**
   * A binary array of one dimension.
   *
   * @param header what precedes the elements
   */
  record Elements(byte[] header, List<Piece> elements) implements Piece {

    @Override
    public byte[] value(Values values) {
      return Protocol.parameters(header, elements, new byte[0], values);
    }
  }

  /** A text with replacements. */
  record Text(List<Part> parts) implements Piece {

    @Override
    public byte[] value(Values values) {
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> part.append(values, text));
      return text.toString().getBytes(UTF_8);
    }
  }

  /** A part of a text. */
  interface Part {
    void append(Values values, StringBuilder text);
  }
}
