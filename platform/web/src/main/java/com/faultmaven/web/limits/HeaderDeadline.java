package com.faultmaven.web.limits;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Closes a connection on which the line and the headers of a request take too long, however
 * steadily they trickle. Looked at with each byte: the time-out of the connection ends a silence.
 */
final class HeaderDeadline extends Http11Processor {

  private final long nanos;

  HeaderDeadline(Http11NioProtocol protocol, Adapter adapter, Duration deadline) {
    super(protocol, adapter);
    this.nanos = deadline.toNanos();
  }

  @Override
  public SocketState service(SocketWrapperBase<?> socket) throws IOException {
    SocketState state = super.service(socket);
    // long is what waits for more of its headers, and what is answered later
    return state == SocketState.LONG && !isAsync() && isOver() ? SocketState.CLOSED : state;
  }

  private boolean isOver() {
    long firstByte = request.getStartTimeNanos();
    return firstByte >= 0 && System.nanoTime() - firstByte > nanos;
  }
}
