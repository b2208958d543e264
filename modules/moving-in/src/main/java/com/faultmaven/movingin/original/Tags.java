package com.faultmaven.movingin.original;

import com.faultmaven.kernel.Text;
import java.util.List;

/** The tags of a case as the original has them: a list that may repeat itself. */
final class Tags {

  private static final int MOST = 50;
  private static final int LONGEST = 50;

  private Tags() {}

  /** Refuses more or longer ones than a case can have. Control characters become spaces. */
  static List<String> checked(List<String> tags) throws UnusableValue {
    if (tags.size() > MOST) {
      throw UnusableValue.of("tags", "too_many", "There are more than 50.");
    }
    for (String tag : tags) {
      if (tag.codePointCount(0, tag.length()) > LONGEST) {
        throw UnusableValue.of("tags", "too_long", "One has more than 50 characters.");
      }
    }
    return tags.stream()
        .map(tag -> Text.hasControls(tag) ? tag.replaceAll("\\p{Cc}", " ") : tag)
        .toList();
  }
}
