package com.faultmaven.app.operations;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the process not ready before it ends, and keeps serving until load balancers have noticed.
 * Stops before the server does.
 */
@Component
@EnableConfigurationProperties(ShutdownProperties.class)
class Leaving implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

  private final ShutdownProperties properties;
  private volatile boolean staying;

  Leaving(ShutdownProperties properties) {
    this.properties = properties;
  }

  @Override
  public void start() {
    staying = true;
  }

  @Override
  public void stop() {
    staying = false;
    if (properties.pause().isZero()) {
      return;
    }
    LOG.info("Not ready any more; requests are served for another {}", properties.pause());
    try {
      // nothing ends it earlier
      new CountDownLatch(1).await(properties.pause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return staying;
  }
}
