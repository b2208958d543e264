package com.faultmaven.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimedSocketTest {

  private static final long SECOND = 1_000_000_000;

  private ServerSocket server;
  private Socket socket;
  private Socket peer;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    socket = new TimedSockets().createSocket();
    socket.connect(server.getLocalSocketAddress(), 5000);
    peer = server.accept();
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    peer.close();
    server.close();
  }

  @Test
  void givesUpWhenNothingArrivesForTooLong() throws IOException {
    socket.setSoTimeout(1000);
    Instant start = Instant.now();

    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);

    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(999));
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void givesUpAVirtualThreadThatReads() {
    CompletableFuture<Integer> read =
        CompletableFuture.supplyAsync(() -> read(1000), Thread::startVirtualThread);

    assertThatThrownBy(read::join).hasRootCauseInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void countsFromTheBeginningOfEachRead() throws IOException {
    TimedSocket watched = watchedByTheTest();
    Future<Integer> first = beginRead(watched);
    answer(1);
    assertThat(first).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(1);

    long before = System.nanoTime();
    Future<Integer> second = beginRead(watched);
    watched.giveUpIfSilent(before + SECOND - 1);
    answer(2);

    assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(2);
  }

  @Test
  void givesUpWhenTheTimeHasPassed() throws IOException {
    TimedSocket watched = watchedByTheTest();
    Future<Integer> read = beginRead(watched);

    watched.giveUpIfSilent(System.nanoTime() + SECOND);

    assertThat(read)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withRootCauseInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void leavesAConnectionThatNobodyReads() throws IOException {
    TimedSocket watched = watchedByTheTest();
    watched.giveUpIfSilent(System.nanoTime() + 60 * SECOND);
    answer(200);
    assertThat(watched.getInputStream().read()).isEqualTo(200);

    watched.giveUpIfSilent(System.nanoTime() + 60 * SECOND);

    assertThat(watched.isClosed()).isFalse();
  }

  @Test
  void keepsAShortTimeoutToTheMillisecondAndStaysOpen() throws IOException {
    socket.setSoTimeout(20);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);

    peer.getOutputStream().write(7);
    assertThat(socket.getInputStream().read()).isEqualTo(7);
  }

  @Test
  void saysWhichTimeoutItHas() throws IOException {
    for (int millis : new int[] {0, 1, 999, 1000, 10_000}) {
      socket.setSoTimeout(millis);
      assertThat(socket.getSoTimeout()).isEqualTo(millis);
    }
  }

  @Test
  void isClosedByOthersAsEverySocket() throws IOException {
    CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> read(10_000));
    await().until(() -> socket.getSoTimeout() == 10_000);
    socket.close();

    assertThatThrownBy(read::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseInstanceOf(SocketException.class);
  }

  @Test
  void readsTheEnd() throws IOException {
    peer.close();

    assertThat(socket.getInputStream().read()).isEqualTo(-1);
  }

  /** Instead of the other socket: nobody but the test looks at it. */
  private TimedSocket watchedByTheTest() throws IOException {
    close();
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    TimedSocket watched = new TimedSocket(new HashSet<>());
    watched.connect(server.getLocalSocketAddress(), 5000);
    watched.setSoTimeout(1000);
    peer = server.accept();
    socket = watched;
    return watched;
  }

  /** Returns when the read waits for an answer. */
  private static Future<Integer> beginRead(TimedSocket socket) throws IOException {
    FutureTask<Integer> read = new FutureTask<>(socket.getInputStream()::read);
    Thread reader = Thread.ofVirtual().start(read);
    await().until(() -> reader.getState() == Thread.State.WAITING);
    return read;
  }

  private void answer(int octet) throws IOException {
    peer.getOutputStream().write(octet);
  }

  private int read(int timeoutMillis) {
    try {
      socket.setSoTimeout(timeoutMillis);
      return socket.getInputStream().read();
    } catch (IOException failed) {
      throw new CompletionException(failed);
    }
  }
}
