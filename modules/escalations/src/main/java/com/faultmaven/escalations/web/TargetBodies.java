package com.faultmaven.escalations.web;

import com.faultmaven.contracts.escalations.v1.model.AddTargetRequest;
import com.faultmaven.contracts.escalations.v1.model.Target;
import com.faultmaven.contracts.escalations.v1.model.UpdateTargetRequest;
import com.faultmaven.escalations.TargetDetails;
import com.faultmaven.kernel.Text;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads targets into the words of the domain, and writes them. */
final class TargetBodies {

  private static final String USUAL_ROLE = "contact";
  private static final String USUAL_SOURCE = "manual";

  private TargetBodies() {}

  static TargetDetails details(AddTargetRequest request) {
    return new TargetDetails(
        or(word(request.getRoleType().orElse(null)), USUAL_ROLE),
        word(request.getOrganization().orElse(null)),
        word(request.getDisplayName().orElse(null)),
        word(request.getEmail().orElse(null)),
        word(request.getPhone().orElse(null)),
        or(word(request.getSource().orElse(null)), USUAL_SOURCE),
        confidence(request.getConfidence().orElse(null)),
        word(request.getRationale().orElse(null)));
  }

  /** Null takes a value away, or has the usual one. */
  static UnaryOperator<TargetDetails> edit(UpdateTargetRequest request) {
    return before ->
        new TargetDetails(
            or(patched(request.getRoleType(), before.roleType()), USUAL_ROLE),
            patched(request.getOrganization(), before.organization()),
            patched(request.getDisplayName(), before.displayName()),
            patched(request.getEmail(), before.email()),
            patched(request.getPhone(), before.phone()),
            or(patched(request.getSource(), before.source()), USUAL_SOURCE),
            request.getConfidence().isPresent()
                ? confidence(request.getConfidence().get())
                : before.confidence(),
            patched(request.getRationale(), before.rationale()));
  }

  static @Nullable String patched(JsonNullable<String> sent, @Nullable String before) {
    return sent.isPresent() ? word(sent.get()) : before;
  }

  /** What is blank is nothing. */
  static @Nullable String word(@Nullable String sent) {
    return sent == null || Text.isBlank(sent) ? null : Text.trim(sent);
  }

  static String or(@Nullable String word, String usual) {
    return word == null ? usual : word;
  }

  private static double confidence(@Nullable BigDecimal sent) {
    return sent == null ? 1 : sent.doubleValue();
  }

  static Target response(com.faultmaven.escalations.Target target) {
    TargetDetails details = target.details();
    return new Target()
        .targetId(target.id().value())
        .caseId(target.caseId().value())
        .roleType(details.roleType())
        .organization(details.organization())
        .displayName(details.displayName())
        .email(details.email())
        .phone(details.phone())
        .source(details.source())
        .confidence(BigDecimal.valueOf(details.confidence()))
        .rationale(details.rationale())
        .createdAt(target.createdAt().atOffset(ZoneOffset.UTC))
        .version(target.version().value());
  }
}
