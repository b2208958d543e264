package com.faultmaven.tags;

import com.faultmaven.edge.paging.Cursor;

/** A tag's place in a catalogue: after those on more cases, then by key. */
record CataloguePosition(long cases, String key) {

  /** Before every tag. */
  static final CataloguePosition START = new CataloguePosition(Long.MAX_VALUE, "");

  static CataloguePosition of(TagUse use) {
    return new CataloguePosition(use.cases(), use.tag().key());
  }

  String text() {
    return cases + " " + key;
  }

  static CataloguePosition parse(String text) {
    int space = text.indexOf(' ');
    if (space < 0 || text.indexOf('\0') >= 0) {
      throw Cursor.refused();
    }
    try {
      return new CataloguePosition(
          Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    } catch (NumberFormatException forged) {
      throw Cursor.refused();
    }
  }
}
