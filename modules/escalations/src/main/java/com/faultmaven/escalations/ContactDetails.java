package com.faultmaven.escalations;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.mail.Mail;
import com.faultmaven.reports.areas.Area;
import com.faultmaven.reports.areas.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one of the directory.
 *
 * @param area where it is responsible; null for everywhere
 * @param classifications what kinds of trouble it is for; none for all
 * @param consent whether letters may go to it
 */
public record ContactDetails(
    String organizationName,
    String roleType,
    @Nullable String email,
    @Nullable String phone,
    @Nullable Area area,
    List<String> classifications,
    boolean consent) {

  public ContactDetails {
    classifications = List.copyOf(classifications);
  }

  /** Requires a way to reach it, and an address that mail can be sent to. */
  ContactDetails checked() {
    if (email == null && phone == null) {
      throw InvalidRequest.body("", "required", "A contact has an e-mail address or a phone.");
    }
    if (email != null && !Mail.isAddress(email)) {
      throw InvalidRequest.body(
          "/email", "invalid_format", "email must be an address that mail can be sent to.");
    }
    return this;
  }

  /** Whether it is for trouble of that kind, there; null is not said. */
  boolean isFor(@Nullable String classification, @Nullable Region place) {
    boolean kind =
        classification == null
            || classifications.isEmpty()
            || classifications.contains(classification);
    return kind && (area == null || place != null && place.meets(area));
  }

  /** As somebody who may be written to about a case. */
  TargetDetails suggested() {
    return new TargetDetails(
        roleType,
        organizationName,
        null,
        email,
        phone,
        "area_contact",
        0.9,
        area == null ? "Responsible everywhere." : "Responsible for an area that meets this one.");
  }
}
