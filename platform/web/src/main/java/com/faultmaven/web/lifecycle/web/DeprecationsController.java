package com.faultmaven.web.lifecycle.web;

import com.faultmaven.contracts.cases.v2.api.DeprecationsApi;
import com.faultmaven.contracts.cases.v2.model.DeprecatedUsage;
import com.faultmaven.contracts.cases.v2.model.DeprecatedUsageReport;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.web.lifecycle.DeprecatedUsages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeprecationsController implements DeprecationsApi {

  private static final int DAYS = 30;

  /** The first day the contract's form of a date can say. */
  private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);

  private final DeprecatedUsages usages;
  private final Clock clock;

  DeprecationsController(DeprecatedUsages usages, Clock clock) {
    this.usages = usages;
    this.clock = clock;
  }

  @Override
  public ResponseEntity<DeprecatedUsageReport> getDeprecatedUsage(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String version,
      @Nullable String clientId) {
    LocalDate last = to != null ? to : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate first = from != null ? from : daysBefore(last);
    if (first.isAfter(last)) {
      throw InvalidRequest.parameter("from", "out_of_range", "from must not be after to.");
    }
    List<DeprecatedUsage> usage =
        usages.between(first, last, version, clientId).stream()
            .map(DeprecationsController::shown)
            .toList();
    long total = usage.stream().mapToLong(DeprecatedUsage::getCalls).sum();
    return ResponseEntity.ok(new DeprecatedUsageReport(first, last, total, usage));
  }

  private static LocalDate daysBefore(LocalDate last) {
    LocalDate first = last.minusDays(DAYS);
    return first.isBefore(FIRST_DAY) ? FIRST_DAY : first;
  }

  private static DeprecatedUsage shown(DeprecatedUsages.DeprecatedUsage usage) {
    return new DeprecatedUsage(
        usage.endpoint(), usage.version(), usage.clientId(), usage.calls(), usage.lastCalledAt());
  }
}
