package com.faultmaven.tags;

import com.faultmaven.kernel.paging.CursorParts;

/** A tag's place in a catalogue: after those on more cases, then by key. */
record CataloguePosition(long cases, String key) {

  /** Before every tag. */
  static final CataloguePosition START = new CataloguePosition(Long.MAX_VALUE, "");

  static CataloguePosition of(CursorParts parts) {
    return new CataloguePosition(parts.number(0, Long.MAX_VALUE), parts.rest());
  }
}
