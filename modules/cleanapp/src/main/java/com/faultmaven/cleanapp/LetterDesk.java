package com.faultmaven.cleanapp;

import com.faultmaven.cases.Cases;
import com.faultmaven.escalations.CaseMail;
import com.faultmaven.escalations.CaseMails;
import com.faultmaven.escalations.Delivery;
import com.faultmaven.escalations.DeliveryId;
import com.faultmaven.escalations.Escalations;
import com.faultmaven.escalations.LetterRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.reports.dossiers.MergeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends letters, but none again that an address got a moment ago: clients repeat what they think
 * has failed.
 */
@Service
@Transactional
class LetterDesk {

  private static final Duration MOMENT = Duration.ofMinutes(10);

  private final Cases cases;
  private final MergeStore merges;
  private final Escalations escalations;
  private final CaseMails mails;
  private final Clock clock;

  LetterDesk(
      Cases cases, MergeStore merges, Escalations escalations, CaseMails mails, Clock clock) {
    this.cases = cases;
    this.merges = merges;
    this.escalations = escalations;
    this.mails = mails;
    this.clock = clock;
  }

  /** Sends what is not sent; gives the mails to all of its addresses. */
  public List<DeliveryId> post(LetterSending.Written letter, Caller caller) {
    // of two that send the same at once, the second one sees the mails of the first
    cases.claim(letter.caseId(), 0, caller);
    merges.requireApart(letter.caseId());
    List<CaseMail> earlier =
        mails.alike(
            letter.caseId(),
            letter.subject(),
            letter.body(),
            addresses(letter),
            clock.instant().minus(MOMENT));
    Set<String> done =
        earlier.stream().map(it -> it.email().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    List<DeliveryId> deliveries = new ArrayList<>(earlier.stream().map(CaseMail::id).toList());
    List<String> targets =
        letter.targets().stream()
            .filter(it -> !done.containsAll(SentLetter.addresses(List.of(it))))
            .map(it -> it.id().value())
            .toList();
    List<String> copies = letter.copies().stream().filter(it -> !done.contains(it)).toList();
    if (!targets.isEmpty() || !copies.isEmpty()) {
      escalations
          .send(
              letter.caseId(),
              new LetterRequest(targets, copies, letter.subject(), letter.body(), true),
              caller)
          .deliveries()
          .stream()
          .map(Delivery::id)
          .forEach(deliveries::add);
    }
    return deliveries;
  }

  private static List<String> addresses(LetterSending.Written letter) {
    Set<String> targets = SentLetter.addresses(letter.targets());
    return Stream.concat(targets.stream(), letter.copies().stream()).toList();
  }
}
