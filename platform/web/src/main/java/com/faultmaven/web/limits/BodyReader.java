package com.faultmaven.web.limits;

import com.faultmaven.kernel.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a request body whole, in bounded time and memory, before anything is done about it. */
final class BodyReader {

  /** A client that announces much and sends little takes no more than this. */
  private static final int FIRST = 1024;

  /** The byte order mark some clients begin a text with, RFC 8259 section 8.1. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final int limit;
  private final Duration deadline;

  BodyReader(LimitProperties properties) {
    this.limit = Math.toIntExact(properties.body().toBytes());
    this.deadline = properties.bodyDeadline();
  }

  /**
   * The body of the request; null if it has none.
   *
   * @param share of the budget, from which the bytes are taken as they come
   * @throws UnsupportedCoding if the body is compressed
   * @throws BodyTooLarge by its announced length, or as soon as it is
   * @throws BodyTooSlow if it is not there in time
   * @throws BrokenBody if it ends before its end
   */
  byte @Nullable [] read(HttpServletRequest request, BodyBudget.Share share) {
    long announced = request.getContentLengthLong();
    if (announced == 0 || announced < 0 && request.getHeader("Transfer-Encoding") == null) {
      return null;
    }
    UnsupportedCoding.refuseAnyIn(request);
    if (announced > limit) {
      throw BodyTooLarge.over(limit);
    }
    try {
      return read(request.getInputStream(), announced, share);
    } catch (IOException broken) {
      throw answered(request, isTimeout(broken) ? BodyTooSlow.after(deadline) : new BrokenBody());
    }
  }

  private byte[] read(InputStream in, long announced, BodyBudget.Share share) throws IOException {
    long end = System.nanoTime() + deadline.toNanos();
    byte[] body = new byte[announced < 0 ? FIRST : (int) Math.min(announced, FIRST)];
    share.take(body.length);
    int length = 0;
    while (length != announced) {
      if (length == body.length) {
        body = grown(body, announced, share);
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
  private byte[] grown(byte[] body, long announced, BodyBudget.Share share) {
    long most = announced < 0 ? limit + 1L : announced;
    int length = (int) Math.min(2L * body.length, most);
    share.take(length - body.length);
    return Arrays.copyOf(body, length);
  }

  private static boolean isTimeout(IOException failure) {
    return failure instanceof SocketTimeoutException
        || failure.getCause() instanceof SocketTimeoutException;
  }

  /** The container has decided to answer such a failure itself, and asks here what to say. */
  private static Refusal answered(HttpServletRequest request, Refusal refusal) {
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
    return refusal;
  }
}
