package com.faultmaven.cases.counts;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds the changes of counts, a batch in a transaction, so that the totals of lists add up few
 * rows. Any number of instances may do it: one at a time does.
 */
@Component
class CaseCountFolding {

  private static final int BATCH = 5000;

  /** The scheduler has other things to do too. */
  private static final int BATCHES_AT_A_TIME = 100;

  private final CaseCounts counts;
  private final TransactionTemplate transaction;

  CaseCountFolding(CaseCounts counts, TransactionTemplate transaction) {
    this.counts = counts;
    this.transaction = transaction;
  }

  @Scheduled(
      initialDelayString = "${faultmaven.case-counts.every:2s}",
      fixedDelayString = "${faultmaven.case-counts.every:2s}")
  void foldWhatHasChanged() {
    for (CaseCounts.Of which : CaseCounts.Of.values()) {
      int batches = 0;
      while (batches < BATCHES_AT_A_TIME && foldBatch(which) == BATCH) {
        batches++;
      }
    }
  }

  private int foldBatch(CaseCounts.Of which) {
    Integer folded = transaction.execute(_ -> counts.fold(which, BATCH));
    return folded == null ? 0 : folded;
  }
}
