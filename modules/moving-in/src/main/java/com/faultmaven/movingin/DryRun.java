package com.faultmaven.movingin;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.cases.importing.Mark;
import com.faultmaven.cases.importing.StoredCases;
import com.faultmaven.movingin.MovedCases.Moved;
import com.faultmaven.movingin.original.Batch;
import com.faultmaven.movingin.original.Limits;
import com.faultmaven.movingin.original.Remark;
import com.faultmaven.movingin.original.Source;
import com.faultmaven.movingin.original.SourceAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what an import would do. It writes nothing, so what only the database refuses is not seen.
 */
@Component
class DryRun {

  private final MovedCases moved;
  private final StoredCases stored;

  DryRun(MovedCases moved, StoredCases stored) {
    this.moved = moved;
    this.stored = stored;
  }

  /** Returns whether everything would come. */
  boolean run(SourceAddress address, Limits limits, ImportOptions options, Screen screen) {
    try (Source source = Source.open(address, limits);
        Report report = new Report(options.report())) {
      screen.say("From " + address + " (" + source.generation() + "), for a try.");
      Refusals refusals = new Refusals(report);
      AtomicReference<Tally> tally = new AtomicReference<>(Tally.NOTHING);
      try (Progress progress = screen.progress(source.countCases(), 0)) {
        AtOnce.each(
            Range.of(source),
            range ->
                range.read(
                    address,
                    limits,
                    options.batch(),
                    (reading, batch, _) -> {
                      tally.accumulateAndGet(look(reading, batch, refusals), Tally::plus);
                      progress.add(batch.rows());
                    }));
      }
      source.findStrays(refusals::add);
      screen.say(tally.get() + ", if it were done.");
      screen.say(report.lines() + " remarks are in " + options.report() + ".");
      return refusals.none();
    }
  }

  private Tally look(Source source, Batch batch, Refusals refusals) {
    batch.remarks().forEach(refusals::add);
    long refused =
        batch.remarks().stream()
            .filter(it -> it.outcome() == Remark.Outcome.REFUSED && it.kind() == Remark.Kind.CASE)
            .count();
    List<CaseId> ids = batch.cases().stream().map(ImportedCase::id).toList();
    Map<CaseId, Moved> before = moved.find(ids);
    Map<CaseId, Mark> here = stored.marks(ids);
    Talks talks = new Talks(batch.cases());
    source.readMessages(ids, talks.then(_ -> {}), refusals::add);
    Tally tally = new Tally(0, 0, 0, 0, refused, talks.messages());
    for (ImportedCase each : batch.cases()) {
      tally =
          tally.plus(
              fate(
                  before.get(each.id()),
                  here.get(each.id()),
                  talks.fingerprint(each),
                  each,
                  refusals));
    }
    return tally;
  }

  private static Tally fate(
      @Nullable Moved before,
      @Nullable Mark here,
      byte[] fingerprint,
      ImportedCase each,
      Refusals refusals) {
    if (before == null && here == null) {
      return new Tally(1, 0, 0, 0, 0, 0);
    }
    if (before == null) {
      refusals.add(
          Remark.refusedCase(
              each.id().value(), "case_id", "taken", "A case of this id was opened here."));
      return new Tally(0, 0, 0, 0, 1, 0);
    }
    if (!before.mark().equals(here)) {
      return new Tally(0, 0, 0, 1, 0, 0);
    }
    return before.cameAs(fingerprint) ? new Tally(0, 0, 1, 0, 0, 0) : new Tally(0, 1, 0, 0, 0, 0);
  }

  /** Reports remarks, and knows whether a row is refused. */
  private static final class Refusals {
    private final Report report;
    private volatile boolean any;

    Refusals(Report report) {
      this.report = report;
    }

    void add(Remark remark) {
      report.add(remark);
      if (remark.outcome() == Remark.Outcome.REFUSED) {
        any = true;
      }
    }

    boolean none() {
      return !any;
    }
  }
}
