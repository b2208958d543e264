package com.faultmaven.status;

import com.faultmaven.status.MaintenanceFact.Kind;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what has begun and what has ended, each once, and what that means for services. */
@Component
class MaintenanceTelling {

  private final JdbcClient jdbc;
  private final ToldConditions conditions;
  private final ApplicationEventPublisher facts;

  MaintenanceTelling(JdbcClient jdbc, ToldConditions conditions, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.conditions = conditions;
    this.facts = facts;
  }

  /** A locked maintenance with its services, which are locked in the order of their ids. */
  Maintenance withServices(Maintenance maintenance) {
    return withServices(maintenance, List.of());
  }

  /** The same, which is to have further services. */
  Maintenance withServices(Maintenance maintenance, Collection<ServiceId> named) {
    record Row(ServiceId id, @Nullable Integer ordinal) {}
    List<Row> rows =
        jdbc.sql(
                """
                select s.id, x.ordinal from status.services s
                left join status.maintenance_services x
                  on x.service_id = s.id and x.maintenance_id = :maintenance
                where s.organization_id = :organization and s.id = any(array(
                  select unnest(:named::uuid[])
                  union select service_id from status.maintenance_services
                    where maintenance_id = :maintenance))
                order by s.id for update of s
                """)
            .param("maintenance", maintenance.id().value(), Types.OTHER)
            .param("organization", maintenance.organization().value())
            .param("named", ServiceId.values(named))
            .query(
                (row, _) ->
                    new Row(
                        new ServiceId(row.getObject("id", UUID.class)),
                        row.getObject("ordinal", Integer.class)))
            .list();
    LockedServices.requireAll(named, rows.stream().map(Row::id).toList());
    MaintenanceDraft draft = new MaintenanceDraft(maintenance);
    draft.services =
        rows.stream()
            .filter(it -> it.ordinal() != null)
            .sorted(Comparator.comparing(Row::ordinal))
            .map(Row::id)
            .toList();
    return draft.at(maintenance.updatedAt());
  }

  /** Tells what is due of a maintenance; gives it as it is then, to be stored. */
  Maintenance due(Maintenance maintenance, Instant now) {
    return due(maintenance, now, null, null);
  }

  /**
   * The same of one that somebody just changed.
   *
   * @param said what they said about it, if anything
   */
  Maintenance due(
      Maintenance maintenance, Instant now, @Nullable MaintenanceUpdate said, @Nullable String by) {
    MaintenanceStatus status = maintenance.status(now);
    Maintenance told = maintenance;
    if (status == MaintenanceStatus.CANCELLED && told.told() != status) {
      return tell(told, Kind.CANCELLED, status, now, said, by);
    }
    boolean begun =
        status == MaintenanceStatus.IN_PROGRESS || status == MaintenanceStatus.COMPLETED;
    if (begun && told.told() == MaintenanceStatus.SCHEDULED) {
      told = tell(told, Kind.STARTED, MaintenanceStatus.IN_PROGRESS, told.begins(), said, by);
    }
    if (status == MaintenanceStatus.COMPLETED && told.told() == MaintenanceStatus.IN_PROGRESS) {
      told = tell(told, Kind.COMPLETED, status, told.ends(), said, by);
    }
    return told;
  }

  /** Tells what changed about its services, now that it is stored. */
  void conditions(
      Maintenance maintenance, Collection<ServiceId> touched, Instant now, @Nullable String by) {
    conditions.tell(touched, new Cause(null, maintenance.id().value(), now, by), now);
  }

  private Maintenance tell(
      Maintenance maintenance,
      Kind kind,
      MaintenanceStatus status,
      Instant at,
      @Nullable MaintenanceUpdate said,
      @Nullable String by) {
    MaintenanceDraft draft = new MaintenanceDraft(maintenance);
    draft.told = status;
    draft.facts = maintenance.facts() + 1;
    Maintenance told = draft.at(maintenance.updatedAt());
    facts.publishEvent(
        new MaintenanceFact(kind, told, status, Map.of(), said, at, told.facts(), by));
    return told;
  }
}
