package com.faultmaven.reports;

import java.util.Collection;
import java.util.Optional;

/** What is between two meridians and two parallels, in degrees. */
public record Box(double west, double south, double east, double north) {

  /** As PostgreSQL reads it. */
  public String sql() {
    return "((" + west + "," + south + "),(" + east + "," + north + "))";
  }

  /** What surrounds places, if there are any. */
  public static Optional<Box> around(Collection<Place> places) {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Box(
                places.stream().mapToDouble(Place::longitude).min().orElseThrow(),
                places.stream().mapToDouble(Place::latitude).min().orElseThrow(),
                places.stream().mapToDouble(Place::longitude).max().orElseThrow(),
                places.stream().mapToDouble(Place::latitude).max().orElseThrow()));
  }
}
