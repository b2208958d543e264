package com.faultmaven.reports;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Makes reports of what is sent; numbers they get when they are stored. */
@Component
class ReportDrafts {

  private final Clock clock;
  private final RandomGenerator random;

  ReportDrafts(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** As the caller submits it now. */
  DraftedReport submitted(NewReport sent, Caller caller) {
    return drafted(
        new ImportedReport(sent, null, null, ReportStatus.ACTIVE, caller.userId(), null), caller);
  }

  /** With what it has from elsewhere. */
  DraftedReport drafted(ImportedReport imported, Caller caller) {
    NewReport sent = imported.report();
    Instant now = clock.instant();
    Instant created = Objects.requireNonNullElse(imported.createdAt(), now);
    return new DraftedReport(
        new Report(
            imported.id() == null ? ReportId.random(random) : imported.id(),
            imported.seq() == null ? 0 : imported.seq(),
            caller.organizationId(),
            sent.source(),
            sent.externalId(),
            imported.reporter(),
            asStored(Objects.requireNonNullElse(sent.reportedAt(), created)),
            sent.location(),
            sent.visibility(),
            imported.status(),
            sent.description(),
            sent.analyses().stream()
                .sorted((a, b) -> a.language().compareTo(b.language()))
                .toList(),
            sent.media(),
            sent.metadata(),
            0,
            asStored(created),
            asStored(created),
            1,
            new EntityVersion(1)),
        imported.seq() != null);
  }

  Instant now() {
    return asStored(clock.instant());
  }

  /** As precise as the database. */
  private static Instant asStored(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }
}
