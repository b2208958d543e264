package com.faultmaven.movingin;

import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.movingin.original.Batch;
import com.faultmaven.movingin.original.Limits;
import com.faultmaven.movingin.original.Remark;
import com.faultmaven.movingin.original.Source;
import com.faultmaven.movingin.original.SourceAddress;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads both sides again and compares them, case by case, and sums them up by user. */
@Component
class Verification {

  /** Behind all ids. */
  private static final String END = "case_g";

  private final StoredSide stored;
  private final MovedCases moved;
  private final TransactionTemplate transaction;

  Verification(StoredSide stored, MovedCases moved, TransactionTemplate transaction) {
    this.stored = stored;
    this.moved = moved;
    this.transaction = transaction;
  }

  /** Returns whether both sides are the same, but for what was changed here since. */
  boolean run(SourceAddress address, Limits limits, ImportOptions options, Screen screen) {
    try (Source source = Source.open(address, limits);
        Report report = new Report(options.report())) {
      screen.say("Comparing with " + address + " (" + source.generation() + ").");
      Comparison comparison = new Comparison(report);
      try (Progress progress = screen.progress(source.countCases(), 0)) {
        AtOnce.each(
            Range.of(source),
            range ->
                range.read(
                    address,
                    limits,
                    options.batch(),
                    (reading, batch, of) -> {
                      compare(reading, batch, comparison);
                      findGone(address.name(), batch, of, comparison);
                      progress.add(batch.rows());
                    }));
      }
      comparison.sumUp(screen);
      screen.say("Users, and cases that differ, are in " + options.report() + ".");
      return comparison.same();
    }
  }

  private void compare(Source source, Batch batch, Comparison comparison) {
    batch.remarks().stream()
        .filter(it -> it.outcome() == Remark.Outcome.REFUSED && it.kind() == Remark.Kind.CASE)
        .forEach(comparison::refused);
    Talks there = new Talks(batch.cases());
    source.readMessages(there.ids(), there.then(_ -> {}), _ -> {});
    transaction.executeWithoutResult(
        _ -> {
          var before = moved.find(there.ids());
          var here = stored.read(there.ids());
          for (ImportedCase each : batch.cases()) {
            Side side =
                new Side(each.owner().value(), there.of(each).messages(), there.fingerprint(each));
            comparison.add(each.id(), side, before.get(each.id()), here.get(each.id()));
          }
        });
  }

  private void findGone(String name, Batch batch, Range of, Comparison comparison) {
    Set<String> there = new HashSet<>();
    batch.cases().forEach(each -> there.add(each.id().value()));
    batch.remarks().forEach(remark -> there.add(String.valueOf(remark.caseId())));
    moved.between(name, of.after(), Objects.requireNonNullElse(of.upTo(), END)).stream()
        .filter(id -> !there.contains(id))
        .forEach(comparison::gone);
  }
}
