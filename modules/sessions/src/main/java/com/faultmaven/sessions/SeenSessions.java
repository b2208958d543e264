package com.faultmaven.sessions;

import com.faultmaven.kernel.UserId;
import com.faultmaven.sessions.Heartbeats.Touch;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The sessions that requests named, which is activity in them. Each is recorded once a minute by a
 * process, all of some seconds in one statement, and never while a request waits.
 */
@Component
public class SeenSessions implements DisposableBean {

  private static final Duration ONCE_IN = Duration.ofMinutes(1);

  /** Whatever callers send, no more is remembered. */
  private static final int MOST = 10_000;

  private final Heartbeats heartbeats;
  private final Clock clock;
  private final Cache<Seen, Boolean> seen;
  private final Map<Seen, Touch> waiting = new ConcurrentHashMap<>();

  private record Seen(SessionId id, UserId user) {}

  @Autowired
  SeenSessions(Heartbeats heartbeats, Clock clock) {
    this(heartbeats, clock, Ticker.systemTicker());
  }

  SeenSessions(Heartbeats heartbeats, Clock clock, Ticker ticker) {
    this.heartbeats = heartbeats;
    this.clock = clock;
    this.seen =
        Caffeine.newBuilder().expireAfterWrite(ONCE_IN).maximumSize(MOST).ticker(ticker).build();
  }

  /** A request of this user named a session, or something that is none. */
  public void add(String sent, UserId user) {
    if (!SessionId.isOne(sent) || waiting.size() >= MOST) {
      return;
    }
    Seen session = new Seen(new SessionId(sent), user);
    if (seen.asMap().putIfAbsent(session, true) == null) {
      waiting.put(session, new Touch(session.id(), user, clock.instant()));
    }
  }

  @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
  void record() {
    List<Touch> touches = List.copyOf(waiting.values());
    if (!touches.isEmpty()) {
      heartbeats.record(touches);
      touches.forEach(touch -> waiting.remove(new Seen(touch.id(), touch.user()), touch));
    }
  }

  @Override
  public void destroy() {
    record();
  }
}
