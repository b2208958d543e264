// Generated from contracts/asyncapi/cases-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.cases.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which fields changed, and to what.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param updatedAt when the fields changed
 * @param changes the fields that changed, by name, each with its new value; a field that is not
 *     there did not change. May gain fields
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseUpdatedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "updated_at", required = true) Instant updatedAt,
    @JsonProperty(value = "changes", required = true) Map<String, @Nullable Object> changes) {

  public CaseUpdatedV1Payload(
      String caseId, String userId, Instant updatedAt, Map<String, @Nullable Object> changes) {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(updatedAt, "updated_at");
    requireNonNull(changes, "changes");
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    this.caseId = caseId;
    this.userId = userId;
    this.updatedAt = updatedAt;
    this.changes = changes;
  }
}
