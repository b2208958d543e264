package com.faultmaven.testing;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A network between the application and its PostgreSQL that can be broken in one way at a time. It
 * knows as much of the protocol as it takes to see a statement begin.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">The
 *     protocol</a>
 */
public final class DatabaseProxy implements AutoCloseable {

  /** What goes wrong, for all connections, until {@link #mend()}. */
  public enum Fault {
    /** Nothing does. */
    NONE,
    /** Nobody listens. */
    REFUSE,
    /** New connections are taken and closed: a load balancer without a server behind it. */
    CLOSE_AT_CONNECT,
    /** The server closes when it has seen who wants to connect. */
    CLOSE_AFTER_STARTUP,
    /** The server says that it has no room. */
    TOO_MANY_CONNECTIONS,
    /** The connection breaks when a statement on a table of the product begins. */
    CUT_INSIDE,
    /** The connection breaks before the server sees the commit. */
    CUT_BEFORE_COMMIT,
    /** The connection breaks when the server has committed, before it can say so. */
    CUT_AFTER_COMMIT,
    /** Nothing arrives any more, and nobody says so. */
    SWALLOW,
    /** Everything arrives late. */
    DELAY
  }

  private static final Set<Fault> BREAKING_WHAT_IS_CONNECTED =
      Set.of(
          Fault.REFUSE,
          Fault.CLOSE_AT_CONNECT,
          Fault.CLOSE_AFTER_STARTUP,
          Fault.TOO_MANY_CONNECTIONS);

  private static final Pattern OF_THE_PRODUCT =
      Pattern.compile("\\b(cases|messages|tags|edge)\\.[a-z_]+");
  private static final Pattern COMMIT = Pattern.compile("\\s*commit\\s*", Pattern.CASE_INSENSITIVE);

  private static final int LATE_MILLIS = 20;
  private static final int PROTOCOL_3 = 3;

  private final InetSocketAddress database;
  private final int port;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;
  private volatile Fault fault = Fault.NONE;

  private DatabaseProxy(InetSocketAddress database) throws IOException {
    this.database = database;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
  }

  /** Opens a way to the database that listens on this machine. */
  public static DatabaseProxy to(int databasePort) {
    try {
      return new DatabaseProxy(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), databasePort));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Breaks it. */
  public void breakBy(Fault how) throws IOException {
    fault = how;
    if (how == Fault.REFUSE) {
      listener.close();
    }
    if (BREAKING_WHAT_IS_CONNECTED.contains(how)) {
      links.forEach(Link::cut);
    }
  }

  /** Lets everything pass again; what was lost stays lost. */
  public void mend() throws IOException {
    fault = Fault.NONE;
    if (listener.isClosed()) {
      listener = listen(port);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    links.forEach(Link::cut);
  }

  private ServerSocket listen(int where) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where));
    Thread.startVirtualThread(() -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Link link = new Link(socket.accept());
        links.add(link);
        Thread.startVirtualThread(link::requests);
      } catch (IOException closed) {
        // asked again whether it is
      }
    }
  }

  /** One connection of the application, and its continuation. */
  private final class Link {

    private final Socket client;
    private final Map<String, String> prepared = new HashMap<>();
    private final Socket server = new Socket();
    private volatile boolean mute;

    Link(Socket client) {
      this.client = client;
    }

    void cut() {
      links.remove(this);
      close(client);
      close(server);
    }

    void requests() {
      try (client) {
        if (fault == Fault.CLOSE_AT_CONNECT) {
          return;
        }
        DataInputStream in = new DataInputStream(client.getInputStream());
        server.connect(database);
        // or each small message waits for the other side's delayed acknowledgement
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread.startVirtualThread(this::answers);
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
        if (startUp(in, out)) {
          while (pass(in.readByte(), in, out)) {
            continue;
          }
        }
      } catch (IOException gone) {
        // by either side
      } finally {
        cut();
      }
    }

    /** Asks for encryption come first, which the server declines. */
    private boolean startUp(DataInputStream in, DataOutputStream out) throws IOException {
      int protocol;
      do {
        byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
        protocol = body[1];
        if (protocol == PROTOCOL_3 && fault == Fault.CLOSE_AFTER_STARTUP) {
          return false;
        }
        if (protocol == PROTOCOL_3 && fault == Fault.TOO_MANY_CONNECTIONS) {
          refuse(client.getOutputStream());
          return false;
        }
        if (fault != Fault.SWALLOW) {
          out.writeInt(body.length + Integer.BYTES);
          out.write(body);
          out.flush();
        }
      } while (protocol != PROTOCOL_3);
      return true;
    }

    private boolean pass(byte type, DataInputStream in, DataOutputStream out) throws IOException {
      byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
      String sql = statement(type, body);
      if (fault == Fault.SWALLOW) {
        return true;
      }
      if (fault == Fault.CUT_INSIDE && OF_THE_PRODUCT.matcher(sql).find()) {
        return false;
      }
      if (COMMIT.matcher(sql).matches()) {
        if (fault == Fault.CUT_BEFORE_COMMIT) {
          return false;
        }
        mute = fault == Fault.CUT_AFTER_COMMIT;
      }
      out.writeByte(type);
      out.writeInt(body.length + Integer.BYTES);
      out.write(body);
      out.flush();
      return true;
    }

    /** The statement that begins with this message; empty if none does. */
    private String statement(byte type, byte[] body) {
      String[] texts = new String(body, StandardCharsets.UTF_8).split("\0", -1);
      switch (type) {
        case 'P' -> prepared.put(texts[0], texts[1]);
        case 'Q' -> {
          return texts[0];
        }
        case 'B' -> {
          return prepared.getOrDefault(texts[1], "");
        }
        default -> {}
      }
      return "";
    }

    void answers() {
      byte[] buffer = new byte[8192];
      try (server) {
        int read = server.getInputStream().read(buffer);
        while (read >= 0 && !mute) {
          if (fault == Fault.DELAY) {
            Thread.sleep(LATE_MILLIS);
          }
          if (fault != Fault.SWALLOW) {
            client.getOutputStream().write(buffer, 0, read);
          }
          read = server.getInputStream().read(buffer);
        }
      } catch (IOException gone) {
        // by either side
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        cut();
      }
    }

    private static void refuse(OutputStream out) throws IOException {
      byte[] fields =
          "SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0"
              .getBytes(StandardCharsets.UTF_8);
      DataOutputStream data = new DataOutputStream(out);
      data.writeByte('E');
      data.writeInt(fields.length + Integer.BYTES);
      data.write(fields);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
