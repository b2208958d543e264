package com.faultmaven.escalations;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who may be written to.
 *
 * @param roleType what they are to the case, in a word
 * @param source where they are known from
 * @param confidence how certain it is that they are the right ones, 0 to 1
 */
public record TargetDetails(
    String roleType,
    @Nullable String organization,
    @Nullable String displayName,
    @Nullable String email,
    @Nullable String phone,
    String source,
    double confidence,
    @Nullable String rationale) {

  /** Somebody that reports name as whom to write to. */
  static TargetDetails inferred(String email) {
    return new TargetDetails(
        "contact", null, null, email, null, "inferred_contact", 0.6, "Named by a report.");
  }

  /** Requires a way to reach them, and an address that mail can be sent to. */
  TargetDetails checked() {
    if (email == null && phone == null) {
      throw InvalidRequest.body("", "required", "A target has an e-mail address or a phone.");
    }
    if (email != null && !Mail.isAddress(email)) {
      throw InvalidRequest.body(
          "/email", "invalid_format", "email must be an address that mail can be sent to.");
    }
    return this;
  }
}
