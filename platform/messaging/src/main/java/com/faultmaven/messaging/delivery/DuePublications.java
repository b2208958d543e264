package com.faultmaven.messaging.delivery;

import com.faultmaven.kernel.TraceParent;
import com.faultmaven.messaging.deadletters.DeadLetterReason;
import com.faultmaven.messaging.deadletters.DeadLetters;
import com.faultmaven.messaging.deadletters.DeadPublication;
import com.faultmaven.messaging.delivery.ParseResult.Parsed;
import com.faultmaven.messaging.delivery.ParseResult.Unparsable;
import com.faultmaven.messaging.log.LoggedTraces;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;

/** Decides of failed publications which are delivered again, which wait and which are parked. */
@Component
class DuePublications {

  private static final Logger log = LoggerFactory.getLogger(DuePublications.class);

  private final StoredPublications stored;
  private final StoredEventParser parser;
  private final DeadLetters letters;
  private final DeliveryFailures failures;
  private final DeliveriesInProgress inProgress;
  private final LoggedTraces traces;
  private final RedeliveryProperties properties;
  private final Clock clock;

  /** What this process leased when it last looked, and before. */
  private final Set<UUID> leased = ConcurrentHashMap.newKeySet();

  DuePublications(
      StoredPublications stored,
      StoredEventParser parser,
      DeadLetters letters,
      DeliveryFailures failures,
      DeliveriesInProgress inProgress,
      LoggedTraces traces,
      RedeliveryProperties properties,
      Clock clock) {
    this.stored = stored;
    this.parser = parser;
    this.letters = letters;
    this.failures = failures;
    this.inProgress = inProgress;
    this.traces = traces;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether there is anything to do now. */
  boolean any() {
    return !stored.due(clock.instant(), 1).isEmpty() || !stored.exhausted(1).isEmpty();
  }

  /** How many of those leased here wait still for a thread. */
  int waiting() {
    leased.retainAll(stored.resubmitted(leased));
    return leased.size();
  }

  /**
   * Those to deliver again now, marked as such; what cannot be read on the way waits or is parked.
   */
  List<TargetEventPublication> lease(int most) {
    Instant now = clock.instant();
    List<DuePublication> due = new ArrayList<>();
    List<UUID> waiting = new ArrayList<>();
    List<DeadPublication> dead = new ArrayList<>();
    for (StoredPublication publication : stored.due(now, most)) {
      switch (parser.parse(publication)) {
        case Parsed parsed -> due.add(new DuePublication(publication, parsed.event()));
        case Unparsable unparsable -> {
          if (publication.publishedAt().plus(properties.patience()).isAfter(now)) {
            waiting.add(publication.id());
          } else {
            dead.add(dead(publication, unparsable));
          }
        }
      }
    }
    if (!waiting.isEmpty()) {
      stored.postpone(waiting, now);
    }
    park(dead);
    // reading may have taken a while, and the lease begins only now
    Instant leasedAt = clock.instant();
    Set<UUID> taken =
        stored.lease(due.stream().map(DuePublication::getIdentifier).toList(), leasedAt);
    leased.addAll(taken);
    List<DuePublication> leasedNow =
        due.stream().filter(publication -> taken.contains(publication.getIdentifier())).toList();
    Map<UUID, TraceParent> published =
        traces.of(
            leasedNow.stream().map(DuePublication::eventId).filter(Objects::nonNull).toList());
    leasedNow.forEach(
        publication -> inProgress.add(publication, leasedAt, published.get(publication.eventId())));
    return List.copyOf(leasedNow);
  }

  /** Parks some of what was tried often enough. */
  void parkExhausted(int most) {
    park(
        stored.exhausted(most).stream()
            .map(publication -> dead(publication, parser.parse(publication)))
            .toList());
  }

  private void park(List<DeadPublication> dead) {
    if (!dead.isEmpty()) {
      log.error("{} events could not be delivered and are parked", letters.park(dead));
    }
  }

  private DeadPublication dead(StoredPublication publication, ParseResult result) {
    return switch (result) {
      case Parsed parsed ->
          new DeadPublication(
              publication.id(),
              DeadLetterReason.ATTEMPTS_EXHAUSTED,
              null,
              failures.key(parsed.event()),
              parsed.envelope());
      case Unparsable unparsable ->
          new DeadPublication(
              publication.id(),
              unparsable.reason(),
              unparsable.detail(),
              null,
              unparsable.envelope());
    };
  }
}
