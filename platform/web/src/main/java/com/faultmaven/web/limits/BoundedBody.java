package com.faultmaven.web.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;

/** A body that refuses to be read past its bound or its time. */
final class BoundedBody extends ServletInputStream {

  private final ServletInputStream body;
  private final long limit;
  private final Duration deadline;
  private final ServletRequest request;
  private final long end;
  private long length;

  BoundedBody(ServletInputStream body, long limit, Duration deadline, ServletRequest request) {
    this.body = body;
    this.limit = limit;
    this.deadline = deadline;
    this.request = request;
    this.end = System.nanoTime() + deadline.toNanos();
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * As any stream reads.
   *
   * @throws BodyTooLarge if there is more than the bound
   * @throws BodyTooSlow if the time is over, or nothing comes for too long
   * @throws BrokenBody if it ends before its end
   */
  @Override
  public int read(byte[] buffer, int offset, int count) {
    int read = readOn(buffer, offset, count);
    if (read > 0) {
      length += read;
      if (length > limit) {
        throw BodyTooLarge.over(limit);
      }
      if (System.nanoTime() - end > 0) {
        throw BodyTooSlow.whileStreamed(deadline);
      }
    }
    return read;
  }

  private int readOn(byte[] buffer, int offset, int count) {
    try {
      return body.read(buffer, offset, count);
    } catch (IOException broken) {
      throw BodyFailures.of(broken, BodyTooSlow.whileStreamed(deadline), request);
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new UnsupportedOperationException("read it as a stream");
  }
}
