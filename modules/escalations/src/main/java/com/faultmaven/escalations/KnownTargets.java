package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.kernel.Caller;
import com.faultmaven.mail.Mail;
import com.faultmaven.reports.dossiers.SaidOfCases;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Targets by their numbers, for clients that know them by those. Their addresses are kept as they
 * came; whether mail can be sent there is found out when it is.
 */
@Service
@Transactional
public class KnownTargets {

  private static final String INSERT =
      """
      insert into escalations.targets as t (target_id, case_id, role_type, organization,
        display_name, email, phone, source, confidence, rationale, created_at, version)
      select n.id, :case, n.role, n.organization, n.name, n.email, n.phone, n.source, n.confidence,
        n.rationale, :now, 1
      from (
        select distinct on (lower(s.email), case when s.email is null then s.phone end) s.*
        from unnest(:ids::text[], :roles::text[], :organizations::text[], :names::text[],
            :emails::text[], :phones::text[], :sources::text[], :confidences::float8[],
            :rationales::text[])
          with ordinality s (id, role, organization, name, email, phone, source, confidence,
            rationale, place)
        order by lower(s.email), case when s.email is null then s.phone end, s.place) n
      where n.email is not null or not exists (
        select from escalations.targets there
        where there.case_id = :case and there.email is null and there.phone = n.phone)
      order by n.place
      on conflict (case_id, lower(email)) do update set role_type = excluded.role_type,
        organization = excluded.organization, display_name = excluded.display_name,
        phone = excluded.phone, source = excluded.source, confidence = excluded.confidence,
        rationale = excluded.rationale, version = t.version + 1
      """;

  private static final Comparator<Target> SUREST_FIRST =
      Comparator.comparingDouble((Target it) -> it.details().confidence())
          .reversed()
          .thenComparing(Target::createdAt)
          .thenComparingLong(Target::number);

  private final JdbcClient jdbc;
  private final TargetRows rows;
  private final SaidOfCases reports;
  private final Cases cases;
  private final AuditRows audit;
  private final RandomGenerator random;
  private final Clock clock;

  KnownTargets(
      JdbcClient jdbc,
      TargetRows rows,
      SaidOfCases reports,
      Cases cases,
      AuditRows audit,
      RandomGenerator random,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.reports = reports;
    this.cases = cases;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  /** Whether an address has the form of one that mail can be sent to. */
  public static boolean isAddress(String address) {
    return Mail.isAddress(address);
  }

  /**
   * Those of a case and of those that show with it, of whom it is most certain first, for those who
   * have asked whether it may be read.
   */
  @Transactional(readOnly = true)
  public List<Target> of(CaseId id) {
    return rows.of(reports.together(id)).stream().sorted(SUREST_FIRST).toList();
  }

  /**
   * Adds targets in their order, each address once, or changes those that have their addresses.
   *
   * @throws TooManyTargets if the case would have more than 100
   */
  public void put(CaseId id, List<TargetDetails> all, Caller caller) {
    if (all.isEmpty()) {
      return;
    }
    cases.claim(id, 0, caller);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int written =
        jdbc.sql(INSERT)
            .param("case", id.value())
            .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("ids", texts(all, _ -> TargetId.random(random).value()))
            .param("roles", texts(all, TargetDetails::roleType))
            .param("organizations", texts(all, TargetDetails::organization))
            .param("names", texts(all, TargetDetails::displayName))
            .param("emails", texts(all, TargetDetails::email))
            .param("phones", texts(all, TargetDetails::phone))
            .param("sources", texts(all, TargetDetails::source))
            .param(
                "confidences", all.stream().map(TargetDetails::confidence).toArray(Double[]::new))
            .param("rationales", texts(all, TargetDetails::rationale))
            .update();
    if (count(id) > Targets.MOST) {
      throw TooManyTargets.than(Targets.MOST);
    }
    audit.add(id, "targets_added", caller.userId(), Map.of("count", written), now);
  }

  private static String[] texts(
      List<TargetDetails> all, Function<TargetDetails, @Nullable String> member) {
    return all.stream().map(member).toArray(String[]::new);
  }

  private int count(CaseId id) {
    return jdbc.sql("select count(*) from escalations.targets where case_id = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }
}
