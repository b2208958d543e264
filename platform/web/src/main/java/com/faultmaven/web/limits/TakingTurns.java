package com.faultmaven.web.limits;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Looks once more for the next request of a connection, after the threads of others have had their
 * turn, before the server's poller watches it: under load it has come by then, and neither the
 * poller nor a thread of its own is needed. When nothing else is to be done, this costs one attempt
 * to read.
 */
class TakingTurns extends Http11Processor {

  private final BooleanSupplier letOthersRun;
  private int served;

  /**
   * @param letOthersRun whether they have had their turn; false when too many wait
   */
  TakingTurns(Http11NioProtocol protocol, Adapter adapter, BooleanSupplier letOthersRun) {
    super(protocol, adapter);
    this.letOthersRun = letOthersRun;
  }

  @Override
  public SocketState service(SocketWrapperBase<?> socket) throws IOException {
    SocketState state = super.service(socket);
    while (state == SocketState.OPEN && hasServed() && letOthersRun.getAsBoolean()) {
      state = super.service(socket);
    }
    return state;
  }

  /** Whether any request has been served since this was asked. */
  private boolean hasServed() {
    int before = served;
    served = request.getRequestProcessor().getRequestCount();
    return served != before;
  }
}
