package com.faultmaven.movingin.original;

import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.cases.importing.ImportedCase.Move;
import com.faultmaven.cases.importing.ImportedCase.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes a history of what the original kept of it, that leads to where the case stands. */
final class History {

  static final String NOT_KEPT = "The service this case comes from kept no history of it.";

  private History() {}

  /**
   * Adds to the known moves the one that is missing.
   *
   * @param known oldest first
   */
  static List<Move> leadingTo(ImportedCase imported, List<Move> known) {
    CaseStatus last = known.isEmpty() ? CaseStatus.CONSULTING : known.getLast().to();
    if (last == imported.status()) {
      return known;
    }
    List<Move> moves = new ArrayList<>(known);
    moves.add(new Move(last, imported.status(), NOT_KEPT, since(imported)));
    return moves;
  }

  private static Instant since(ImportedCase imported) {
    Times times = imported.times();
    Instant since =
        switch (imported.status()) {
          case RESOLVED -> times.resolved();
          case CLOSED -> times.closed();
          case CONSULTING, INVESTIGATING -> times.updated();
        };
    return since == null ? times.updated() : since;
  }
}
