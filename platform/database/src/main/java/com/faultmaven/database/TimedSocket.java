package com.faultmaven.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Set;

/**
 * A socket whose timeout is kept by somebody who looks at it now and then. A timer for each read,
 * as the JDK has it for virtual threads, wakes another thread twice for each statement. It is
 * closed when its timeout has passed: what comes later would be the answer to something else.
 */
final class TimedSocket extends Socket {

  /** Shorter ones are kept to the millisecond. */
  private static final int SHORTEST_MILLIS = 1000;

  private static final long NANOS_OF_A_MILLI = 1_000_000;
  private static final long NOT_READING = 0;

  private final Set<TimedSocket> connected;
  private volatile int timeoutMillis;
  private volatile long readingSince = NOT_READING;
  private volatile boolean timedOut;

  /**
   * @param connected where it is to be found until it is closed
   */
  TimedSocket(Set<TimedSocket> connected) {
    this.connected = connected;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    super.connect(endpoint, timeout);
    connected.add(this);
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    boolean isLong = millis >= SHORTEST_MILLIS;
    super.setSoTimeout(isLong ? 0 : millis);
    timeoutMillis = isLong ? millis : 0;
  }

  @Override
  public int getSoTimeout() throws SocketException {
    int millis = timeoutMillis;
    return millis > 0 ? millis : super.getSoTimeout();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Reads(super.getInputStream());
  }

  @Override
  public void close() throws IOException {
    connected.remove(this);
    super.close();
  }

  /**
   * Closes it if a read has taken longer than its timeout.
   *
   * @param now as of {@link System#nanoTime}
   */
  void giveUpIfSilent(long now) {
    long since = readingSince;
    int millis = timeoutMillis;
    if (since == NOT_READING || millis == 0 || now - since < millis * NANOS_OF_A_MILLI) {
      return;
    }
    timedOut = true;
    try {
      close();
    } catch (IOException closed) {
      // the read that waits fails in any case
    }
  }

  private final class Reads extends FilterInputStream {

    Reads(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      readingSince = System.nanoTime() | 1;
      try {
        return super.read(bytes, offset, length);
      } catch (SocketException broken) {
        if (timedOut) {
          throw new SocketTimeoutException("Read timed out");
        }
        throw broken;
      } finally {
        readingSince = NOT_READING;
      }
    }

    /** Ends the connection, as that of the socket does. */
    @Override
    public void close() throws IOException {
      TimedSocket.this.close();
    }
  }
}
