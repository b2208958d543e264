package com.faultmaven.cases;

import com.faultmaven.kernel.UserId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers the cases nobody named: one more than its owner opened on that day, also if several are
 * being opened at once. Nobody waits for anybody: a number is reserved by an advisory lock that is
 * only tried for, and what somebody else has reserved or used is passed over.
 */
@Component
class TitleNumbers {

  private static final String NEXT =
      """
      with today as (
        select ? as owner, ?::timestamptz as midnight, ? as prefix)
      select number
      from today, lateral (
        select generate_series(
          1 + (select count(*)::integer from cases.cases c
               where c.owner_id = owner and c.created_at >= midnight
                 and c.created_at < midnight + interval '1 day'),
          2147483647) as number) numbers
      where case
        when exists (
          select from cases.cases c
          where c.owner_id = owner and c.title = prefix || number
            and c.title like 'Case-%' and c.created_at >= midnight)
        then false
        else pg_try_advisory_xact_lock(hashtext(owner || prefix), number) end
      limit 1
      """;

  private final JdbcClient jdbc;

  TitleNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The title of the case being opened, reserved until the transaction ends. Another transaction
   * that held the same number may have committed since this statement began, so the title has to be
   * looked up again when the case is stored.
   */
  Title next(UserId owner, LocalDate day) {
    int number =
        jdbc.sql(NEXT)
            .params(
                owner.value(),
                day.atStartOfDay().atOffset(ZoneOffset.UTC),
                Title.generatedPrefix(day))
            .query(Integer.class)
            .single();
    return Title.generated(day, number);
  }
}
