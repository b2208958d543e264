package com.faultmaven.escalations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a letter; null is what is not said.
 *
 * @param targetIds targets of the case; null for all with an e-mail address
 * @param repeat whether to write again to who got a letter a short time ago
 * @param memo whether what is known of the case goes with it, as a PDF
 */
public record LetterRequest(
    @Nullable List<String> targetIds,
    List<String> ccEmails,
    @Nullable String subject,
    @Nullable String body,
    boolean repeat,
    boolean memo) {

  /** One without a memo. */
  public LetterRequest(
      @Nullable List<String> targetIds,
      List<String> ccEmails,
      @Nullable String subject,
      @Nullable String body,
      boolean repeat) {
    this(targetIds, ccEmails, subject, body, repeat, false);
  }
}
