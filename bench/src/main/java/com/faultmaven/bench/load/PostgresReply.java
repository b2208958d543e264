package com.faultmaven.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;

/** The answer to a step of a transaction in PostgreSQL's protocol. Rows are skipped. */
final class PostgresReply implements Reply {

  private static final int KEPT = 1024;

  private final byte[] header = new byte[5];
  private final byte[] kept = new byte[KEPT];
  private List<String> expected = List.of();
  private List<Integer> answers = List.of();
  private int step;
  private int ready;
  private int tags;
  private String failure = "";
  private int headerLength;
  private int keptLength;
  private int left;

  @Override
  public void expect(Message message) {
    expected = message.tags();
    answers = message.answers();
    step = 0;
    ready = 0;
    tags = 0;
    failure = "";
  }

  @Override
  public boolean read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (headerLength < header.length) {
        header[headerLength++] = bytes.get();
        if (headerLength < header.length) {
          continue;
        }
        left = ByteBuffer.wrap(header, 1, 4).getInt() - 4;
        keptLength = 0;
      }
      skip(bytes);
      if (left == 0) {
        headerLength = 0;
        if (ends((char) header[0])) {
          return true;
        }
      }
    }
    return false;
  }

  private void skip(ByteBuffer bytes) {
    int some = Math.min(left, bytes.remaining());
    int keep = isOfInterest((char) header[0]) ? Math.min(some, KEPT - keptLength) : 0;
    bytes.get(kept, keptLength, keep);
    keptLength += keep;
    bytes.position(bytes.position() + some - keep);
    left -= some;
  }

  private static boolean isOfInterest(char type) {
    return type == 'C' || type == 'E';
  }

  private boolean ends(char type) {
    switch (type) {
      case 'C' -> complete(new String(kept, 0, Math.max(0, keptLength - 1), UTF_8));
      case 'E' -> fail(new String(kept, 0, keptLength, UTF_8).replace('\0', ' '));
      case 'Z' -> ready++;
      default -> {}
    }
    if (type == 'Z' && ready == answers.get(step)) {
      step++;
      ready = 0;
      return true;
    }
    return false;
  }

  /** How many rows a query finds differs from case to case; how many a change changes does not. */
  private void complete(String tag) {
    if (tags >= expected.size()) {
      fail("unexpected " + tag);
    } else if (!tag.startsWith("SELECT") && !tag.equals(expected.get(tags))) {
      fail(tag + " instead of " + expected.get(tags));
    }
    tags++;
  }

  private void fail(String how) {
    failure = failure.isEmpty() ? how : failure;
  }

  @Override
  public Outcome outcome() {
    return failure.isEmpty() && tags == expected.size() ? Outcome.DONE : Outcome.FAILED;
  }

  @Override
  public String detail() {
    return failure;
  }

  @Override
  public boolean closes() {
    return false;
  }
}
