package com.faultmaven.contracts;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of an API.
 *
 * @param document its OpenAPI document
 * @param dropIn whether it is an API as another service had it
 * @param unmatched paths at and below which it answers for what no document has
 * @param state how far it has come
 * @param deprecatedSince from the beginning of this UTC day
 * @param sunset it ends with the beginning of this UTC day
 * @param successor the name of the version to move to
 * @param documentation the guide for those who have to move; served if it is in the class path
 * @param moved operations whose successors are not at the same path of the newer version
 * @param audience whom its tags are for
 * @param address where its document is given, without the form
 * @param alsoAt further addresses of its document, with the form
 * @param slug what it is called in addresses and counts
 */
public record ApiVersion(
    String document,
    boolean dropIn,
    List<String> unmatched,
    State state,
    @Nullable LocalDate deprecatedSince,
    @Nullable LocalDate sunset,
    @Nullable String successor,
    @Nullable URI documentation,
    List<Moved> moved,
    Map<String, List<String>> audience,
    @Nullable String address,
    List<String> alsoAt,
    @Nullable String slug) {

  public ApiVersion {
    unmatched = unmatched == null ? List.of() : List.copyOf(unmatched);
    moved = moved == null ? List.of() : List.copyOf(moved);
    alsoAt = alsoAt == null ? List.of() : List.copyOf(alsoAt);
    audience = audience == null ? Map.of() : Map.copyOf(audience);
  }

  /** How far a version has come. */
  public enum State {
    ACTIVE,
    DEPRECATED,
    SUNSET
  }

  /**
   * Where an operation went.
   *
   * @param from method and path pattern: {@code POST /api/v1/cases/{id}/status}
   * @param to a path, maybe with a query, of the variables of that pattern
   */
  public record Moved(String from, String to) {}

  /** What it is called in addresses and counts. */
  public String slugIn(String contract, String version) {
    return Objects.requireNonNullElse(slug, contract + "-" + version);
  }

  /** The same, deprecated and ended on other days, where one is given. */
  public ApiVersion endingOn(
      @Nullable LocalDate otherDeprecation, @Nullable LocalDate otherSunset) {
    return new ApiVersion(
        document,
        dropIn,
        unmatched,
        state,
        otherDeprecation == null ? deprecatedSince : otherDeprecation,
        otherSunset == null ? sunset : otherSunset,
        successor,
        documentation,
        moved,
        audience,
        address,
        alsoAt,
        slug);
  }

  ContractDocument describedBy(String contract, String title, String version) {
    return new ContractDocument(
        contract + "." + version,
        document,
        title + " " + version + (state == State.ACTIVE ? "" : " (deprecated)"),
        Objects.requireNonNullElse(address, "/openapi/" + contract + "." + version),
        alsoAt,
        slugIn(contract, version));
  }
}
