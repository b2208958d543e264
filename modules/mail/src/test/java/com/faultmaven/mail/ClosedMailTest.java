package com.faultmaven.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.jobs.Tasks;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

/** Nothing is promised where nothing can be sent. */
class ClosedMailTest extends OnAMailServer {

  private static final PublicUrl KNOWN = new PublicUrl("https://cases.example.com", true);
  private static final PublicUrl UNKNOWN = new PublicUrl("http://localhost:8003", false);

  @Autowired private Mails mails;
  @Autowired private MailLooks looks;
  @Autowired private ForgottenMails forgotten;
  @Autowired private MailEventRows events;
  @Autowired private Preparing preparing;
  @Autowired private Settling settling;
  @Autowired private Tasks tasks;
  @Autowired private WayOut way;
  @Autowired private MailProperties properties;

  @Test
  void takesNothingWithoutAServer() {
    Mail closed = mail(new Closed(), KNOWN);
    MailKey key = new MailKey("c-" + UUID.randomUUID());
    OutgoingMail letter = OutgoingMail.of(key, Purpose.LETTER, "ada@faultmaven.dev", "s", "t");

    assertThat(closed.isOpen()).isFalse();
    assertThat(closed.isOpenForLetters()).isFalse();
    assertThatThrownBy(() -> closed.send(letter)).isInstanceOf(NoWayOut.class);
    assertThat(looks.bytes(key)).isEmpty();
  }

  /** The links in them would lead nowhere. */
  @Test
  void takesNoLettersWhereNobodyCanAnswerThem() {
    assertThat(mail(way, UNKNOWN).isOpen()).isTrue();
    assertThat(mail(way, UNKNOWN).isOpenForLetters()).isFalse();
    assertThat(mail(way, KNOWN).isOpenForLetters()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"production, '', Closed", "development, '', Outbox", "production, mail.dev, Smtp"})
  void isClosedInProductionWithoutAServer(String profile, String host, String way) {
    StaticListableBeanFactory servers = new StaticListableBeanFactory();
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost(host);
    servers.addBean("server", server);
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles(profile);

    assertThat(
            new MailConfiguration()
                .wayOut(servers.getBeanProvider(JavaMailSenderImpl.class), properties, environment))
        .extracting(it -> it.getClass().getSimpleName())
        .isEqualTo(way);
  }

  private Mail mail(WayOut way, PublicUrl url) {
    return new Mail(
        mails, looks, forgotten, events, preparing, settling, tasks, way, url, Clock.systemUTC());
  }
}
