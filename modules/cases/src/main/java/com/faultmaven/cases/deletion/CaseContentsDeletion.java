package com.faultmaven.cases.deletion;

import com.faultmaven.cases.CaseId;
import com.faultmaven.database.DatabaseFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what is left of deleted cases, some cases and a batch of their rows at a time. Each batch
 * is a transaction of its own, so a crash between two of them loses nothing, and any number of
 * instances may do it.
 */
@Component
class CaseContentsDeletion {

  private static final Logger LOG = LoggerFactory.getLogger(CaseContentsDeletion.class);

  /** The scheduler has other things to do too. */
  private static final int BATCHES_AT_A_TIME = 200;

  private static final int CASES_AT_A_TIME = 100;

  private final CaseDeletions deletions;
  private final ContentsDeletion contents;
  private final CaseDeletionProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CaseContentsDeletion(
      CaseDeletions deletions,
      ContentsDeletion contents,
      CaseDeletionProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.deletions = deletions;
    this.contents = contents;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${faultmaven.case-deletion.every:1s}",
      fixedDelayString = "${faultmaven.case-deletion.every:1s}")
  void deleteWhatIsDue() {
    int batches = 0;
    while (batches < BATCHES_AT_A_TIME && deleteBatch()) {
      batches++;
    }
  }

  /** Returns whether there was anything to delete. */
  private boolean deleteBatch() {
    Instant now = clock.instant();
    List<CaseId> due = deletions.take(CASES_AT_A_TIME, now, now.plus(properties.pause()));
    if (due.isEmpty()) {
      return false;
    }
    try {
      deleteBatchOf(due);
    } catch (RuntimeException failure) {
      if (DatabaseFailure.isOutage(failure)) {
        throw failure;
      }
      deleteOneByOne(due);
    }
    return true;
  }

  /** So that one that fails holds up no other. */
  private void deleteOneByOne(List<CaseId> due) {
    RuntimeException last = null;
    for (CaseId id : due) {
      try {
        deleteBatchOf(List.of(id));
      } catch (RuntimeException failure) {
        LOG.warn("Deleting what is left of {} has failed, and goes on later", id);
        last = failure;
      }
    }
    if (last != null) {
      throw last;
    }
  }

  private void deleteBatchOf(List<CaseId> ids) {
    transaction.executeWithoutResult(
        _ -> contents.deleteSome(deletions.lock(ids), properties.batch()));
  }
}
