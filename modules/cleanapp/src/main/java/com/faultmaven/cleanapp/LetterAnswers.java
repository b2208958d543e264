package com.faultmaven.cleanapp;

import com.faultmaven.contracts.cleanapp.v4.model.EmailDelivery;
import com.faultmaven.contracts.cleanapp.v4.model.EscalationAction;
import com.faultmaven.escalations.CaseMail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mails as CleanApp answers them: an action is what was written to a target, a delivery what became
 * of it, and both are one mail.
 */
final class LetterAnswers {

  static final String PENDING = "pending";

  private static final String EMAIL = "email";
  private static final String MANUAL_CC = "manual_cc";
  private static final String CASE_TARGET = "case_target";

  private LetterAnswers() {}

  static List<EscalationAction> actions(String caseId, List<CaseMail> mails) {
    return mails.stream().filter(it -> !it.copy()).map(it -> action(caseId, it)).toList();
  }

  static List<EmailDelivery> deliveries(String caseId, List<CaseMail> mails) {
    return mails.stream().map(it -> delivery(caseId, it)).toList();
  }

  /** What the status of a mail is called here. */
  static String word(String status) {
    return switch (status) {
      case "queued", "sending", "unconfirmed" -> PENDING;
      case "sent", "delivered" -> "sent";
      case "suppressed", "opted_out" -> "opted_out";
      case "invalid_email" -> "invalid_email";
      default -> "failed";
    };
  }

  private static EscalationAction action(String caseId, CaseMail mail) {
    return new EscalationAction()
        .id(mail.number())
        .caseId(caseId)
        .targetId(mail.target())
        .channel(EMAIL)
        .status(word(mail.status()))
        .subject(mail.subject())
        .body(mail.body())
        .attachmentsJson("")
        .sentByUserId(text(mail.requestedBy()))
        .providerMessageId(text(mail.providerMessageId()))
        .sentAt(Times.optional(mail.sentAt()))
        .createdAt(Times.of(mail.createdAt()));
  }

  private static EmailDelivery delivery(String caseId, CaseMail mail) {
    return new EmailDelivery()
        .id(mail.number())
        .caseId(caseId)
        .actionId(mail.copy() ? null : mail.number())
        .targetId(mail.target())
        .recipientEmail(mail.email())
        .deliveryStatus(word(mail.status()))
        .deliverySource(source(mail))
        .provider(text(mail.provider()))
        .providerMessageId(text(mail.providerMessageId()))
        .sentAt(Times.optional(mail.sentAt()))
        .errorMessage(error(mail))
        .createdAt(Times.of(mail.createdAt()));
  }

  private static String source(CaseMail mail) {
    String source = mail.source();
    return mail.copy() ? MANUAL_CC : source == null ? CASE_TARGET : source;
  }

  /** What failed says why, in one word at least. */
  private static String error(CaseMail mail) {
    String error = text(mail.error());
    return error.isEmpty() && word(mail.status()).equals("failed") ? mail.status() : error;
  }

  private static String text(@Nullable String known) {
    return known == null ? "" : known;
  }
}
