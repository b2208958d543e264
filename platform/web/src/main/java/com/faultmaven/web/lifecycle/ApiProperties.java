package com.faultmaven.web.lifecycle;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * How the versions of the APIs end here.
 *
 * @param versions by the names of contract and version: other days than the manifest of contracts
 *     has
 * @param requiredNewerVersions how many newer active versions there must be before one may end
 * @param clients whose X-Client-ID is counted by name; others count as one
 * @param flushEvery how often counted calls are stored
 */
@ConfigurationProperties(prefix = "faultmaven.api", ignoreUnknownFields = false)
record ApiProperties(
    @DefaultValue Map<String, Map<String, Days>> versions,
    @DefaultValue("1") int requiredNewerVersions,
    @DefaultValue Set<String> clients,
    @DefaultValue("10s") Duration flushEvery) {

  /**
   * When a version ends in this installation.
   *
   * @param deprecatedSince from the beginning of this UTC day
   * @param sunset it ends with the beginning of this UTC day
   */
  record Days(
      @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate deprecatedSince,
      @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate sunset) {}
}
