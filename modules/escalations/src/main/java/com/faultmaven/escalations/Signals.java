package com.faultmaven.escalations;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseNotFound;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.dossiers.MergeStore;
import com.faultmaven.reports.dossiers.SaidOfCases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs that cases may be over. They move no case. */
@Service
@Transactional
public class Signals {

  private static final int MOST = 1_000;

  private final JdbcClient jdbc;
  private final Cases cases;
  private final CaseAccess access;
  private final MergeStore merges;
  private final SaidOfCases reports;
  private final AuditRows audit;
  private final ApplicationEventPublisher facts;
  private final RandomGenerator random;
  private final Clock clock;

  Signals(
      JdbcClient jdbc,
      Cases cases,
      CaseAccess access,
      MergeStore merges,
      SaidOfCases reports,
      AuditRows audit,
      ApplicationEventPublisher facts,
      RandomGenerator random,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.access = access;
    this.merges = merges;
    this.reports = reports;
    this.audit = audit;
    this.facts = facts;
    this.random = random;
    this.clock = clock;
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public Page<Signal> list(CaseId id, Paging paging, Caller caller) {
    access.requireReadable(id, caller);
    Numbered list = Numbered.latestFirst("signals/a", id, paging);
    return list.page(
        page(id, list.from(), paging.limit() + 1, paging.offset()),
        () -> count(id),
        Signal::number);
  }

  /** The latest 1,000, the latest first. */
  List<Signal> latest(CaseId id) {
    return page(id, Long.MAX_VALUE, MOST, 0);
  }

  private List<Signal> page(CaseId id, long before, int most, int skip) {
    return jdbc.sql(
            """
            select signal_id, number, case_id, kind, source_type, summary, report_id, metadata,
              suggested_status, recorded_by, created_at
            from escalations.signals where case_id = ? and number < ?
            order by number desc limit ? offset ?
            """)
        .params(id.value(), before, most, skip)
        .query(Signals::signal)
        .list();
  }

  private long count(CaseId id) {
    return jdbc.sql("select count(*) from escalations.signals where case_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  /** Records what was heard, for who may write to the case, and for services. */
  public Signal record(CaseId id, NewSignal heard, Caller caller) {
    ClaimedCase claimed = claim(id, caller);
    merges.requireApart(id);
    requireReported(id, heard.reportId());
    Signal signal = insert(id, heard, heard.suggests(claimed.status()), caller, clock.instant());
    audit.add(
        id,
        "signal_recorded",
        caller.userId(),
        Map.of("signal_id", signal.id().value(), "kind", heard.kind().word()),
        signal.createdAt());
    facts.publishEvent(
        new EscalationFact.Signaled(
            id, claimed.organization(), claimed.fact(), signal, caller.userId()));
    return signal;
  }

  /** A service hears of cases that nobody shared with it, in the organization it acts for. */
  private ClaimedCase claim(CaseId id, Caller caller) {
    if (!caller.isService() && !caller.isAdmin()) {
      return cases.claim(id, 1, caller);
    }
    ClaimedCase claimed = cases.claim(List.of(id), 1).get(id);
    if (claimed == null || !claimed.organization().equals(caller.organizationId())) {
      throw CaseNotFound.of(id);
    }
    return claimed;
  }

  private void requireReported(CaseId id, @Nullable String report) {
    if (report != null && !reports.have(id, report)) {
      throw InvalidRequest.body(
          "/report_id", "unknown_report", "The case has no report of this id.");
    }
  }

  private Signal insert(
      CaseId id, NewSignal heard, @Nullable CaseStatus suggested, Caller caller, Instant now) {
    return jdbc.sql(
            """
            insert into escalations.signals (signal_id, case_id, kind, source_type, summary,
              report_id, metadata, suggested_status, recorded_by, created_at)
            values (:signal, :case, :kind, :source, :summary, :report, :metadata::jsonb, :suggested,
              :by, :now)
            returning signal_id, number, case_id, kind, source_type, summary, report_id, metadata,
              suggested_status, recorded_by, created_at
            """)
        .param("signal", SignalId.random(random).value())
        .param("case", id.value())
        .param("kind", heard.kind().word())
        .param("source", heard.sourceType())
        .param("summary", heard.summary())
        .param("report", heard.reportId(), Types.VARCHAR)
        .param("metadata", heard.metadata().json())
        .param("suggested", suggested == null ? null : suggested.word(), Types.VARCHAR)
        .param("by", caller.userId().value())
        .param(
            "now",
            now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Signals::signal)
        .single();
  }

  private static Signal signal(ResultSet row, int number) throws SQLException {
    String suggested = row.getString("suggested_status");
    return new Signal(
        new SignalId(row.getString("signal_id")),
        row.getLong("number"),
        CaseId.of(row.getString("case_id")),
        new NewSignal(
            NewSignal.Kind.of(row.getString("kind")),
            row.getString("source_type"),
            row.getString("summary"),
            row.getString("report_id"),
            Metadata.stored(row.getString("metadata"))),
        suggested == null ? null : CaseStatus.valueOf(suggested.toUpperCase(Locale.ROOT)),
        row.getString("recorded_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
