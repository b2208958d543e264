package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import com.faultmaven.testing.LogWatch.Watcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogWatchTest {

  private static final Logger LOG = LoggerFactory.getLogger(LogWatchTest.class);
  private static final String USER = "user-5f1c9a7e0b12";
  private static final String JSON = "application/json";
  private static final String MESSAGE = "Since noon, only in Frankfurt.";

  private final PrivateTexts texts = new PrivateTexts();
  private final Watcher watcher = new Watcher(texts);

  @BeforeEach
  void attach() {
    texts.noteHeader("X-User-ID", USER);
    texts.noteBody(JSON, "{\"role\":\"user\",\"content\":\"" + MESSAGE + "\"}");
    // the one that watches all tests has the name
    watcher.setName("planted");
    watcher.attach();
  }

  @AfterEach
  void detach() {
    LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    logging.removeListener(watcher);
    logging.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(watcher);
  }

  @Test
  void findsAUserInALine() {
    LOG.info("Case of {} is open", USER);

    assertThat(watcher.takeLeaks()).singleElement().asString().contains(USER, "LogWatchTest");
    assertThat(watcher.takeLeaks()).isEmpty();
  }

  @Test
  void findsAMessageInAnException() {
    LOG.warn(
        "A listener has failed",
        new IllegalStateException(new IllegalArgumentException("cannot read: " + MESSAGE)));

    assertThat(watcher.takeLeaks()).isNotEmpty().allMatch(leak -> leak.contains(MESSAGE));
  }

  @Test
  void findsAUserInWhatALineIsMarkedWith() {
    try (var _ = MDC.putCloseable("user", USER)) {
      LOG.info("A case is open");
    }

    assertThat(watcher.takeLeaks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'summary':'%s'}",
        "{'escalation_targets':[{'id':'a','rationale':'%s'}]}",
        "{'tags':['search','%s']}",
        "{'metadata':{'what':{'we':'%s'}}}",
        "[{'analyses':[{'description':'%s'}]}]",
        "{'title':'Slow'}\n{'title':'%s'}"
      })
  void findsATextWhereverItStandsInABody(String body) {
    String text = "Only with Firefox, says " + body.hashCode();
    texts.noteBody(JSON, body.formatted(text).replace('\'', '"'));
    LOG.info("Cannot read: {}", text);

    assertThat(watcher.takeLeaks()).singleElement().asString().contains(text);
  }

  @Test
  void findsATextOfAForm() {
    texts.noteBody("application/x-www-form-urlencoded", "a&b=%zz&code=5f1c9a7e+0b12d3%2B4");
    LOG.info("No grant: {}", "5f1c9a7e 0b12d3+4");

    assertThat(watcher.takeLeaks()).hasSize(1);
  }

  @Test
  void watchesOnWhenLoggingIsSetUpAnew() {
    Logger root = LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
    root.error("{} again", USER);

    assertThat(watcher.takeLeaks()).hasSize(1);
  }

  @Test
  void letsPassWhatSaysNothing() {
    texts.noteBody(JSON, "{\"case_id\":\"case_0123456789ab\",\"at\":\"2026-07-01T12:00:00Z\"}");
    LOG.info("Case case_0123456789ab is open since 2026-07-01T12:00:00Z, of user-5f1c");

    assertThat(watcher.takeLeaks()).isEmpty();
  }
}
