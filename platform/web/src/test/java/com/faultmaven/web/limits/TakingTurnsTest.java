package com.faultmaven.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TakingTurnsTest {

  private final Tomcat server = new Tomcat();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final AtomicInteger turns = new AtomicInteger();
  private final Queue<Runnable> meanwhile = new ArrayDeque<>();
  private final AtomicBoolean tooMany = new AtomicBoolean();

  /** What stands for the threads of others: the next thing that happens in a turn. */
  private boolean turn() {
    turns.incrementAndGet();
    Runnable next = meanwhile.poll();
    if (next != null) {
      next.run();
    }
    return !tooMany.get();
  }

  private final class Protocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
      return new TakingTurns(this, getAdapter(), TakingTurnsTest.this::turn);
    }
  }

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    Protocol protocol = new Protocol();
    protocol.setExecutor(new VirtualThreadExecutor("http-"));
    Connector connector = new Connector(protocol);
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    server.setBaseDir(directory.toString());
    server.setConnector(connector);
    Context context = server.addContext("", null);
    Tomcat.addServlet(
        context,
        "thread",
        new HttpServlet() {
          @Override
          protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            threads.add(Thread.currentThread());
          }
        });
    context.addServletMappingDecoded("/", "thread");
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    server.destroy();
  }

  @Test
  void servesWhatCameMeanwhileOnTheSameThread() throws IOException {
    try (Client client = new Client()) {
      meanwhile.add(client::ask);
      client.ask();

      client.awaitAnswers(2);
    }

    assertThat(threads).hasSize(2);
    assertThat(threads.getFirst()).isSameAs(threads.getLast());
  }

  /** It may be idle for a minute, and there may be thousands like it. */
  @Test
  void leavesAnIdleConnectionToThePoller() throws Exception {
    try (Client client = new Client()) {
      client.ask();
      client.awaitAnswers(1);
      threads.getFirst().join();

      client.ask();
      client.awaitAnswers(1);
      threads.getLast().join();
    }

    assertThat(threads).doesNotHaveDuplicates().hasSize(2);
    assertThat(turns).hasValue(2);
  }

  @Test
  void leavesWhatCameMeanwhileToThePollerWhenTooManyWait() throws IOException {
    tooMany.set(true);
    try (Client client = new Client()) {
      meanwhile.add(client::ask);
      client.ask();

      client.awaitAnswers(2);
    }

    assertThat(threads).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void endsWithAConnectionThatIsClosedMeanwhile() throws Exception {
    Client client = new Client();
    meanwhile.add(client::close);
    client.ask();

    client.awaitAnswers(1);
    threads.getFirst().join();

    assertThat(turns).hasValue(1);
  }

  private final class Client implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    Client() throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), server.getConnector().getLocalPort());
      answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** What is sent over the loopback is there when this returns. */
    void ask() {
      try {
        socket
            .getOutputStream()
            .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    /** Each is a head without a body. */
    void awaitAnswers(int count) throws IOException {
      for (int n = 0; n < count; n++) {
        assertThat(answers.readLine()).startsWith("HTTP/1.1 200");
        while (!answers.readLine().isEmpty()) {
          // the rest of the head
        }
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
