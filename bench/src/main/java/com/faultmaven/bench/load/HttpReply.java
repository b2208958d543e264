package com.faultmaven.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;

/** The answer to a request over HTTP/1.1, with a length or in chunks. Bodies are skipped. */
final class HttpReply implements Reply {

  private static final int LONGEST_HEAD = 16_384;

  private enum Part {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    AFTER_CHUNK,
    TRAILER
  }

  private final byte[] head = new byte[LONGEST_HEAD];
  private int expected;
  private Part part = Part.HEAD;
  private int length;
  private long left;
  private int lineLength;
  private int status;
  private boolean closes;

  @Override
  public void expect(Message message) {
    expected = message.status();
    part = Part.HEAD;
    length = 0;
    closes = false;
  }

  @Override
  public boolean read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      boolean complete =
          switch (part) {
            case HEAD -> readHead(bytes.get());
            case BODY -> skip(bytes) && left == 0;
            case CHUNK -> skip(bytes) && endChunk();
            case CHUNK_SIZE -> readSize(bytes.get());
            case AFTER_CHUNK -> readEndOfChunk(bytes.get());
            case TRAILER -> readTrailer(bytes.get());
          };
      if (complete) {
        return true;
      }
    }
    return false;
  }

  private boolean readHead(byte next) {
    if (length == LONGEST_HEAD) {
      throw new IllegalStateException("The head of an answer is too long.");
    }
    head[length++] = next;
    boolean ends =
        next == '\n' && length >= 4 && head[length - 3] == '\n' && head[length - 2] == '\r';
    return ends && endHead();
  }

  private boolean endHead() {
    status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + head[11] - '0';
    String fields = new String(head, 0, length, ISO_8859_1).toLowerCase(Locale.ROOT);
    closes = fields.contains("\r\nconnection: close");
    if (fields.contains("\r\ntransfer-encoding: chunked")) {
      startChunk();
      return false;
    }
    int field = fields.indexOf("\r\ncontent-length:");
    left =
        field < 0
            ? 0
            : Long.parseLong(fields.substring(field + 17, fields.indexOf('\r', field + 2)).strip());
    part = Part.BODY;
    return left == 0;
  }

  private boolean skip(ByteBuffer bytes) {
    int some = (int) Math.min(left, bytes.remaining());
    bytes.position(bytes.position() + some);
    left -= some;
    return true;
  }

  private boolean endChunk() {
    if (left == 0) {
      part = Part.AFTER_CHUNK;
    }
    return false;
  }

  private void startChunk() {
    part = Part.CHUNK_SIZE;
    left = 0;
  }

  private boolean readSize(byte next) {
    int digit = Character.digit(next, 16);
    if (digit >= 0) {
      left = left * 16 + digit;
    } else if (next == '\n') {
      part = left == 0 ? Part.TRAILER : Part.CHUNK;
      lineLength = 0;
    }
    return false;
  }

  private boolean readEndOfChunk(byte next) {
    if (next == '\n') {
      startChunk();
    }
    return false;
  }

  private boolean readTrailer(byte next) {
    if (next == '\n') {
      boolean ends = lineLength == 0;
      lineLength = 0;
      return ends;
    }
    lineLength += next == '\r' ? 0 : 1;
    return false;
  }

  @Override
  public Outcome outcome() {
    if (status == expected) {
      return Outcome.DONE;
    }
    return switch (status) {
      case 429 -> Outcome.REFUSED_CALLER;
      case 503 -> Outcome.REFUSED;
      default -> Outcome.FAILED;
    };
  }

  @Override
  public String detail() {
    return new String(head, 0, length, ISO_8859_1).strip();
  }

  @Override
  public boolean closes() {
    return closes;
  }
}
