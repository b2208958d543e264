package com.faultmaven.web.limits;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the line and the headers of a request take too long, however
 * steadily they trickle, and says of those that are too large that they are. Looked at with each
 * byte: the time-out of the connection ends a silence. Each takes buffers meanwhile, so only some
 * may be on their way.
 */
final class HeaderDeadline extends TakingTurns {

  private static final String TOO_LARGE =
      StringManager.getManager(Http11InputBuffer.class)
          .getString("iib.requestheadertoolarge.error");
  private static final int TOO_LARGE_STATUS = 431;

  private final long nanos;
  private final WaitingHeaders waiting;
  private boolean waits;

  HeaderDeadline(
      Http11NioProtocol protocol,
      Adapter adapter,
      BooleanSupplier letOthersRun,
      Duration deadline,
      WaitingHeaders waiting) {
    super(protocol, adapter, letOthersRun);
    this.nanos = deadline.toNanos();
    this.waiting = waiting;
  }

  @Override
  public SocketState service(SocketWrapperBase<?> socket) throws IOException {
    if (waits) {
      waiting.remove(socket);
    }
    SocketState state = super.service(socket);
    // long is what waits for more of its headers, and what is answered later
    waits = state == SocketState.LONG && !isAsync();
    return waits && (isOver() || !waiting.add(socket)) ? SocketState.CLOSED : state;
  }

  /** Tomcat calls it a bad request, of which nobody knows what is bad. */
  @Override
  protected void setErrorState(ErrorState state, @Nullable Throwable failure) {
    super.setErrorState(state, failure);
    if (failure != null && TOO_LARGE.equals(failure.getMessage())) {
      response.setStatus(TOO_LARGE_STATUS);
      response.addHeader("Connection", "close");
    }
  }

  private boolean isOver() {
    long firstByte = request.getStartTimeNanos();
    return firstByte >= 0 && System.nanoTime() - firstByte > nanos;
  }
}
