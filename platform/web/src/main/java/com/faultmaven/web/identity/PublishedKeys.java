package com.faultmaven.web.identity;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys tokens are verified with. One thread fetches them ahead of need, so that a request with
 * a known key never waits. One with an unknown key waits, with few others, for at most one fetch.
 * Nimbus' own source of keys makes requests wait for each other instead.
 */
final class PublishedKeys implements JWKSource<SecurityContext>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

  /** How many requests may wait at once; the others are answered from what is known. */
  private static final int WAITERS = 8;

  private record Known(JWKSet keys, long since) {}

  private final KeyServer server;
  private final IdentityProperties.Keys settings;
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("token-keys").daemon().factory());
  private final Semaphore waiters = new Semaphore(WAITERS);
  private volatile @Nullable Known known;
  private Future<?> look;
  private long lastLook = System.nanoTime();
  private boolean failing;

  PublishedKeys(KeyServer server, IdentityProperties.Keys settings) {
    this.server = server;
    this.settings = settings;
    this.look = background.submit(this::keepUpToDate);
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws RemoteKeySourceException {
    List<JWK> keys = selector.select(valid());
    if (keys.isEmpty()) {
      awaitLook();
      keys = selector.select(valid());
    }
    if (keys.isEmpty() && valid().isEmpty()) {
      throw new RemoteKeySourceException("There are no keys to check tokens with.", null);
    }
    return keys;
  }

  /** The keys that may be used now; none if they could not be fetched for too long. */
  private JWKSet valid() {
    Known current = known;
    return current != null && System.nanoTime() - current.since <= settings.outage().toNanos()
        ? current.keys
        : new JWKSet();
  }

  private void awaitLook() {
    Future<?> running = lookUnderWay();
    if (running.isDone() || !waiters.tryAcquire()) {
      return;
    }
    try {
      running.get(KeyServer.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException undecided) {
      LOG.debug("answered from the keys that are known", undecided);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      waiters.release();
    }
  }

  /** The last look; a new one if that began a pause ago. */
  private synchronized Future<?> lookUnderWay() {
    if (look.isDone() && System.nanoTime() - lastLook >= settings.pause().toNanos()) {
      lastLook = System.nanoTime();
      look = background.submit(this::fetch);
    }
    return look;
  }

  private void keepUpToDate() {
    boolean fetched = false;
    try {
      fetched = fetch();
    } finally {
      Duration next = fetched ? settings.refresh() : settings.pause();
      background.schedule(this::keepUpToDate, next.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private boolean fetch() {
    try {
      known = new Known(server.fetch(), System.nanoTime());
      if (failing) {
        LOG.info("The keys of tokens are fetched again");
      }
      failing = false;
    } catch (IOException | RuntimeException failure) {
      if (!failing) {
        LOG.warn(
            "The keys of tokens cannot be fetched ({}); those fetched before count for {}",
            failure.getMessage(),
            settings.outage());
      }
      failing = true;
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    return !failing;
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
