package com.faultmaven.messaging.delivery;

import com.faultmaven.messaging.deadletters.DeadLetterReason;
import com.faultmaven.messaging.deadletters.DeadLetters;
import com.faultmaven.messaging.deadletters.HopelessPublication;
import com.faultmaven.messaging.delivery.Reading.Readable;
import com.faultmaven.messaging.delivery.Reading.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private final EventReader reader;
  private final DeadLetters letters;
  private final DeliveryFailures failures;
  private final UnderWay underWay;
  private final RedeliveryProperties properties;
  private final Clock clock;

  /** What this process marked as under way when it last looked, and before. */
  private final Set<UUID> claimed = ConcurrentHashMap.newKeySet();

  DuePublications(
      StoredPublications stored,
      EventReader reader,
      DeadLetters letters,
      DeliveryFailures failures,
      UnderWay underWay,
      RedeliveryProperties properties,
      Clock clock) {
    this.stored = stored;
    this.reader = reader;
    this.letters = letters;
    this.failures = failures;
    this.underWay = underWay;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether there is anything to do now. */
  boolean any() {
    return !stored.due(clock.instant(), 1).isEmpty() || !stored.exhausted(1).isEmpty();
  }

  /** How many of those claimed here wait still for a thread. */
  int waiting() {
    claimed.retainAll(stored.resubmitted(claimed));
    return claimed.size();
  }

  /**
   * Those to deliver again now, marked as such; what cannot be read on the way waits or is parked.
   */
  List<TargetEventPublication> claim(int most) {
    Instant now = clock.instant();
    List<DuePublication> due = new ArrayList<>();
    List<UUID> waiting = new ArrayList<>();
    List<HopelessPublication> hopeless = new ArrayList<>();
    for (StoredPublication publication : stored.due(now, most)) {
      switch (reader.read(publication)) {
        case Readable readable -> due.add(new DuePublication(publication, readable.event()));
        case Unreadable unreadable -> {
          if (publication.publishedAt().plus(properties.patience()).isAfter(now)) {
            waiting.add(publication.id());
          } else {
            hopeless.add(hopeless(publication, unreadable));
          }
        }
      }
    }
    if (!waiting.isEmpty()) {
      stored.postpone(waiting, now);
    }
    park(hopeless);
    // reading may have taken a while, and the lease begins only now
    Instant leasedAt = clock.instant();
    Set<UUID> taken =
        stored.claim(due.stream().map(DuePublication::getIdentifier).toList(), leasedAt);
    claimed.addAll(taken);
    List<TargetEventPublication> claimedNow = new ArrayList<>();
    for (DuePublication publication : due) {
      if (taken.contains(publication.getIdentifier())) {
        underWay.add(publication, leasedAt);
        claimedNow.add(publication);
      }
    }
    return claimedNow;
  }

  /** Parks some of what was tried often enough. */
  void parkExhausted(int most) {
    park(
        stored.exhausted(most).stream()
            .map(publication -> hopeless(publication, reader.read(publication)))
            .toList());
  }

  private void park(List<HopelessPublication> hopeless) {
    if (!hopeless.isEmpty()) {
      log.error("{} events could not be delivered and are parked", letters.park(hopeless));
    }
  }

  private HopelessPublication hopeless(StoredPublication publication, Reading reading) {
    return switch (reading) {
      case Readable readable ->
          new HopelessPublication(
              publication.id(),
              DeadLetterReason.ATTEMPTS_EXHAUSTED,
              null,
              failures.key(readable.event()),
              readable.envelope());
      case Unreadable unreadable ->
          new HopelessPublication(
              publication.id(),
              unreadable.reason(),
              unreadable.detail(),
              null,
              unreadable.envelope());
    };
  }
}
