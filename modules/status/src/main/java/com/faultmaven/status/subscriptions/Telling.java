package com.faultmaven.status.subscriptions;

import com.faultmaven.jobs.LastRestore;
import com.faultmaven.jobs.Next;
import com.faultmaven.jobs.TaskHandler;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.jobs.Tasks;
import com.faultmaven.status.subscriptions.Notices.Told;
import com.faultmaven.status.subscriptions.Telling.Due;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out who is told of a notice, some subscriptions in each transaction: however many there
 * are, none of it is held open, and whoever dies in it is followed by another.
 */
@Component
class Telling implements TaskHandler<Due> {

  private static final TaskType<Due> TYPE = new TaskType<>("status.notify", Due.class);
  static final int AT_ONCE = 200;
  private static final UUID FIRST = new UUID(0, 0);

  private final Notices notices;
  private final Sending sending;
  private final MailedNotices mails;
  private final Tasks tasks;
  private final LastRestore restore;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Telling(
      Notices notices,
      Sending sending,
      MailedNotices mails,
      Tasks tasks,
      LastRestore restore,
      TransactionTemplate transaction,
      Clock clock) {
    this.notices = notices;
    this.sending = sending;
    this.mails = mails;
    this.tasks = tasks;
    this.restore = restore;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A notice that subscribers are to be told. */
  record Due(UUID notice) {}

  /** Has notices told, if anybody subscribes, once the transaction commits. */
  void tell(List<Notice> some) {
    TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Pending.class::isInstance)
        .map(Pending.class::cast)
        .findFirst()
        .orElseGet(this::pending)
        .notices
        .addAll(some);
  }

  private Pending pending() {
    Pending pending = new Pending();
    TransactionSynchronizationManager.registerSynchronization(pending);
    return pending;
  }

  /** What a transaction has to tell, kept by one statement at its end. */
  private final class Pending implements TransactionSynchronization {

    private final List<Notice> notices = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      for (UUID kept : Telling.this.notices.keep(notices, clock.instant())) {
        tasks.plan(TYPE, kept.toString(), new Due(kept));
      }
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
      told = Objects.requireNonNull(transaction.execute(_ -> tellSome(due.notice(), last)));
      after = told.isEmpty() ? after : told.getLast().subscription().value();
    } while (told.size() == AT_ONCE);
    return Next.done();
  }

  private List<Told> tellSome(UUID notice, UUID after) {
    List<Told> told = notices.tellSome(notice, restore.at(), after, AT_ONCE, clock.instant());
    List<Told> mailed = new ArrayList<>();
    List<DeliveryId> posted = new ArrayList<>();
    for (Told one : told) {
      if (one.delivery() != null && one.channel() == Channel.EMAIL) {
        mailed.add(one);
      } else if (one.delivery() != null) {
        posted.add(one.delivery());
      }
    }
    mails.send(notice, mailed);
    sending.planAll(posted);
    return told;
  }
}
