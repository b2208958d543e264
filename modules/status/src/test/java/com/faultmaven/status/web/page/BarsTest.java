package com.faultmaven.status.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.status.Condition;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.Uptime;
import com.faultmaven.status.Uptime.Day;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BarsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 12);

  @Test
  void tellTroubledDaysOneByOneAndOthersTogether() {
    Bars bars =
        bars(
            new BigDecimal("99.9000"),
            day(0, null, 0, 0, 0),
            day(1, null, 0, 0, 0),
            day(2, Condition.MAJOR_OUTAGE, 7800, 0, 60),
            day(3, Condition.OPERATIONAL, 0, 0, 0),
            day(4, Condition.OPERATIONAL, 0, 0, 0),
            day(5, Condition.OPERATIONAL, 0, 0, 0),
            day(6, Condition.PARTIAL_OUTAGE, 0, 45, 0),
            day(7, Condition.PARTIAL_OUTAGE, 0, 86_400, 0));

    assertThat(bars.days()).isEqualTo(8);
    assertThat(bars.uptime()).isEqualTo("99.9");
    assertThat(bars.runs())
        .extracting(run -> run.css() + "|" + run.text())
        .containsExactly(
            "none n2|12 March to 13 March: no data",
            "down|14 March: 2 h 10 min major outage, 1 min degraded performance",
            "ok n3|15 March to 17 March: no trouble",
            "part|18 March: 45 s partial outage",
            "part|19 March: 24 h partial outage");
    assertThat(bars.troubled())
        .extracting(Bars.Troubled::date)
        .containsExactly("19 March 2026", "18 March 2026", "14 March 2026");
  }

  @Test
  void showTodayAsItIsNow() {
    Day now = day(1, Condition.MAJOR_OUTAGE, 60, 0, 0);
    Bars bars =
        Bars.of(
            uptime(
                null,
                List.of(
                    day(0, Condition.OPERATIONAL, 0, 0, 0),
                    day(1, Condition.OPERATIONAL, 0, 0, 0))),
            now);
    assertThat(bars.uptime()).isNull();
    assertThat(bars.runs())
        .extracting(Bars.Run::text)
        .containsExactly("12 March: no trouble", "13 March: 1 min major outage");
  }

  private static Bars bars(BigDecimal percent, Day... days) {
    return Bars.of(uptime(percent, List.of(days)), days[days.length - 1]);
  }

  private static Uptime uptime(@Nullable BigDecimal percent, List<Day> days) {
    return new Uptime(
        new ServiceId(new UUID(0, 1)), ZoneId.of("UTC"), percent, new ArrayList<>(days));
  }

  private static Day day(
      int after, @Nullable Condition condition, long major, long partial, long degraded) {
    return new Day(
        FIRST.plusDays(after),
        condition,
        BigDecimal.valueOf(major),
        BigDecimal.valueOf(partial),
        BigDecimal.valueOf(degraded),
        BigDecimal.ZERO,
        List.of());
  }
}
