package com.faultmaven.bench.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Stands between the service and its database, and records what they say. */
public final class Recorder implements AutoCloseable {

  private static final int SSL_REQUEST = 80_877_103;

  private final ServerSocket server;
  private final int database;
  private final List<Session> sessions = new CopyOnWriteArrayList<>();

  public Recorder(int database) throws IOException {
    this.database = database;
    server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Where the service finds the database. */
  public int port() {
    return server.getLocalPort();
  }

  /** What the service says on the connection that serves a request, while this one is served. */
  public Recording record(Request request) throws IOException {
    sessions.forEach(Session::forget);
    request.send();
    List<Session> used =
        sessions.stream()
            .filter(Session::servesRequests)
            .filter(session -> !session.exchanges().isEmpty())
            .toList();
    if (used.size() != 1) {
      throw new IllegalStateException("A request used " + used.size() + " connections.");
    }
    return used.getFirst().recording();
  }

  /** Something that makes the service use its database. */
  public interface Request {
    void send() throws IOException;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (SocketException closed) {
      // that is how it ends
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void connect(Socket client) {
    try (client;
        Socket postgres = new Socket(InetAddress.getLoopbackAddress(), database)) {
      client.setTcpNoDelay(true);
      postgres.setTcpNoDelay(true);
      Session session = new Session(startup(client));
      sessions.add(session);
      postgres.getOutputStream().write(session.startup());
      Messages answers = new Messages(session::received);
      Thread back = Thread.ofVirtual().start(() -> pump(postgres, client, answers::add));
      Messages words = new Messages(session::sent);
      pump(client, postgres, words::add);
      postgres.shutdownOutput();
      back.join();
    } catch (SocketException gone) {
      // one of the two ended
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The only message without a type; a request for encryption, which may precede it, is declined.
   */
  private static byte[] startup(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    while (true) {
      byte[] length = in.readNBytes(4);
      byte[] rest = in.readNBytes(ByteBuffer.wrap(length).getInt() - 4);
      if (ByteBuffer.wrap(rest).getInt() != SSL_REQUEST) {
        return ByteBuffer.allocate(4 + rest.length).put(length).put(rest).array();
      }
      client.getOutputStream().write('N');
    }
  }

  private static void pump(Socket from, Socket to, BiConsumer<byte[], Integer> recorder) {
    byte[] bytes = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        recorder.accept(bytes, count);
        out.write(bytes, 0, count);
      }
    } catch (SocketException gone) {
      // the service or the database ended
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
