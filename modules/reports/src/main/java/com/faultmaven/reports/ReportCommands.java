package com.faultmaven.reports;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import com.faultmaven.reports.ReportFact.Analyzed;
import com.faultmaven.reports.ReportFact.Deleted;
import com.faultmaven.reports.ReportFact.StatusChanged;
import com.faultmaven.reports.ReportFact.Submitted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores and changes single reports; each change publishes its facts in the same transaction. */
@Service
@Transactional
public class ReportCommands {

  private static final int ATTEMPTS = 20;

  private final ReportDrafts drafts;
  private final ReportStore store;
  private final ReportReads reads;
  private final ApplicationEventPublisher facts;

  ReportCommands(
      ReportDrafts drafts, ReportStore store, ReportReads reads, ApplicationEventPublisher facts) {
    this.drafts = drafts;
    this.store = store;
    this.reads = reads;
    this.facts = facts;
  }

  /** Stores a report, or finds the one that is there under its name. */
  public SubmittedReport submit(NewReport sent, Caller caller) {
    Reader reader = Reader.of(caller);
    if (sent.visibility() == Visibility.QUARANTINED && !reader.moderates()) {
      throw Denied.judgement();
    }
    List<Violation> violations = ReportRules.violations(sent, drafts.now());
    if (!violations.isEmpty()) {
      throw InvalidRequest.body(violations);
    }
    // an id is given twice once in a very long time, and a report may be deleted meanwhile
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      DraftedReport draft = drafts.submitted(sent, caller);
      Integer seq = store.store(List.of(draft)).get(draft.report().id());
      if (seq != null) {
        Report stored = draft.under(seq);
        facts.publishEvent(new Submitted(stored, stored.createdAt()));
        return new SubmittedReport(stored, true);
      }
      Optional<Report> there = reads.named(draft.report());
      if (there.isPresent()) {
        return new SubmittedReport(readable(there.get(), reader), false);
      }
    }
    throw new IllegalStateException("No number and no id was free " + ATTEMPTS + " times.");
  }

  /** Changes what its reporter, services and admins may change. */
  public Report edit(ReportId id, ReportEdit edit, IfMatch condition, Caller caller) {
    Reader reader = Reader.of(caller);
    Report before = locked(id, condition, reader);
    if (edit.judges(before) && !reader.moderates()) {
      throw Denied.judgement();
    }
    ReportStatus status = edit.status() == null ? before.status() : edit.status();
    boolean moves = status != before.status();
    Report after =
        before.changed(
            status,
            edit.visibility() == null ? before.visibility() : edit.visibility(),
            edit.metadata().apply(before.metadata()),
            before.analyses(),
            moves,
            drafts.now());
    if (after.says(before)) {
      return before;
    }
    store.change(after);
    if (moves) {
      facts.publishEvent(new StatusChanged(after, before.status(), caller.userId().value()));
    }
    return after;
  }

  /** Puts an analysis in the place of the one in its language. */
  public Report put(Analysis analysis, ReportId id, IfMatch condition, Caller caller) {
    Report before = locked(id, condition, Reader.of(caller));
    List<Analysis> analyses = new ArrayList<>(before.analyses());
    analyses.removeIf(it -> it.isOf(analysis.language()));
    analyses.add(analysis);
    if (analyses.size() > Report.MOST_ANALYSES) {
      throw LimitReached.ofAnalyses(Report.MOST_ANALYSES);
    }
    analyses.sort(Comparator.comparing(Analysis::language));
    Report after =
        before.changed(
            before.status(), before.visibility(), before.metadata(), analyses, true, drafts.now());
    if (after.says(before)) {
      return before;
    }
    store.put(analysis, after);
    store.change(after);
    facts.publishEvent(new Analyzed(after, analysis));
    return after;
  }

  /** Deletes a report that is linked to no case. */
  public void delete(ReportId id, IfMatch condition, Caller caller) {
    Reader reader = Reader.of(caller);
    Report report = reads.lock(id, reader);
    if (!reader.is(report.reporter()) && !reader.admin()) {
      throw Denied.deletion();
    }
    condition.require(report.version());
    if (!store.delete(report)) {
      throw ReportLinked.of(id);
    }
    facts.publishEvent(new Deleted(report, drafts.now()));
  }

  private Report locked(ReportId id, IfMatch condition, Reader reader) {
    Report report = reads.lock(id, reader);
    if (!reader.is(report.reporter()) && !reader.moderates()) {
      throw Denied.change();
    }
    condition.require(report.version());
    return report;
  }

  /** What is private is not shown to whoever guesses its name. */
  private static Report readable(Report there, Reader reader) {
    boolean readable =
        List.of(reader.readable()).contains(there.visibility().word())
            || there.visibility() == Visibility.PRIVATE && reader.is(there.reporter());
    if (!readable) {
      throw Denied.name();
    }
    return there;
  }
}
