// Generated from contracts/asyncapi/cases-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.cases.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What became of the labels.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param added labels the case did not have before
 * @param removed labels the case no longer has
 * @param tags all labels of the case, in the order they were added
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseTagsChangedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "added", required = true) List<String> added,
    @JsonProperty(value = "removed", required = true) List<String> removed,
    @JsonProperty(value = "tags", required = true) List<String> tags) {

  public CaseTagsChangedV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(added, "added");
    added = List.copyOf(added);
    requireNonNull(removed, "removed");
    removed = List.copyOf(removed);
    requireNonNull(tags, "tags");
    tags = List.copyOf(tags);
  }
}
