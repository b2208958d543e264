package com.faultmaven.tags;

/**
 * What a renaming did.
 *
 * @param tag as it is called now
 * @param renamedCases on how many cases it has another name now
 * @param mergedCases on how many further cases it became one with a tag already there
 * @param remainingCases on how many cases it has its old name still; asking again renames those
 */
public record RenamedTag(Tag tag, long renamedCases, long mergedCases, long remainingCases) {

  static RenamedTag noneYet(Tag tag) {
    return new RenamedTag(tag, 0, 0, 0);
  }

  RenamedTag and(TagChange change) {
    if (change.isNone()) {
      return this;
    }
    return change.isMerge()
        ? new RenamedTag(tag, renamedCases, mergedCases + 1, remainingCases)
        : new RenamedTag(tag, renamedCases + 1, mergedCases, remainingCases);
  }

  RenamedTag withRemaining(long cases) {
    return new RenamedTag(tag, renamedCases, mergedCases, cases);
  }
}
