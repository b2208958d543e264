package com.faultmaven.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** What operators are told of the way out before the service starts. */
class MailCheckupTest {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void saysThatMailsLeave() {
    assertThat(found(production().withProperty("faultmaven.public-url", "https://cases.example")))
        .contains("by 127.0.0.1:" + server.getSmtp().getPort())
        .doesNotContain("letters");
  }

  @Test
  void saysThatLettersDoNot() {
    assertThat(found(production()))
        .contains("by 127.0.0.1:")
        .contains("no letters about cases: faultmaven.public-url");
  }

  private MockEnvironment production() {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles("production");
    return environment
        .withProperty("spring.mail.host", "127.0.0.1")
        .withProperty("spring.mail.port", Integer.toString(server.getSmtp().getPort()))
        .withProperty("faultmaven.mail.tls", "optional")
        .withProperty("faultmaven.mail.from", "status@faultmaven.dev");
  }

  private static String found(MockEnvironment environment) {
    return new MailCheckup().findings(environment).toString();
  }
}
