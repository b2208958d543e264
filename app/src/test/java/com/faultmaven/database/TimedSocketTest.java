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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimedSocketTest {

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
  void countsFromTheBeginningOfEachRead() throws IOException, InterruptedException {
    socket.setSoTimeout(1000);
    for (int n = 1; n <= 4; n++) {
      CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> read(1000));
      Thread.sleep(400);
      peer.getOutputStream().write(n);
      assertThat(read.join()).isEqualTo(n);
    }
  }

  @Test
  void leavesAConnectionThatNobodyReads() throws IOException, InterruptedException {
    socket.setSoTimeout(1000);
    Thread.sleep(1600);
    peer.getOutputStream().write(200);

    assertThat(socket.getInputStream().read()).isEqualTo(200);
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

  private int read(int timeoutMillis) {
    try {
      socket.setSoTimeout(timeoutMillis);
      return socket.getInputStream().read();
    } catch (IOException failed) {
      throw new CompletionException(failed);
    }
  }
}
