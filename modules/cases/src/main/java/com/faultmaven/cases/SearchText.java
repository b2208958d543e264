package com.faultmaven.cases;

import com.faultmaven.edge.Text;
import java.util.regex.Pattern;

/** What somebody searches for, so that PostgreSQL can make a query of it whatever it is. */
final class SearchText {

  /**
   * Dashes that exclude nothing, because no word follows: PostgreSQL takes each of them for a
   * <i>not</i> of the next, and gives up on more than thirty.
   */
  private static final Pattern IDLE_DASHES = Pattern.compile("(?<![^ !&|()\"])(--+|-(?=[ !&|()]))");

  private SearchText() {}

  static String of(String typed) {
    StringBuilder text = new StringBuilder(typed);
    for (int index = 0; index < text.length(); index++) {
      if (Text.isSpace(text.charAt(index))) {
        text.setCharAt(index, ' ');
      }
    }
    return IDLE_DASHES.matcher(text).replaceAll(" ");
  }
}
