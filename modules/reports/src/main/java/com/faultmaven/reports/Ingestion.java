package com.faultmaven.reports;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.Violation;
import com.faultmaven.reports.ReportFact.Submitted;
import com.faultmaven.reports.ReportFact.SubmittedTogether;
import com.faultmaven.reports.ReportReads.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores many reports in one step; what is wrong with one stops no other. */
@Service
@Transactional
public class Ingestion {

  private final ReportDrafts drafts;
  private final ReportStore store;
  private final ReportReads reads;
  private final ApplicationEventPublisher facts;

  Ingestion(
      ReportDrafts drafts, ReportStore store, ReportReads reads, ApplicationEventPublisher facts) {
    this.drafts = drafts;
    this.store = store;
    this.reads = reads;
    this.facts = facts;
  }

  /** One of many that were sent: a report, or what keeps it from being one. */
  public record Sent(@Nullable ImportedReport report, List<Violation> errors) {}

  /**
   * What became of one.
   *
   * @param id null if it is none
   * @param created whether it is new; else it was there already, or is none
   */
  public record Outcome(
      @Nullable ReportId id, @Nullable Integer seq, boolean created, List<Violation> errors) {

    static Outcome rejected(List<Violation> errors) {
      return new Outcome(null, null, false, List.copyOf(errors));
    }
  }

  /** Stores what can be stored, in the order in which it was sent. */
  public List<Outcome> take(List<Sent> sent, Caller caller) {
    Map<Integer, DraftedReport> drafted = new LinkedHashMap<>();
    Map<Integer, Outcome> rejected = new HashMap<>();
    Set<Object> brought = new HashSet<>();
    for (int index = 0; index < sent.size(); index++) {
      List<Violation> errors = errorsOf(sent.get(index), brought);
      if (errors.isEmpty()) {
        drafted.put(
            index, drafts.drafted(Objects.requireNonNull(sent.get(index).report()), caller));
      } else {
        rejected.put(index, Outcome.rejected(errors));
      }
    }
    Map<Integer, Outcome> stored = stored(drafted);
    List<Outcome> outcomes = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      outcomes.add(Objects.requireNonNull(stored.getOrDefault(index, rejected.get(index))));
    }
    return outcomes;
  }

  /**
   * What is wrong with one.
   *
   * @param brought the numbers and ids of those before it
   */
  private List<Violation> errorsOf(Sent sent, Set<Object> brought) {
    ImportedReport imported = sent.report();
    if (imported == null || !sent.errors().isEmpty()) {
      return sent.errors();
    }
    List<Violation> errors = ReportRules.violations(imported, drafts.now());
    if (errors.isEmpty() && imported.seq() != null && !brought.add(imported.seq())) {
      errors.add(taken("seq"));
    }
    if (errors.isEmpty() && imported.id() != null && !brought.add(imported.id())) {
      errors.add(taken("report_id"));
    }
    return errors;
  }

  private Map<Integer, Outcome> stored(Map<Integer, DraftedReport> drafted) {
    List<DraftedReport> inOrder = List.copyOf(drafted.values());
    inOrder.stream()
        .filter(DraftedReport::numbered)
        .mapToInt(it -> it.report().seq())
        .max()
        .ifPresent(store::takeNumbersUpTo);
    Map<ReportId, Integer> numbers = store.store(inOrder);
    Map<Key, Named> there = there(inOrder, numbers);
    Map<Integer, Outcome> outcomes = new HashMap<>();
    List<Submitted> submitted = new ArrayList<>();
    Instant now = drafts.now();
    drafted.forEach(
        (index, draft) -> {
          Report report = draft.report();
          Integer seq = numbers.get(report.id());
          if (seq != null) {
            submitted.add(new Submitted(draft.under(seq), now));
            outcomes.put(index, new Outcome(report.id(), seq, true, List.of()));
          } else {
            outcomes.put(index, existing(draft, there.get(Key.of(report))));
          }
        });
    if (!submitted.isEmpty()) {
      facts.publishEvent(new SubmittedTogether(submitted));
    }
    return outcomes;
  }

  private static Outcome existing(DraftedReport draft, @Nullable Named there) {
    return there == null
        ? Outcome.rejected(List.of(taken(draft.numbered() ? "seq" : "report_id")))
        : new Outcome(there.id(), there.seq(), false, List.of());
  }

  /** What is called like those that were not stored. */
  private Map<Key, Named> there(List<DraftedReport> drafts, Map<ReportId, Integer> numbers) {
    List<Report> left =
        drafts.stream()
            .map(DraftedReport::report)
            .filter(it -> !numbers.containsKey(it.id()) && it.externalId() != null)
            .toList();
    Map<Key, Named> there = new HashMap<>();
    if (!left.isEmpty()) {
      reads
          .namedLike(left)
          .forEach(named -> there.put(new Key(named.source(), named.externalId()), named));
    }
    return there;
  }

  private static Violation taken(String member) {
    return Violation.inBody("/" + member, "taken", "Another report has this " + member + ".");
  }

  /** What a report is called at its source. */
  private record Key(String source, @Nullable String name) {

    static Key of(Report report) {
      return new Key(report.source(), report.externalId());
    }
  }
}
