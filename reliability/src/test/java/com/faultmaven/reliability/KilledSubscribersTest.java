package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.reliability.Subscribers.Delivery;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Kills the process while it tells subscribers; the next one goes on. */
class KilledSubscribersTest {

  private static final int ROUNDS = Integer.getInteger("reliability.rounds", 6);
  private static final int OF_EACH = 40;

  private final Map<String, AtomicInteger> posts = new ConcurrentHashMap<>();
  private final Random random = new Random(16);

  @Test
  void tellsEachWebhookAndMailsNobodyTwice() throws Exception {
    GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    HttpServer webhooks = webhooks();
    try (Database database = new Database()) {
      Instance instance = started(database, mails);
      String service = instance.api().publishService("Payments");
      Subscribers subscribers = database.subscribers();
      subscribers.add(OF_EACH, "http://localhost:" + webhooks.getAddress().getPort() + "/hook/");
      for (int round = 1; round <= ROUNDS; round++) {
        int before = received(mails);
        instance.api().publishIncident("Round " + round, service);
        int some = before + random.nextInt(2 * OF_EACH);
        await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(2))
            .until(() -> received(mails) > some);
        instance.kill();
        instance = started(database, mails);
      }
      await().atMost(Duration.ofMinutes(3)).until(subscribers::areAllTold);
      sumUp(subscribers, mailed(mails));
    } finally {
      webhooks.stop(0);
      mails.stop();
    }
  }

  private void sumUp(Subscribers subscribers, Map<String, Integer> mailed) {
    List<Delivery> deliveries = subscribers.deliveries();
    List<String> lost = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      int times =
          delivery.channel().equals("email")
              ? mailed.getOrDefault(delivery.id(), 0)
              : posts.getOrDefault(delivery.id(), new AtomicInteger()).get();
      // nobody knows whether an unconfirmed one left
      if (times == 0 && !delivery.state().equals("unconfirmed")) {
        lost.add(delivery.id());
      }
      if (times > 1 && delivery.channel().equals("email")) {
        twice.add(delivery.id());
      }
    }
    long again = posts.values().stream().filter(it -> it.get() > 1).count();
    System.out.printf(
        Locale.ROOT,
        "%d × kill -9: %s; %d mails received, %d twice; %d webhooks received, %d again under their id; %d lost%n",
        ROUNDS,
        new TreeMap<>(subscribers.states()),
        mailed.values().stream().mapToInt(Integer::intValue).sum(),
        twice.size(),
        posts.size(),
        again,
        lost.size());
    assertThat(deliveries).hasSizeGreaterThanOrEqualTo(2 * OF_EACH * ROUNDS);
    assertThat(lost).isEmpty();
    assertThat(twice).isEmpty();
    assertThat(deliveries.stream().map(Delivery::id)).containsAll(posts.keySet());
    assertThat(deliveries.stream().map(Delivery::id)).containsAll(mailed.keySet());
  }

  private static Instance started(Database database, GreenMail mails) {
    return database
        .newInstance(
            5,
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + mails.getSmtp().getPort(),
            "faultmaven.mail.tls=optional",
            "faultmaven.tasks.heartbeat=500ms",
            "faultmaven.tasks.look=200ms",
            "faultmaven.status.webhooks.allow-private=true")
        .awaitReady();
  }

  /** Each takes a moment, in which a process may die. */
  private HttpServer webhooks() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/hook/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          String id = exchange.getRequestHeaders().getFirst("webhook-id");
          posts.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private int received(GreenMail mails) {
    return posts.size() + mails.getReceivedMessages().length;
  }

  /** How often each mail came, by what it is about. */
  private static Map<String, Integer> mailed(GreenMail mails) throws MessagingException {
    Map<String, Integer> mailed = new HashMap<>();
    for (MimeMessage mail : mails.getReceivedMessages()) {
      String id = mail.getMessageID().replaceAll("^<status\\.|@.*$", "");
      mailed.merge(id, 1, Integer::sum);
    }
    return mailed;
  }
}
