package com.faultmaven.__name__;

import java.util.UUID;

/** Identifies an entry. */
public record EntryId(UUID value) {

  static EntryId random() {
    return new EntryId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
