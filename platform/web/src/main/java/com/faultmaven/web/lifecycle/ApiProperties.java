package com.faultmaven.web.lifecycle;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * The versions of the API and how they end.
 *
 * @param versions by name: v1, v2
 * @param requiredNewerVersions how many newer active versions there must be before one may end
 * @param clients whose X-Client-ID is counted by name; others count as one
 * @param flushEvery how often counted calls are stored
 */
@ConfigurationProperties(prefix = "faultmaven.api", ignoreUnknownFields = false)
record ApiProperties(
    @DefaultValue Map<String, Version> versions,
    @DefaultValue("1") int requiredNewerVersions,
    @DefaultValue Set<String> clients,
    @DefaultValue("10s") Duration flushEvery) {

  /** How far a version has come. */
  enum State {
    ACTIVE,
    DEPRECATED,
    SUNSET
  }

  /**
   * One version.
   *
   * @param prefix of all its paths
   * @param deprecatedSince from the beginning of this UTC day
   * @param sunset it ends with the beginning of this UTC day
   * @param successor the name of the version to move to
   * @param documentation the guide for those who have to move; served if it is in the class path
   * @param moved operations whose successors are not where the prefix alone would lead
   */
  record Version(
      @DefaultValue("") String prefix,
      @DefaultValue("active") State state,
      @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate deprecatedSince,
      @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate sunset,
      @Nullable String successor,
      @Nullable URI documentation,
      @DefaultValue List<Moved> moved) {}

  /**
   * Where an operation went.
   *
   * @param from method and path pattern: {@code POST /api/v1/cases/{id}/status}
   * @param to a path, maybe with a query, of the variables of that pattern
   */
  record Moved(@DefaultValue("") String from, @DefaultValue("") String to) {}
}
