package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.UserId;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.clusters.Likeness;
import com.faultmaven.reports.clusters.Node;
import com.faultmaven.reports.dossiers.DossierFact.Named;
import com.faultmaven.reports.dossiers.Link;
import com.faultmaven.reports.dossiers.Linking;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes a report for the cases near it that have one it is like. Whatever is said of a report
 * and a case is said once, however often this is repeated.
 */
@Service
@Transactional
public class Matching {

  /** Who accepts what accepts itself. */
  static final UserId SYSTEM = new UserId("system");

  private static final int FACTS = 3;

  private final NearbyCases nearby;
  private final Cases cases;
  private final MatchStore matches;
  private final Linking linking;
  private final MatchingProperties properties;
  private final ApplicationEventPublisher facts;
  private final RandomGenerator random;
  private final Clock clock;

  Matching(
      NearbyCases nearby,
      Cases cases,
      MatchStore matches,
      Linking linking,
      MatchingProperties properties,
      ApplicationEventPublisher facts,
      RandomGenerator random,
      Clock clock) {
    this.nearby = nearby;
    this.cases = cases;
    this.matches = matches;
    this.linking = linking;
    this.properties = properties;
    this.facts = facts;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Proposes a report; one that says nothing, or that not everybody may read, is none to propose.
   */
  public void propose(ReportId id) {
    nearby.proposable(id).ifPresent(report -> Node.of(report).ifPresent(it -> propose(report, it)));
  }

  private void propose(Report report, Node node) {
    Place place = report.location();
    if (place == null) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant since = now.minus(properties.reopenWithin());
    Map<String, Likeness> alike = new TreeMap<>();
    nearby.each(
        report,
        place,
        properties.radiusKm(),
        since,
        (id, linked) -> Likeness.best(node, linked).ifPresent(best -> alike.put(id.value(), best)));
    if (alike.isEmpty()) {
      return;
    }
    Map<CaseId, ClaimedCase> claimed =
        cases.claim(alike.keySet().stream().map(CaseId::of).toList(), FACTS);
    alike.forEach(
        (id, best) ->
            Optional.ofNullable(claimed.get(CaseId.of(id)))
                .filter(it -> isOpen(it, since))
                .ifPresent(it -> propose(it, report, best, now)));
  }

  /** Asked of the case itself: what is kept of it here may be late. */
  private static boolean isOpen(ClaimedCase claimed, Instant since) {
    return !claimed.archived()
        && switch (claimed.status()) {
          case CONSULTING, INVESTIGATING -> true;
          case RESOLVED -> claimed.resolvedAt() != null && !claimed.resolvedAt().isBefore(since);
          case CLOSED -> false;
        };
  }

  private void propose(ClaimedCase claimed, Report report, Likeness best, Instant now) {
    boolean reopens = claimed.status() == CaseStatus.RESOLVED;
    boolean accepts =
        !reopens
            && properties.autoLinkFrom().isPresent()
            && best.score() >= properties.autoLinkFrom().getAsDouble();
    Match match =
        new Match(
            MatchId.random(random),
            claimed.id(),
            new Named(report.id().value(), report.seq()),
            reopens ? MatchKind.REOPEN : MatchKind.LINK,
            best.score(),
            best.reasons(),
            best.other().id().value(),
            MatchState.PROPOSED,
            null,
            null,
            now);
    if (matches.add(match, claimed.organization())) {
      facts.publishEvent(new MatchFact.Proposed(claimed, match, now, claimed.fact()));
      if (accepts) {
        accept(claimed, match, now);
      }
    }
  }

  private void accept(ClaimedCase claimed, Match match, Instant now) {
    Match accepted =
        matches
            .settle(
                claimed.id(),
                List.of(match.report().seq()),
                MatchState.ACCEPTED,
                SYSTEM.value(),
                now)
            .getFirst();
    linking.link(
        claimed.from(1),
        List.of(match.report()),
        new Link(Link.MATCHED, match.score()),
        SYSTEM,
        now);
    facts.publishEvent(new MatchFact.Settled(claimed, accepted, SYSTEM, now, claimed.fact() + 2));
  }
}
