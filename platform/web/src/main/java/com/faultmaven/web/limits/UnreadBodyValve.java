package com.faultmaven.web.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Drops what is left of a body when its request has been answered. A client that still sends would
 * see its connection reset instead of the answer, so it is read on for a moment; then the
 * connection is closed.
 */
final class UnreadBodyValve extends ValveBase {

  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final int TIMED_OUT = 408;

  UnreadBodyValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (!request.isAsync() && !request.getCoyoteRequest().isFinished()) {
      response.finishResponse();
      if (isSlowOrWaiting(request, response) || !hasEnded(request)) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  /** Either has had its time, or waits for a leave to send that it will not get. */
  private static boolean isSlowOrWaiting(Request request, Response response) {
    return response.getStatus() == TIMED_OUT || request.getCoyoteRequest().hasExpectation();
  }

  private static boolean hasEnded(Request request) {
    long end = System.nanoTime() + MOMENT.toNanos();
    Dropped dropped = new Dropped();
    try {
      while (System.nanoTime() - end < 0) {
        // the request itself reads no further once its answer is finished
        if (request.getCoyoteRequest().doRead(dropped) < 0) {
          return true;
        }
      }
    } catch (IOException gone) {
      return false;
    }
    return false;
  }

  /** Takes what the connector reads, and forgets it. */
  private static final class Dropped implements ApplicationBufferHandler {

    private @Nullable ByteBuffer buffer;

    @Override
    public void setByteBuffer(@Nullable ByteBuffer read) {
      buffer = read;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {}
  }
}
