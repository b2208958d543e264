package com.faultmaven.reports.dossiers;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a dossier; null leaves it as it is.
 *
 * @param notes makes the new notes of the old ones, like the two after it
 */
public record DossierEdit(
    @Nullable String type,
    @Nullable String classification,
    UnaryOperator<@Nullable String> notes,
    UnaryOperator<@Nullable String> geometry,
    UnaryOperator<@Nullable String> anchor) {

  Description apply(Description before) {
    return new Description(
        type == null ? before.type() : type,
        classification == null ? before.classification() : classification,
        notes.apply(before.uncertaintyNotes()),
        geometry.apply(before.geometry()),
        anchor.apply(before.anchor()));
  }
}
