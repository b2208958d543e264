package com.faultmaven.messaging.log;

import com.faultmaven.kernel.InvalidRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The log for consumers without a broker: repeat with the position of the answer before, and every
 * event comes, those of one aggregate in the order they happened.
 */
@Service
public class EventFeed {

  /** An answer looks at no more events than this, however few of them are wanted. */
  private static final int LOOKED_AT = 5000;

  private final LogReader log;
  private final LogPositions positions;
  private final Waiters waiters;
  private final FeedProperties properties;

  EventFeed(LogReader log, LogPositions positions, Waiters waiters, FeedProperties properties) {
    this.log = log;
    this.positions = positions;
    this.waiters = waiters;
    this.properties = properties;
  }

  /**
   * The next events; three statements at most, without waiting.
   *
   * @param after the position of the answer before; null begins with the oldest event retained
   * @param types any of these; empty means all
   * @param limit at most so many; fewer if they are large
   * @param wait for the first event if there is none; not if too many requests wait already
   * @throws InvalidRequest if the position is not retained any more
   */
  public LogPage read(@Nullable LogPosition after, List<String> types, int limit, Duration wait) {
    LogPosition begin = after == null ? positions.archived() : after;
    Batch most = new Batch(limit, properties.page().toBytes());
    AtomicReference<LogPage> page = new AtomicReference<>(log.after(begin, types, most, LOOKED_AT));
    if (page.get().isEmpty()) {
      waiters.await(
          wait,
          () ->
              !page.updateAndGet(none -> log.after(none.end(), types, most, LOOKED_AT)).isEmpty());
    }
    // asked last: what was archived while this was read may be missing in it
    if (!begin.isBefore(positions.archived())) {
      return page.get();
    }
    if (after == null) {
      return read(null, types, limit, wait);
    }
    throw InvalidRequest.parameter(
        "after", "out_of_range", "The feed does not reach back to this position any more.");
  }
}
