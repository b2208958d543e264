package com.faultmaven.cases.deletion;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the data of users step by step. Each step is a transaction of its own that erases a batch
 * of what is found first, so a crash between two of them loses nothing, and any number of instances
 * may take them. A deletion ends with a step that finds nothing anywhere, once it has settled.
 */
@Component
class UserDataErasure {

  private static final Logger log = LoggerFactory.getLogger(UserDataErasure.class);

  /** The scheduler has other things to do too. */
  private static final int STEPS_AT_A_TIME = 100;

  private final PendingDeletions deletions;
  private final List<PersonalData> data;
  private final UserDataProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  UserDataErasure(
      PendingDeletions deletions,
      List<PersonalData> data,
      UserDataProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.deletions = deletions;
    this.data = List.copyOf(data);
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${faultmaven.user-data.every:5s}",
      fixedDelayString = "${faultmaven.user-data.every:5s}")
  void eraseWhatIsDue() {
    int steps = 0;
    while (steps < STEPS_AT_A_TIME && takeStep()) {
      steps++;
    }
  }

  /** Returns whether there was one to take. */
  private boolean takeStep() {
    Instant now = clock.instant();
    Optional<PendingDeletion> due = deletions.take(now, now.plus(properties.pause()));
    due.ifPresent(deletion -> deletion.run(() -> step(deletion.user())));
    return due.isPresent();
  }

  private void step(UserId user) {
    try {
      transaction.executeWithoutResult(_ -> proceed(user));
    } catch (RuntimeException failure) {
      log.warn("Deleting the data of user {} has failed, and goes on later", user.pseudonym());
      throw failure;
    }
  }

  private void proceed(UserId user) {
    Instant now = clock.instant();
    Optional<Boolean> settled = deletions.lock(user, now);
    if (settled.isEmpty()) {
      return;
    }
    Erasure erasure = eraseSome(user);
    if (erasure == Erasure.SOME) {
      deletions.goOnAt(now, user);
    } else if (erasure == Erasure.NOTHING_LEFT && settled.get()) {
      deletions.end(user);
      log.info("The data of user {} is deleted", user.pseudonym());
    }
  }

  private Erasure eraseSome(UserId user) {
    for (PersonalData kept : data) {
      Erasure erasure = kept.eraseSome(user, properties.batch());
      if (erasure != Erasure.NOTHING_LEFT) {
        return erasure;
      }
    }
    return Erasure.NOTHING_LEFT;
  }
}
