// Generated from contracts/asyncapi/cases-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.cases.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The case as it was opened.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param title names the case in lists
 * @param status where a case stands. May gain values
 * @param severity how much the trouble hurts. May gain values
 * @param category what kind of trouble it is. May gain values
 * @param tags all labels of the case, in the order they were added
 * @param sessionId the conversation or terminal session the case came from, in the caller's own
 *     terms; null if from none
 * @param createdAt when the case was opened
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseCreatedV2Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "title", required = true) String title,
    @JsonProperty(value = "status", required = true) String status,
    @JsonProperty(value = "severity", required = true) String severity,
    @JsonProperty(value = "category", required = true) String category,
    @JsonProperty(value = "tags", required = true) List<String> tags,
    @JsonProperty(value = "session_id", required = true) @Nullable String sessionId,
    @JsonProperty(value = "created_at", required = true) Instant createdAt) {

  public CaseCreatedV2Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(title, "title");
    requireNonNull(status, "status");
    requireNonNull(severity, "severity");
    requireNonNull(category, "category");
    requireNonNull(tags, "tags");
    tags = List.copyOf(tags);
    requireNonNull(createdAt, "created_at");
  }
}
