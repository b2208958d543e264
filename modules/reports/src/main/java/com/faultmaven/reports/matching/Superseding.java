package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.reports.dossiers.DossierFact;
import com.faultmaven.reports.dossiers.DossierFact.Linked;
import com.faultmaven.reports.dossiers.DossierFact.Merged;
import com.faultmaven.reports.dossiers.DossierFact.Named;
import com.faultmaven.reports.dossiers.DossierFact.Unlinked;
import com.faultmaven.reports.dossiers.FollowedCase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes matches back of which there is nothing to decide any more. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Superseding {

  private static final List<String> TAKEN_OFF = List.of("taken off by hand");

  private final Cases cases;
  private final MatchStore matches;
  private final ApplicationEventPublisher facts;
  private final RandomGenerator random;
  private final Clock clock;

  Superseding(
      Cases cases,
      MatchStore matches,
      ApplicationEventPublisher facts,
      RandomGenerator random,
      Clock clock) {
    this.cases = cases;
    this.matches = matches;
    this.facts = facts;
    this.random = random;
    this.clock = clock;
  }

  @EventListener
  void on(DossierFact fact) {
    switch (fact) {
      case Linked linked ->
          supersede(
              linked.claimed().id(), linked.reports().stream().map(Named::seq).toList(), fact.at());
      case Merged merged -> supersede(merged.source(), null, fact.at());
      case Unlinked unlinked -> unlinked.reports().forEach(it -> forget(unlinked, it));
      case DossierFact.Unmerged _ -> {}
    }
  }

  @EventListener
  void on(FollowedCase.Ended ended) {
    supersede(ended.caseId(), null, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private void supersede(CaseId id, @Nullable Collection<Integer> seqs, Instant now) {
    List<Match> settled = matches.settle(id, seqs, MatchState.SUPERSEDED, null, now);
    if (settled.isEmpty()) {
      return;
    }
    ClaimedCase claimed = cases.claim(Set.of(id), settled.size()).get(id);
    if (claimed == null) {
      return;
    }
    long number = claimed.fact();
    for (Match match : settled) {
      facts.publishEvent(new MatchFact.Settled(claimed, match, null, now, number++));
    }
  }

  /** What was taken off a case is not proposed for it. */
  private void forget(Unlinked fact, Named report) {
    matches.add(
        new Match(
            MatchId.random(random),
            fact.claimed().id(),
            report,
            MatchKind.LINK,
            0,
            TAKEN_OFF,
            null,
            MatchState.DISMISSED,
            fact.by().value(),
            fact.at(),
            fact.at()),
        fact.claimed().organization());
  }
}
