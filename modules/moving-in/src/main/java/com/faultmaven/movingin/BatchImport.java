package com.faultmaven.movingin;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.importing.CaseImport;
import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.cases.importing.Mark;
import com.faultmaven.movingin.MovedCases.Moved;
import com.faultmaven.movingin.original.Batch;
import com.faultmaven.movingin.original.Remark;
import com.faultmaven.movingin.original.Remark.Kind;
import com.faultmaven.movingin.original.Remark.Outcome;
import com.faultmaven.movingin.original.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Imports a batch of cases, within the transaction of the caller. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BatchImport {

  private final CaseImport cases;
  private final MovedCases moved;
  private final Remarks remarks;
  private final ContentsImport contents;

  BatchImport(CaseImport cases, MovedCases moved, Remarks remarks, ContentsImport contents) {
    this.cases = cases;
    this.moved = moved;
    this.remarks = remarks;
    this.contents = contents;
  }

  /** What is to become of the cases of a batch. */
  private static final class Plan {
    final List<ImportedCase> fresh = new ArrayList<>();
    final List<ImportedCase> known = new ArrayList<>();
    final List<Remark> remarks = new ArrayList<>();
    int left;
  }

  /** Brings what is new, and what is different now and has not been touched here. */
  public Tally run(Source source, String name, Batch batch) {
    Plan plan = new Plan();
    plan.remarks.addAll(batch.remarks());
    List<CaseId> ids = batch.cases().stream().map(ImportedCase::id).toList();
    Map<CaseId, Mark> here = cases.lock(ids);
    Map<CaseId, Moved> before = moved.find(ids);
    batch.cases().forEach(each -> decide(each, here.get(each.id()), before.get(each.id()), plan));
    long messages = contents.create(source, name, plan.fresh, plan.remarks);
    ContentsImport.Renewal renewal = contents.renew(source, plan.known, before, plan.remarks);
    remarks.add(name, plan.remarks);
    return new Tally(
        plan.fresh.size(),
        renewal.cases(),
        plan.known.size() - renewal.cases() - renewal.refused(),
        plan.left,
        refused(plan.remarks),
        messages + renewal.messages());
  }

  private static void decide(
      ImportedCase each, @Nullable Mark here, @Nullable Moved before, Plan plan) {
    if (before == null && here == null) {
      plan.fresh.add(each);
    } else if (before == null) {
      plan.remarks.add(
          Remark.refusedCase(
              each.id().value(), "case_id", "taken", "A case of this id was opened here."));
    } else if (before.mark().equals(here)) {
      plan.known.add(each);
    } else {
      plan.left++;
    }
  }

  private static long refused(List<Remark> remarks) {
    return remarks.stream()
        .filter(it -> it.kind() == Kind.CASE && it.outcome() == Outcome.REFUSED)
        .map(Remark::rowId)
        .distinct()
        .count();
  }
}
