package com.faultmaven.app.operations;

import java.time.Duration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives the last answers time to leave. The server counts a request as done before its answer is
 * written out, and then closes the connection: what is between the two would be cut off.
 */
@Component
class LastAnswers implements SmartLifecycle {

  private static final Duration TO_LEAVE = Duration.ofMillis(100);

  private volatile boolean running;

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    try {
      Thread.sleep(TO_LEAVE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the requests are done, before the server goes. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1;
  }
}
