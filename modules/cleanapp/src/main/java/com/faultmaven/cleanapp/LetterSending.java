package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseView;
import com.faultmaven.contracts.cleanapp.v4.model.EscalationDraft;
import com.faultmaven.contracts.cleanapp.v4.model.SentEscalation;
import com.faultmaven.escalations.CaseMail;
import com.faultmaven.escalations.CaseMails;
import com.faultmaven.escalations.DeliveryId;
import com.faultmaven.escalations.KnownTargets;
import com.faultmaven.escalations.Letter;
import com.faultmaven.escalations.LetterTemplate;
import com.faultmaven.escalations.Target;
import com.faultmaven.kernel.Caller;
import com.faultmaven.reports.dossiers.Gist;
import com.faultmaven.reports.dossiers.SaidOfCases;
import java.util.List;
import org.springframework.stereotype.Component;

/** Drafts letters and sends them, as one call that says at once what became of them. */
@Component
class LetterSending {

  static final String NOBODY = "no email-capable escalation targets selected";

  private final CaseDetails details;
  private final SaidOfCases reports;
  private final KnownTargets targets;
  private final LetterTemplate template;
  private final LetterDesk desk;
  private final CaseMails mails;

  LetterSending(
      CaseDetails details,
      SaidOfCases reports,
      KnownTargets targets,
      LetterTemplate template,
      LetterDesk desk,
      CaseMails mails) {
    this.details = details;
    this.reports = reports;
    this.targets = targets;
    this.template = template;
    this.desk = desk;
    this.mails = mails;
  }

  /** A letter that is written. */
  record Written(
      CaseId caseId,
      String subject,
      String body,
      List<Target> targets,
      List<String> copies,
      int linkedCount) {}

  EscalationDraft draft(CaseId id, SentLetter sent, Caller caller) {
    Written letter = written(id, sent, caller);
    return new EscalationDraft()
        .caseId(id.value())
        .subject(letter.subject())
        .body(letter.body())
        .ccEmails(letter.copies())
        .targets(TargetAnswers.of(letter.targets()))
        .linkedCount(letter.linkedCount());
  }

  SentEscalation send(CaseId id, SentLetter sent, Caller caller) {
    Written letter = written(id, sent, caller);
    if (letter.targets().isEmpty()) {
      throw Refused.because(NOBODY);
    }
    List<DeliveryId> deliveries = desk.post(letter, caller);
    List<CaseMail> known = Patience.until(() -> mails.among(deliveries), LetterSending::areSettled);
    return new SentEscalation()
        .caseId(id.value())
        .subject(letter.subject())
        .body(letter.body())
        .ccEmails(letter.copies())
        .actions(LetterAnswers.actions(id.value(), known))
        .deliveries(LetterAnswers.deliveries(id.value(), known));
  }

  private Written written(CaseId id, SentLetter sent, Caller caller) {
    CaseView seen = details.writable(id, caller);
    List<Target> chosen = sent.chosen(targets.of(id));
    Gist gist = reports.gist(id, LetterTemplate.LINES);
    Letter usual = template.about(seen, Statuses.word(seen.status()), gist);
    return new Written(
        id,
        sent.subject().isEmpty() ? usual.subject() : sent.subject(),
        sent.body().isEmpty() ? usual.body() : sent.body(),
        chosen,
        sent.copiesBeside(chosen),
        (int) gist.count());
  }

  /** Whether nothing of it waits or is on its way out. */
  private static boolean areSettled(List<CaseMail> known) {
    return known.stream()
        .noneMatch(it -> it.status().equals("queued") || it.status().equals("sending"));
  }
}
