package com.faultmaven.jobs;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Looks for tasks, and reports how that goes to a {@link Job}: db-scheduler would write an error
 * with its stack each time, and nothing else.
 */
final class ReportingRepository extends JdbcTaskRepository {

  private final Job looking;

  ReportingRepository(
      DataSource database, TaskResolver known, SchedulerName name, Clock clock, Job looking) {
    super(
        database,
        true,
        // rows are locked first and marked afterwards: in one statement PostgreSQL may lock more
        // than the limit, and what this version does not know would be marked too
        new PostgreSqlJdbcCustomization(true, false),
        "jobs.tasks",
        known,
        name,
        new StoredTask.Json(),
        // by their priority
        true,
        clock);
    this.looking = looking;
  }

  @Override
  public List<Execution> lockAndGetDue(Instant now, int limit) {
    return reported(() -> super.lockAndGetDue(now, limit));
  }

  @Override
  public List<Execution> getDeadExecutions(Instant olderThan) {
    return reported(() -> super.getDeadExecutions(olderThan));
  }

  /** Nothing is found while it fails. */
  private List<Execution> reported(Supplier<List<Execution>> look) {
    try {
      List<Execution> found = look.get();
      looking.succeeded();
      return found;
    } catch (Throwable failure) {
      looking.failed(isOfABrokenConnection(failure) ? unreachable(failure) : failure);
      return List.of();
    }
  }

  /** The library tells of the rollback that failed, and not of what failed before. */
  private static boolean isOfABrokenConnection(Throwable failure) {
    return failure.getCause() instanceof SQLException sql && sql.getSQLState() == null;
  }

  private static Throwable unreachable(Throwable failure) {
    return new DataAccessResourceFailureException("The connection broke", failure);
  }
}
