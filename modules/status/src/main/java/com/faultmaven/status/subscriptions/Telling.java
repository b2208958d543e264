package com.faultmaven.status.subscriptions;

import com.faultmaven.jobs.LastRestore;
import com.faultmaven.jobs.Next;
import com.faultmaven.jobs.TaskHandler;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.jobs.Tasks;
import com.faultmaven.status.subscriptions.Notices.Told;
import com.faultmaven.status.subscriptions.Telling.Due;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out who is told of a notice, some subscriptions in each transaction: however many there
 * are, none of it is held open, and whoever dies in it is followed by another.
 */
@Component
class Telling implements TaskHandler<Due> {

  private static final TaskType<Due> TYPE = new TaskType<>("status.notify", Due.class);
  private static final int AT_ONCE = 200;
  private static final UUID FIRST = new UUID(0, 0);

  private final Notices notices;
  private final Sending sending;
  private final Tasks tasks;
  private final LastRestore restore;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Telling(
      Notices notices,
      Sending sending,
      Tasks tasks,
      LastRestore restore,
      TransactionTemplate transaction,
      Clock clock) {
    this.notices = notices;
    this.sending = sending;
    this.tasks = tasks;
    this.restore = restore;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A notice that subscribers are to be told. */
  record Due(UUID notice) {}

  /** Has notices told, if anybody subscribes, once the transaction commits. */
  void tell(List<Notice> some) {
    for (UUID kept : notices.keep(some, clock.instant())) {
      tasks.plan(TYPE, kept.toString(), new Due(kept));
    }
  }

  @Override
  public TaskType<Due> type() {
    return TYPE;
  }

  @Override
  public Next run(Due due) {
    UUID after = FIRST;
    List<Told> told;
    do {
      UUID last = after;
      told = Objects.requireNonNull(transaction.execute(status -> tellSome(due.notice(), last)));
      after = told.isEmpty() ? after : told.getLast().subscription();
    } while (told.size() == AT_ONCE);
    return Next.done();
  }

  private List<Told> tellSome(UUID notice, UUID after) {
    List<Told> told = notices.tellSome(notice, restore.at(), after, AT_ONCE, clock.instant());
    for (Told one : told) {
      if (one.delivery() != null) {
        sending.plan(one.delivery());
      }
    }
    return told;
  }
}
