package com.faultmaven.cases;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the texts of cases that were shared, or are no longer, their participants, some texts in a
 * transaction. Any number of instances may do it at once, each with other cases.
 */
@Component
class SharedTextWriting {

  /** The scheduler has other things to do too. */
  private static final int BATCHES_AT_A_TIME = 2000;

  private final SharedTexts texts;
  private final TransactionTemplate transaction;

  SharedTextWriting(SharedTexts texts, TransactionTemplate transaction) {
    this.texts = texts;
    this.transaction = transaction;
  }

  @Scheduled(
      initialDelayString = "${faultmaven.search.share-every:2s}",
      fixedDelayString = "${faultmaven.search.share-every:2s}")
  void writeWhatIsDue() {
    int batches = 0;
    while (batches < BATCHES_AT_A_TIME
        && Boolean.TRUE.equals(transaction.execute(_ -> texts.writeSome()))) {
      batches++;
    }
  }
}
