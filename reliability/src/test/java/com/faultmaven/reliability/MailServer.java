package com.faultmaven.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Takes every mail to its end, thinks for a while, and says that it has it. */
final class MailServer implements AutoCloseable {

  private static final long THOUGHT = 150_000_000;

  private final ServerSocket socket;
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  MailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How often each mail was taken, by its Message-ID. */
  Map<String, Integer> taken() {
    return Map.copyOf(taken);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      PrintWriter out =
          new PrintWriter(client.getOutputStream(), true, StandardCharsets.ISO_8859_1);
      say(out, "220 thoughtful");
      String id = "";
      boolean inMail = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inMail && line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
          id = line.substring(line.indexOf(':') + 1).strip();
        }
        if (inMail && line.equals(".")) {
          taken.merge(id, 1, Integer::sum);
          LockSupport.parkNanos(THOUGHT);
          say(out, "250 taken");
          inMail = false;
        } else if (!inMail) {
          inMail = line.equals("DATA");
          say(out, inMail ? "354 go on" : "250 fine");
        }
      }
    } catch (IOException gone) {
      // its process was killed
    }
  }

  private static void say(PrintWriter out, String answer) {
    out.print(answer + "\r\n");
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
