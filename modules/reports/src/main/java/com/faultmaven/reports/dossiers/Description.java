package com.faultmaven.reports.dossiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a case beside its reports.
 *
 * @param type {@code [a-z][a-z0-9_-]{0,63}}
 * @param classification {@code [a-z][a-z0-9_-]{0,31}}
 * @param uncertaintyNotes at most 4,000 characters
 * @param geometry a Polygon or a MultiPolygon as GeoJSON
 * @param anchor the id of the report that stands for the case
 */
public record Description(
    String type,
    String classification,
    @Nullable String uncertaintyNotes,
    @Nullable String geometry,
    @Nullable String anchor) {

  static Description of(Dossier dossier) {
    return new Description(
        dossier.type(),
        dossier.classification(),
        dossier.uncertaintyNotes(),
        dossier.geometry(),
        dossier.anchor());
  }

  /** The contract's names of what is otherwise than before. */
  List<String> changes(Description before) {
    List<String> changes = new ArrayList<>();
    note(changes, "type", type, before.type);
    note(changes, "classification", classification, before.classification);
    note(changes, "uncertainty_notes", uncertaintyNotes, before.uncertaintyNotes);
    note(changes, "geometry", geometry, before.geometry);
    note(changes, "anchor_report_id", anchor, before.anchor);
    return changes;
  }

  private static void note(
      List<String> changes, String name, @Nullable String now, @Nullable String before) {
    if (!Objects.equals(now, before)) {
      changes.add(name);
    }
  }
}
