package com.faultmaven.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An SMTP server that answers as a test wants, or hangs up. */
final class ScriptedServer implements AutoCloseable {

  /** Instead of an answer. */
  static final String HANG_UP = "";

  private final ServerSocket socket;
  private final AtomicInteger mails = new AtomicInteger();
  private volatile String command = "none";
  private volatile String answer = HANG_UP;
  private volatile Consumer<String> meanwhile = messageId -> {};

  ScriptedServer() {
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

  /** What it answers to a command; {@code .} is the end of a mail. */
  void answers(String command, String answer) {
    this.command = command;
    this.answer = answer;
  }

  /** What is done with the Message-ID of a mail between its end and the answer. */
  void meanwhile(Consumer<String> work) {
    this.meanwhile = work;
  }

  /** How many it was given to their end. */
  int mails() {
    return mails.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException gone) {
        // the next one
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.ISO_8859_1);
    out.print("220 scripted\r\n");
    out.flush();
    boolean inMail = false;
    String messageId = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (inMail && !line.equals(".")) {
        messageId = line.startsWith("Message-ID: ") ? line.substring(12) : messageId;
        continue;
      }
      String said = inMail ? "." : line.split("[ :]")[0];
      if (inMail) {
        mails.incrementAndGet();
        meanwhile.accept(messageId);
      }
      inMail = said.equals("DATA") && !said.equals(command);
      if (said.equals(command) && answer.equals(HANG_UP)) {
        return;
      }
      out.print((said.equals(command) ? answer : inMail ? "354 go on" : "250 fine") + "\r\n");
      out.flush();
    }
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
