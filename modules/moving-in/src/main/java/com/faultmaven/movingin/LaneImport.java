package com.faultmaven.movingin;

import com.faultmaven.movingin.original.Batch;
import com.faultmaven.movingin.original.Limits;
import com.faultmaven.movingin.original.Remark;
import com.faultmaven.movingin.original.Source;
import com.faultmaven.movingin.original.SourceAddress;
import java.util.List;
import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports a lane, a batch in a transaction. A batch the database refuses is halved until the case
 * is alone for which it does.
 */
@Component
class LaneImport {

  private final BatchImport batches;
  private final Lanes lanes;
  private final Remarks remarks;
  private final TransactionTemplate transaction;

  LaneImport(BatchImport batches, Lanes lanes, Remarks remarks, TransactionTemplate transaction) {
    this.batches = batches;
    this.lanes = lanes;
    this.remarks = remarks;
    this.transaction = transaction;
  }

  /** Where a step led to. */
  private record Step(Lane lane, boolean end, int rows) {}

  void run(Lane lane, SourceAddress address, Limits limits, int most, Progress progress) {
    try (Source source = Source.open(address, limits)) {
      Step step = new Step(lane, false, 0);
      int size = most;
      while (!step.end()) {
        source.refresh();
        try {
          step = next(source, step.lane(), size);
          size = Math.min(most, size * 2);
        } catch (DataIntegrityViolationException refused) {
          if (size == 1) {
            step = refuse(source, step.lane(), refused);
          } else {
            size /= 2;
          }
        }
        progress.add(step.rows());
      }
    }
  }

  private Step next(Source source, Lane lane, int size) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              Batch batch = source.read(lane.after(), lane.upTo(), size);
              Tally done = batches.run(source, lane.source(), batch);
              lanes.advance(lane, batch, done);
              return new Step(lane.at(batch.last()), batch.end(), batch.rows());
            }));
  }

  /** Passes over the one case that is read. */
  private Step refuse(Source source, Lane lane, DataIntegrityViolationException why) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              Batch batch = source.read(lane.after(), lane.upTo(), 1);
              remarks.add(
                  lane.source(),
                  List.of(Remark.refusedCase(batch.last(), "row", "database", words(why))));
              lanes.advance(lane, batch, new Tally(0, 0, 0, 0, 1, 0));
              return new Step(lane.at(batch.last()), batch.end(), batch.rows());
            }));
  }

  /** What names the rule that is broken, and not the value that breaks it. */
  private static String words(DataIntegrityViolationException why) {
    if (why.getMostSpecificCause() instanceof PSQLException refused
        && refused.getServerErrorMessage() instanceof ServerErrorMessage message) {
      String constraint = message.getConstraint();
      return constraint == null
          ? "The database refuses it: " + refused.getSQLState() + "."
          : "It breaks " + constraint + ".";
    }
    return "The database refuses it.";
  }
}
