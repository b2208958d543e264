package com.faultmaven.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;

/**
 * Sockets of connections to the database, on which nobody waits for ever and no read sets a timer.
 * Public, since the driver makes it by its name.
 */
public final class TimedSockets extends SocketFactory {

  /** By as much a timeout may be late. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private static final Set<TimedSocket> CONNECTED = ConcurrentHashMap.newKeySet();

  static {
    Thread.ofPlatform().daemon().name("database-timeouts").start(TimedSockets::watch);
  }

  private static void watch() {
    while (true) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      long now = System.nanoTime();
      CONNECTED.forEach(socket -> socket.giveUpIfSilent(now));
    }
  }

  @Override
  public Socket createSocket() {
    return new TimedSocket(CONNECTED);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return unsupported();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return unsupported();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return unsupported();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return unsupported();
  }

  private static Socket unsupported() {
    throw new UnsupportedOperationException("The driver connects its sockets itself.");
  }
}
