package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class NewCasesTest {

  private static final NewCase ANY =
      new NewCase(
          null,
          "",
          null,
          Severity.MEDIUM,
          Category.OTHER,
          Metadata.EMPTY,
          new TagNames(List.of()),
          null,
          null);

  @Autowired private JdbcClient jdbc;
  @Autowired private TitleNumbers titles;
  @Autowired private TransactionTemplate transaction;

  private final Caller caller =
      new Caller(new UserId("opener-" + UUID.randomUUID()), OrganizationId.DEFAULT, null, Set.of());

  @Test
  void tryAnotherIdWhenOneIsTakenAlsoByWhoIsNotThroughYet() {
    // the first four ids are one and the same
    long same = new SplittableRandom().nextLong();
    AtomicInteger drawn = new AtomicInteger();
    RandomGenerator unlucky = () -> drawn.getAndIncrement() < 4 ? same : same + drawn.get();
    NewCases cases = new NewCases(jdbc, titles, unlucky);

    List<CaseView> opened =
        Together.run(4, _ -> transaction.execute(_ -> cases.open(ANY, caller, Instant.now())));

    assertThat(opened).extracting(CaseView::id).doesNotHaveDuplicates();
    assertThat(drawn.get()).isGreaterThan(4);
  }

  @Test
  void tryAnotherIdWhileACaseOfThatOneIsStillBeingDeleted() {
    long first = new SplittableRandom().nextLong();
    AtomicLong drawn = new AtomicLong(first);
    String id = CaseId.random(() -> first).value();
    jdbc.sql("insert into cases.case_deletions values (?, 'ada', now() + interval '1 hour')")
        .param(id)
        .update();
    NewCases cases = new NewCases(jdbc, titles, drawn::getAndIncrement);

    CaseView opened = transaction.execute(_ -> cases.open(ANY, caller, Instant.now()));

    assertThat(opened.id()).isNotEqualTo(new CaseId(id));
    jdbc.sql("delete from cases.case_deletions where case_id = ?").param(id).update();
  }

  @Test
  void countFromOneAgainAfterMidnight() {
    NewCases cases = new NewCases(jdbc, titles, new SplittableRandom());
    Instant midnight = Instant.parse("2026-03-15T00:00:00Z");

    transaction.executeWithoutResult(
        _ -> {
          open(cases, midnight.minusNanos(1_000), "Case-0314-1");
          open(cases, midnight, "Case-0315-1");
          // stored after a case of the next day, and still numbered in its own
          open(cases, midnight.minusSeconds(1), "Case-0314-2");
          open(cases, midnight.plusSeconds(1), "Case-0315-2");
        });
    open(cases, midnight.plusSeconds(365 * 86_400), "Case-0315-1");
  }

  private void open(NewCases cases, Instant now, String title) {
    CaseView opened = transaction.execute(_ -> cases.open(ANY, caller, now));
    assertThat(opened.title()).isEqualTo(title);
    assertThat(opened.createdAt()).isEqualTo(now);
  }
}
