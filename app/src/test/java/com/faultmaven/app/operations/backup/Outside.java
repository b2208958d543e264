package com.faultmaven.app.operations.backup;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What the service talks to: a webhook, and a mail server that hangs up on everybody. */
final class Outside implements AutoCloseable {

  private final List<String> posted = new CopyOnWriteArrayList<>();
  private final AtomicInteger mailed = new AtomicInteger();
  private final AtomicInteger status = new AtomicInteger();
  private final HttpServer webhook;
  private final ServerSocket mail;

  Outside() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    webhook = HttpServer.create(new InetSocketAddress(here, 0), 0);
    webhook.createContext(
        "/hook",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    webhook.start();
    mail = new ServerSocket(0, 50, here);
    Thread.ofVirtual().start(this::hangUp);
  }

  private void hangUp() {
    try {
      while (true) {
        mail.accept().close();
        mailed.incrementAndGet();
      }
    } catch (IOException closed) {
      // nobody needs it any more
    }
  }

  void answers(int code) {
    status.set(code);
  }

  String hook() {
    return "http://localhost:" + webhook.getAddress().getPort() + "/hook";
  }

  int mailPort() {
    return mail.getLocalPort();
  }

  /** The bodies that were posted. */
  List<String> posted() {
    return posted;
  }

  /** How often somebody wanted to hand over a mail. */
  int mailed() {
    return mailed.get();
  }

  void forget() {
    posted.clear();
    mailed.set(0);
  }

  @Override
  public void close() throws IOException {
    webhook.stop(0);
    mail.close();
  }
}
