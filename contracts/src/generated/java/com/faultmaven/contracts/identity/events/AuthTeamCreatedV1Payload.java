// Generated from contracts/asyncapi/identity-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.identity.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What was created.
 *
 * @param teamId the team
 * @param organizationId the organization
 * @param name its name
 * @param createdBy who created it
 * @param createdAt when it was created
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthTeamCreatedV1Payload(
    @JsonProperty(value = "team_id", required = true) String teamId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "name", required = true) String name,
    @JsonProperty(value = "created_by", required = true) String createdBy,
    @JsonProperty(value = "created_at", required = true) Instant createdAt) {

  public AuthTeamCreatedV1Payload {
    requireNonNull(teamId, "team_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(name, "name");
    requireNonNull(createdBy, "created_by");
    requireNonNull(createdAt, "created_at");
  }
}
