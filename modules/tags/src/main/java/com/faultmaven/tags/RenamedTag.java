package com.faultmaven.tags;

/**
 * What a renaming did.
 *
 * @param tag as it is called now
 * @param renamedCases on how many cases it has another name now
 * @param mergedCases on how many further cases it became one with a tag already there
 */
public record RenamedTag(Tag tag, long renamedCases, long mergedCases) {

  RenamedTag and(TagChange change) {
    if (change.isNone()) {
      return this;
    }
    return change.isMerge()
        ? new RenamedTag(tag, renamedCases, mergedCases + 1)
        : new RenamedTag(tag, renamedCases + 1, mergedCases);
  }
}
