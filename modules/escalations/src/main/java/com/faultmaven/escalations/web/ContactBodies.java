package com.faultmaven.escalations.web;

import com.faultmaven.contracts.escalations.v1.model.AddContactRequest;
import com.faultmaven.contracts.escalations.v1.model.Contact;
import com.faultmaven.contracts.escalations.v1.model.SuggestedTarget;
import com.faultmaven.contracts.escalations.v1.model.UpdateContactRequest;
import com.faultmaven.escalations.ContactDetails;
import com.faultmaven.escalations.TargetDetails;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.areas.Area;
import com.faultmaven.reports.areas.GeoJson;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads contacts into the words of the domain, and writes them and what they suggest. */
final class ContactBodies {

  private static final String USUAL_ROLE = "contact";

  private ContactBodies() {}

  static ContactDetails details(AddContactRequest request) {
    return new ContactDetails(
        String.valueOf(TargetBodies.word(request.getOrganizationName())),
        TargetBodies.or(TargetBodies.word(request.getRoleType().orElse(null)), USUAL_ROLE),
        TargetBodies.word(request.getEmail().orElse(null)),
        TargetBodies.word(request.getPhone().orElse(null)),
        area(request.getArea().orElse(null), "/area"),
        orNone(request.getClassifications().orElse(null)),
        !Boolean.FALSE.equals(request.getConsent().orElse(null)));
  }

  /** Null takes a value away, or has the usual one; a name cannot be taken away. */
  static UnaryOperator<ContactDetails> edit(UpdateContactRequest request) {
    if (request.getOrganizationName().isPresent() && request.getOrganizationName().get() == null) {
      throw InvalidRequest.body(
          "/organization_name", "not_allowed", "organization_name cannot be taken away.");
    }
    Area sent = area(request.getArea().orElse(null), "/area");
    return before ->
        new ContactDetails(
            TargetBodies.or(
                TargetBodies.patched(request.getOrganizationName(), before.organizationName()),
                before.organizationName()),
            TargetBodies.or(
                TargetBodies.patched(request.getRoleType(), before.roleType()), USUAL_ROLE),
            TargetBodies.patched(request.getEmail(), before.email()),
            TargetBodies.patched(request.getPhone(), before.phone()),
            request.getArea().isPresent() ? sent : before.area(),
            request.getClassifications().isPresent()
                ? orNone(request.getClassifications().get())
                : before.classifications(),
            request.getConsent().isPresent()
                ? !Boolean.FALSE.equals(request.getConsent().get())
                : before.consent());
  }

  static @Nullable Area area(@Nullable Map<String, Object> json, String pointer) {
    return json == null ? null : GeoJson.area(json, pointer);
  }

  static List<String> orNone(@Nullable List<String> sent) {
    return sent == null ? List.of() : sent;
  }

  static Contact response(com.faultmaven.escalations.Contact contact) {
    ContactDetails details = contact.details();
    return new Contact()
        .contactId(contact.id().value())
        .organizationName(details.organizationName())
        .roleType(details.roleType())
        .email(details.email())
        .phone(details.phone())
        .area(details.area() == null ? null : details.area().geoJson())
        .classifications(details.classifications())
        .consent(details.consent())
        .createdAt(contact.createdAt().atOffset(ZoneOffset.UTC))
        .version(contact.version().value());
  }

  static SuggestedTarget suggested(TargetDetails details) {
    return new SuggestedTarget()
        .roleType(details.roleType())
        .organization(details.organization())
        .displayName(details.displayName())
        .email(details.email())
        .phone(details.phone())
        .source(details.source())
        .confidence(BigDecimal.valueOf(details.confidence()))
        .rationale(details.rationale());
  }
}
