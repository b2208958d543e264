package com.faultmaven.escalations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests of letters beside a mail server, each with a case of its own. */
@ModuleTest
abstract class OnAMailServer {

  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  static {
    SERVER.start();
  }

  final String word = UUID.randomUUID().toString().substring(24);
  final String organization = "org-" + word;

  @LocalServerPort private int port;
  private Api api;
  private String caseId = "";

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry settings) {
    settings.add("spring.mail.host", () -> "127.0.0.1");
    settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    settings.add("faultmaven.mail.tls", () -> "optional");
    settings.add("faultmaven.public-url", () -> "https://cases.example.com");
  }

  @BeforeEach
  void openACase() {
    api = as("ada");
    Answer opened =
        api.post(
            "/api/v2/cases",
            "{\"title\":\"Tiles <b>fall</b>\",\"description\":\"From the market hall.\"}");
    caseId = opened.is(201).text("/case_id");
  }

  /** Somebody of the organization of this test. */
  Api as(String user) {
    return Api.on(port).as(user + "-" + word).with("X-Organization-ID", organization);
  }

  /** The owner of the case. */
  Api api() {
    return api;
  }

  String caseId() {
    return caseId;
  }

  String ofCase(String path) {
    return "/api/v1/cases/" + caseId + "/" + path;
  }

  String address(String name) {
    return name + "-" + word + "@works.dev";
  }

  String addTarget(String name) {
    return api.post(ofCase("escalation-targets"), "{\"email\":\"%s\"}".formatted(address(name)))
        .is(201)
        .text("/target_id");
  }

  Answer send(String json) {
    return api.post(ofCase("escalations"), json);
  }

  Answer escalation(String id) {
    return api.get(ofCase("escalations/" + id)).is(200);
  }

  /** Once that is known of it and recorded with it. */
  Answer awaitStatus(String id, String status) {
    await()
        .atMost(20, SECONDS)
        .until(
            () -> {
              Answer now = escalation(id);
              return now.text("/status").equals(status) && !now.at("/completed_at").isNull();
            });
    return escalation(id);
  }

  static List<MimeMessage> received(String address) {
    return Arrays.stream(SERVER.getReceivedMessages()).filter(it -> isTo(it, address)).toList();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      Address[] recipients = message.getAllRecipients();
      return recipients != null && recipients[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
