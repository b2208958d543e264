package com.faultmaven.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Reads each line that is logged while tests run, in every module that tests with this one, and
 * fails the class of tests in which a user's id or address, or what a user wrote, came into the
 * log. JUnit finds it by itself.
 */
public final class LogWatch implements BeforeAllCallback, AfterAllCallback {

  static final PrivateTexts TEXTS = new PrivateTexts();

  private static final int LONGEST = 300;
  private static final Watcher WATCHER = new Watcher(TEXTS);

  /** Looks for what a test sends by a client of its own, as for what goes by {@link Api}. */
  public static void lookFor(HttpHeaders headers) {
    headers.map().forEach((name, values) -> values.forEach(it -> TEXTS.noteHeader(name, it)));
  }

  /** The same for a body. */
  public static void lookFor(String json) {
    TEXTS.noteBody("application/json", json);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    WATCHER.attach();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    List<String> leaks = WATCHER.takeLeaks();
    if (!leaks.isEmpty()) {
      throw new AssertionError("The log says what is private:\n" + String.join("\n", leaks));
    }
  }

  /** Stays on the root logger, also when an application sets up logging anew. */
  static final class Watcher extends AppenderBase<ILoggingEvent> implements LoggerContextListener {

    private final PrivateTexts texts;
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    Watcher(PrivateTexts texts) {
      this.texts = texts;
      setName("log-watch");
    }

    synchronized void attach() {
      if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
        if (!logging.getCopyOfListenerList().contains(this)) {
          logging.addListener(this);
        }
        attachTo(logging);
      }
    }

    private void attachTo(LoggerContext logging) {
      Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
      if (root.getAppender(getName()) == null) {
        setContext(logging);
        start();
        root.addAppender(this);
      }
    }

    List<String> takeLeaks() {
      List<String> taken = new ArrayList<>();
      for (String leak = leaks.poll(); leak != null; leak = leaks.poll()) {
        taken.add(leak);
      }
      return taken;
    }

    @Override
    protected void append(ILoggingEvent event) {
      look(event.getLoggerName(), event.getFormattedMessage());
      event.getMDCPropertyMap().values().forEach(value -> look(event.getLoggerName(), value));
      look(event.getLoggerName(), event.getThrowableProxy());
    }

    private void look(String logger, @Nullable IThrowableProxy failure) {
      if (failure != null) {
        look(logger, failure.getMessage());
        look(logger, failure.getCause());
        for (IThrowableProxy suppressed : failure.getSuppressed()) {
          look(logger, suppressed);
        }
      }
    }

    private void look(String logger, @Nullable String text) {
      if (text != null) {
        texts
            .findIn(text)
            .ifPresent(
                found ->
                    leaks.add(
                        "\"%s\" in a line of %s: %s"
                            .formatted(
                                found,
                                logger,
                                text.substring(0, Math.min(text.length(), LONGEST)))));
      }
    }

    @Override
    public boolean isResetResistant() {
      return true;
    }

    @Override
    public void onStart(LoggerContext logging) {
      attachTo(logging);
    }

    @Override
    public void onReset(LoggerContext logging) {
      attachTo(logging);
    }

    @Override
    public void onStop(LoggerContext logging) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
  }
}
