package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps up with cases of which there is a dossier. */
@Service
@Transactional
public class FollowedCase {

  private final DossierStore dossiers;
  private final ApplicationEventPublisher facts;

  FollowedCase(DossierStore dossiers, ApplicationEventPublisher facts) {
    this.dossiers = dossiers;
    this.facts = facts;
  }

  /** A case is over: there is nothing to decide about it any more. */
  public record Ended(CaseId caseId) {}

  public void moved(CaseId id, String status, Instant at) {
    dossiers.follow(id, status, null, at);
  }

  /** Tells, in this transaction, that there is nothing to decide about the case any more. */
  public void ended(CaseId id) {
    facts.publishEvent(new Ended(id));
  }

  /** The case was put aside, or taken back. */
  public void archived(CaseId id, boolean archived, Instant at) {
    dossiers.follow(id, null, archived, at);
  }
}
