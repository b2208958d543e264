package com.faultmaven.status;

import com.faultmaven.jobs.Next;
import com.faultmaven.jobs.TaskHandler;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.jobs.Tasks;
import com.faultmaven.status.MaintenanceMoments.Due;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the moments at which maintenances begin and end. Whether one goes on is a question of the
 * clock at every read, so that nothing depends on this being in time. A task is of one version of a
 * maintenance: each change of its moments plans another.
 */
@Component
class MaintenanceMoments implements TaskHandler<Due> {

  private static final TaskType<Due> TYPE = new TaskType<>("status.maintenance", Due.class);

  private final MaintenanceStore maintenances;
  private final MaintenanceTelling telling;
  private final Tasks tasks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MaintenanceMoments(
      MaintenanceStore maintenances,
      MaintenanceTelling telling,
      Tasks tasks,
      TransactionTemplate transaction,
      Clock clock) {
    this.maintenances = maintenances;
    this.telling = telling;
    this.tasks = tasks;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The next moment of a maintenance as it was then. */
  record Due(UUID maintenance, long version) {}

  /** Plans the next moment of a maintenance, if there is one. */
  void plan(Maintenance maintenance, Instant now) {
    if (maintenance.status(now).isEnd()) {
      return;
    }
    Instant next = now.isBefore(maintenance.begins()) ? maintenance.begins() : maintenance.ends();
    Due due = new Due(maintenance.id().value(), maintenance.version().value());
    tasks.plan(TYPE, due.maintenance() + "." + due.version(), due, next, null);
  }

  @Override
  public TaskType<Due> type() {
    return TYPE;
  }

  @Override
  public Next run(Due due) {
    return Objects.requireNonNull(transaction.execute(status -> tell(due)));
  }

  private Next tell(Due due) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Maintenance> found =
        maintenances
            .lock(new MaintenanceId(due.maintenance()), null)
            .filter(it -> it.version().value() == due.version());
    if (found.isEmpty()) {
      return Next.done();
    }
    Maintenance maintenance = telling.withServices(found.get());
    Maintenance told = telling.due(maintenance, now);
    if (told.facts() > maintenance.facts()) {
      maintenances.store(told, null, null);
      telling.conditions(told, told.services(), now, null);
    }
    return told.status(now).isEnd()
        ? Next.done()
        : Next.at(now.isBefore(told.begins()) ? told.begins() : told.ends());
  }
}
