// Generated from contracts/asyncapi/status-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.status.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What was said, if anything.
 *
 * @param id identifies an update of an incident
 * @param message what was said, as Markdown
 * @param status what it says the incident is at. May gain values
 * @param corrects the update in whose place it stands
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentUpdatedV1Update(
    @JsonProperty(value = "id", required = true) String id,
    @JsonProperty(value = "message", required = true) String message,
    @JsonProperty(value = "status", required = true) String status,
    @JsonProperty(value = "corrects", required = true) @Nullable String corrects) {

  public IncidentUpdatedV1Update {
    requireNonNull(id, "id");
    requireNonNull(message, "message");
    requireNonNull(status, "status");
  }
}
