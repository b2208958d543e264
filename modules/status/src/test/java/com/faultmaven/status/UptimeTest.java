package com.faultmaven.status;

import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.service;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.Uptime.Day;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How services were, beside a model that looks at every second. */
@ModuleTest
class UptimeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<String> IMPACTS =
      List.of("degraded_performance", "partial_outage", "major_outage");

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  @Autowired private UptimeQuery query;
  private Organization organization;
  private Api operator;
  private ServiceId service = new ServiceId(new UUID(0, 0));

  @BeforeEach
  void addAService() {
    organization = Organization.on(port);
    operator = organization.operator();
    organization.admin().put("/api/v1/status-page", "{\"time_zone\":\"Europe/Berlin\"}").is(200);
    service = new ServiceId(UUID.fromString(id(service(operator, "Payments"))));
  }

  /** Days of 25 and of 23 hours are among them. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-27T09:30:00Z, 2026-10-01, 1",
    "2026-10-25T01:30:00Z, 2026-10-24, 2",
    "2026-03-30T22:00:00Z, 2026-03-28, 3",
    "2026-03-31T00:00:01Z, 2026-03-01, 4"
  })
  void isAsTheModelSays(Instant now, LocalDate started, int seed) {
    database
        .sql("update status.services set start_date = ? where id = ?")
        .params(started, service.value())
        .update();
    int days = 4;
    LocalDate first = now.atZone(BERLIN).toLocalDate().minusDays(days - 1);
    long from = first.atStartOfDay(BERLIN).toEpochSecond();
    int[] harm = new int[(int) (now.getEpochSecond() - from)];
    boolean[] work = new boolean[harm.length];
    Random dice = new Random(seed);
    for (int n = 0; n < 25; n++) {
      int impact = dice.nextInt(3);
      long begin = from - 7200 + dice.nextInt(harm.length + 7200);
      long length = 1 + dice.nextInt(n % 5 == 0 ? 90_000 : 5_000);
      boolean open = n == 24;
      harmed(IMPACTS.get(impact), begin, open ? null : begin + length);
      for (long t = Math.max(0, begin - from);
          t < (open ? harm.length : Math.min(harm.length, begin + length - from));
          t++) {
        harm[(int) t] = Math.max(harm[(int) t], impact + 1);
      }
    }
    for (int n = 0; n < 4; n++) {
      long begin = from - 7200 + dice.nextInt(harm.length);
      long length = 1 + dice.nextInt(20_000);
      worked(begin, begin + length, n == 3);
      for (long t = Math.max(0, begin - from);
          n != 3 && t < Math.min(harm.length, begin + length - from);
          t++) {
        work[(int) t] = true;
      }
    }

    Uptime uptime = uptime(days, now);

    assertThat(uptime.days()).hasSize(days);
    BigDecimal down = BigDecimal.ZERO;
    long passed = 0;
    for (int n = 0; n < days; n++) {
      LocalDate date = first.plusDays(n);
      Day day = uptime.days().get(n);
      assertThat(day.date()).isEqualTo(date);
      long[] seconds = new long[5];
      long end =
          Math.min(now.getEpochSecond(), date.plusDays(1).atStartOfDay(BERLIN).toEpochSecond());
      boolean counts = !date.isBefore(started);
      for (long t = date.atStartOfDay(BERLIN).toEpochSecond(); counts && t < end; t++) {
        seconds[work[(int) (t - from)] ? 4 : harm[(int) (t - from)]]++;
        passed++;
      }
      assertThat(
              List.of(day.degraded(), day.partial(), day.major(), day.maintenance()).stream()
                  .map(BigDecimal::longValueExact))
          .as(date.toString())
          .containsExactly(seconds[1], seconds[2], seconds[3], seconds[4]);
      assertThat(day.condition())
          .isEqualTo(
              !counts
                  ? null
                  : seconds[3] > 0
                      ? Condition.MAJOR_OUTAGE
                      : seconds[2] > 0
                          ? Condition.PARTIAL_OUTAGE
                          : seconds[1] > 0
                              ? Condition.DEGRADED_PERFORMANCE
                              : seconds[4] > 0
                                  ? Condition.UNDER_MAINTENANCE
                                  : Condition.OPERATIONAL);
      down =
          down.add(BigDecimal.valueOf(seconds[3]))
              .add(BigDecimal.valueOf(seconds[2]).multiply(new BigDecimal("0.3")));
    }
    assertThat(uptime.percent())
        .isEqualByComparingTo(
            BigDecimal.valueOf(passed)
                .subtract(down)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(passed), 4, RoundingMode.DOWN));
  }

  @Test
  void isReadDayByDay() {
    Instant now = Instant.now();
    harmed("major_outage", now.getEpochSecond() - 60, null);

    Answer read = operator.get("/api/v1/services/" + service + "/uptime?days=3").is(200);

    assertThat(read.at("/days").size()).isEqualTo(3);
    assertThat(read.text("/time_zone")).isEqualTo("Europe/Berlin");
    assertThat(read.text("/from")).isEqualTo(read.text("/days/0/date"));
    assertThat(read.text("/to")).isEqualTo(read.text("/days/2/date"));
    assertThat(read.at("/days/0/condition").isNull()).as("before it began").isTrue();
    assertThat(operator.get("/api/v1/services/" + service + "/uptime").at("/days").size())
        .isEqualTo(90);
    assertThat(operator.get("/api/v1/services/" + service + "/uptime?days=0").is(422).violations())
        .containsExactly("days:too_small");
    operator.get("/api/v1/services/" + service + "/uptime?days=91").is(422, "INVALID_PARAMETER");
    Organization.on(port)
        .operator()
        .get("/api/v1/services/" + service + "/uptime")
        .is(404, "SERVICE_NOT_FOUND");
  }

  @Test
  void isUnknownBeforeAnyTimePassed() {
    Instant now = Instant.parse("2026-03-14T09:00:00Z");
    database
        .sql("update status.services set start_date = '2026-03-15' where id = ?")
        .param(service.value())
        .update();
    Uptime uptime = uptime(2, now);
    assertThat(uptime.percent()).isNull();
    assertThat(uptime.days()).extracting(Day::condition).containsOnlyNulls();
  }

  /** A thousand services of twenty incidents each. */
  @Test
  void isReadForAllServicesAtOnce() {
    String name = organization.name();
    database
        .sql(
            """
            insert into status.services (id, organization_id, name, position, start_date, created_at,
              updated_at, told_condition, facts, version)
            select gen_random_uuid(), :organization, 'many ' || n, 0, '2026-01-01', now(), now(),
              'operational', 1, 1 from generate_series(1, 999) n
            """)
        .param("organization", name)
        .update();
    List<ServiceId> all = new ArrayList<>();
    database
        .sql("select id from status.services where organization_id = ?")
        .param(name)
        .query(UUID.class)
        .list()
        .forEach(it -> all.add(new ServiceId(it)));
    for (int n = 0; n < 20; n++) {
      UUID incident = incident();
      database
          .sql(
              """
              insert into status.impacts (incident_id, service_id, impact, during)
              select :incident, id, 'partial_outage',
                tstzrange(now() - :n * interval '4 days', now() - :n * interval '4 days' + interval '1 hour')
              from status.services where organization_id = :organization
              """)
          .param("incident", incident)
          .param("n", n + 1)
          .param("organization", name)
          .update();
    }
    Map<ServiceId, Uptime> uptimes = query.of(all, organizationId(), 90, Instant.now());
    assertThat(uptimes).hasSize(1000);
    assertThat(uptimes.values()).allMatch(it -> it.days().size() == 90);
  }

  private Uptime uptime(int days, Instant now) {
    return requireNonNull(query.of(List.of(service), organizationId(), days, now).get(service));
  }

  private OrganizationId organizationId() {
    return new OrganizationId(organization.name());
  }

  private UUID incident() {
    UUID incident = UUID.randomUUID();
    database
        .sql(
            """
            insert into status.incidents (id, organization_id, title, severity, status, started_at,
              resolved_at, backfilled, notify, update_count, created_at, updated_at, facts, version)
            values (?, ?, 't', 'low', 'resolved', now(), now(), true, false, 0, now(), now(), 1, 1)
            """)
        .params(incident, organization.name())
        .update();
    return incident;
  }

  private void harmed(String impact, long from, @Nullable Long until) {
    database
        .sql(
            """
            insert into status.impacts (incident_id, service_id, impact, during)
            values (:incident, :service, :impact,
              tstzrange(to_timestamp(:from::bigint), to_timestamp(:until::bigint)))
            """)
        .param("incident", incident())
        .param("service", service.value())
        .param("impact", impact)
        .param("from", from)
        .param("until", until, Types.BIGINT)
        .update();
  }

  private void worked(long from, long until, boolean cancelled) {
    UUID maintenance = UUID.randomUUID();
    database
        .sql(
            """
            with m as (
              insert into status.maintenances (id, organization_id, title, scheduled_for,
                scheduled_until, cancelled_at, told, notify, update_count, created_at, updated_at,
                facts, version)
              values (:id, :organization, 't', to_timestamp(:from::bigint), to_timestamp(:until::bigint),
                case when :cancelled then now() end, 'completed', true, 0, now(), now(), 1, 1)
              returning id)
            insert into status.maintenance_services (maintenance_id, service_id, ordinal)
            select id, :service, 1 from m
            """)
        .param("id", maintenance)
        .param("organization", organization.name())
        .param("from", from)
        .param("until", until)
        .param("cancelled", cancelled)
        .param("service", service.value())
        .update();
  }
}
