package com.faultmaven.web.limits;

import java.util.HashSet;
import java.util.Set;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The connections on which some headers have come and others have not; only some may be. */
final class WaitingHeaders {

  private final int most;
  private final Set<SocketWrapperBase<?>> connections = new HashSet<>();

  WaitingHeaders(int most) {
    this.most = most;
  }

  /** Whether this one may be waited for. Nobody says when one of them is closed. */
  synchronized boolean add(SocketWrapperBase<?> connection) {
    if (connections.size() >= most) {
      connections.removeIf(SocketWrapperBase::isClosed);
    }
    return connections.size() < most && connections.add(connection);
  }

  synchronized void remove(SocketWrapperBase<?> connection) {
    connections.remove(connection);
  }
}
