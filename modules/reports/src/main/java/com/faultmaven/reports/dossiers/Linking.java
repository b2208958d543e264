package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.dossiers.DossierFact.Linked;
import com.faultmaven.reports.dossiers.DossierFact.Named;
import com.faultmaven.reports.dossiers.DossierFact.Unlinked;
import com.faultmaven.reports.dossiers.LinkStore.Place;
import com.faultmaven.reports.dossiers.LinkStore.Written;
import com.faultmaven.reports.dossiers.LinkableReports.Linkable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which reports belong to a case. Each change locks the case, writes, makes the dossier follow
 * and publishes the fact last, all in one transaction.
 */
@Service
@Transactional
public class Linking {

  static final int MOST = 2000;

  private final Cases cases;
  private final LinkableReports reports;
  private final LinkStore links;
  private final MergeStore merges;
  private final DossierStore dossiers;
  private final DossierAudit audit;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Linking(
      Cases cases,
      LinkableReports reports,
      LinkStore links,
      MergeStore merges,
      DossierStore dossiers,
      DossierAudit audit,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.cases = cases;
    this.reports = reports;
    this.links = links;
    this.merges = merges;
    this.dossiers = dossiers;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  /** How many links are new, how many were there, and how many the case has now. */
  public record Result(int linked, int updated, int total) {}

  /**
   * Links reports, or gives those that are linked another reason and confidence.
   *
   * @throws DossierFull if the case would have more than 2,000
   * @throws CaseMerged if it shows with another one
   */
  public Result link(CaseId id, List<String> reportIds, Link link, Caller caller) {
    ClaimedCase claimed = cases.claim(id, 1, caller);
    List<Named> named =
        reports.require(reportIds, Reader.of(caller)).stream().map(Linkable::named).toList();
    merges.requireApart(id);
    return link(claimed, named, link, caller.userId(), now());
  }

  /** Links reports that the transaction keeps from being deleted to a case that it has locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Result link(ClaimedCase claimed, List<Named> reports, Link link, UserId by, Instant now) {
    Map<Integer, Written> written =
        links.put(claimed.id(), reports.stream().map(Named::seq).toList(), link, by, now).stream()
            .collect(Collectors.toMap(Written::seq, it -> it));
    if (written.isEmpty() && !reports.isEmpty()) {
      return new Result(0, reports.size(), links.count(claimed.id()));
    }
    int total = dossiers.recompute(claimed, now);
    if (total > MOST) {
      throw DossierFull.ofLinks(MOST);
    }
    List<Named> changed = reports.stream().filter(it -> written.containsKey(it.seq())).toList();
    if (!changed.isEmpty()) {
      audit.add(claimed.id(), "reports_added", by, now, details(changed, link));
      facts.publishEvent(new Linked(claimed, changed, link, by, now, total));
    }
    int added = (int) written.values().stream().filter(Written::isNew).count();
    return new Result(added, reports.size() - added, total);
  }

  private static Map<String, ?> details(List<Named> reports, Link link) {
    return Map.of(
        "report_seqs", reports.stream().map(Named::seq).toList(),
        "link_reason", link.reason(),
        "confidence", link.confidence());
  }

  /**
   * Takes a report off; one that is not linked stays so.
   *
   * @throws CaseMerged if the report came with a merged case, or the case shows with another one
   */
  public void unlink(CaseId id, ReportId report, Caller caller) {
    ClaimedCase claimed = cases.claim(id, 1, caller);
    merges.requireApart(id);
    links.find(id, report.value()).ifPresent(place -> unlink(claimed, report, place, caller));
  }

  private void unlink(ClaimedCase claimed, ReportId report, Place place, Caller caller) {
    if (!place.caseId().equals(claimed.id())) {
      throw CaseMerged.with(place.caseId(), claimed.id());
    }
    Instant now = now();
    links.delete(claimed.id(), place.seq());
    int total = dossiers.recompute(claimed, now);
    audit.add(
        claimed.id(),
        "reports_removed",
        caller.userId(),
        now,
        Map.of("report_seqs", Set.of(place.seq())));
    List<Named> gone = List.of(new Named(report.value(), place.seq()));
    facts.publishEvent(new Unlinked(claimed, gone, caller.userId(), now, total));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
