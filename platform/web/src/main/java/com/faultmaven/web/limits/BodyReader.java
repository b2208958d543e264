package com.faultmaven.web.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a request body whole, in bounded time and memory, before anything is done about it. */
final class BodyReader {

  /** A client that announces much and sends little takes no more than this. */
  private static final int FIRST = 1024;

  /** The byte order mark some clients begin a text with, RFC 8259 section 8.1. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final int everywhere;
  private final Duration deadline;

  BodyReader(LimitProperties properties) {
    this.everywhere = Math.toIntExact(properties.body().toBytes());
    this.deadline = properties.bodyDeadline();
  }

  /**
   * The body of the request; null if it has none.
   *
   * @param bound how many bytes it may have; null for what goes everywhere
   * @param room from which the bytes are taken as they come
   * @throws UnsupportedCoding if the body is compressed
   * @throws BodyTooLarge by its announced length, or as soon as it is
   * @throws BodyTooSlow if it is not there in time
   * @throws BrokenBody if it ends before its end
   */
  byte @Nullable [] read(HttpServletRequest request, @Nullable Long bound, BodyRoom room) {
    long announced = request.getContentLengthLong();
    if (announced == 0 || announced < 0 && request.getHeader("Transfer-Encoding") == null) {
      return null;
    }
    UnsupportedCoding.refuseAnyIn(request);
    int limit = bound == null ? everywhere : Math.toIntExact(bound);
    if (announced > limit) {
      throw BodyTooLarge.over(limit);
    }
    try {
      byte[] body = read(request.getInputStream(), announced, limit, room);
      room.arrived();
      return body;
    } catch (IOException broken) {
      throw BodyFailures.of(broken, BodyTooSlow.after(deadline), request);
    }
  }

  private byte[] read(InputStream in, long announced, int limit, BodyRoom room) throws IOException {
    long end = System.nanoTime() + deadline.toNanos();
    byte[] body = new byte[announced < 0 ? FIRST : (int) Math.min(announced, FIRST)];
    room.take(body.length);
    int length = 0;
    while (length != announced) {
      if (length == body.length) {
        body = grown(body, announced < 0 ? limit + 1L : announced, room);
      }
      if (in.available() == 0) {
        room.await();
      }
      int read = in.read(body, length, body.length - length);
      if (read < 0) {
        break;
      }
      length += read;
      if (length > limit) {
        throw BodyTooLarge.over(limit);
      }
      if (length != announced && System.nanoTime() - end > 0) {
        throw BodyTooSlow.after(deadline);
      }
    }
    int start = startsWithMark(body, length) ? MARK.length : 0;
    return start == 0 && length == body.length ? body : Arrays.copyOfRange(body, start, length);
  }

  private static boolean startsWithMark(byte[] body, int length) {
    return length >= MARK.length && Arrays.equals(body, 0, MARK.length, MARK, 0, MARK.length);
  }

  /** Twice as large, up to one more than the limit, which shows that there is too much. */
  private static byte[] grown(byte[] body, long most, BodyRoom room) {
    int length = (int) Math.min(2L * body.length, most);
    room.take(length - body.length);
    return Arrays.copyOf(body, length);
  }
}
