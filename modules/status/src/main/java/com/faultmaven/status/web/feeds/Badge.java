package com.faultmaven.status.web.feeds;

import com.faultmaven.status.page.Indicator;

/** How everything is, in one small picture. */
final class Badge {

  private static final int LETTER = 7;
  private static final int MARGIN = 8;
  private static final int LABEL = 50;

  private Badge() {}

  static String of(Indicator indicator) {
    int width = indicator.words().length() * LETTER + 2 * MARGIN;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="20" role="img" aria-label="Status: %3$s">
        <title>Status: %3$s</title>
        <rect width="%1$s" height="20" rx="3" fill="#3a3f48"/>
        <rect x="%2$s" width="%4$s" height="20" rx="3" fill="%5$s"/>
        <g fill="#fff" font-family="Verdana,sans-serif" font-size="11">
        <text x="8" y="14">status</text>
        <text x="%6$s" y="14">%3$s</text>
        </g>
        </svg>
        """
        .formatted(
            LABEL + width, LABEL, indicator.words(), width, colour(indicator), LABEL + MARGIN);
  }

  private static String colour(Indicator indicator) {
    return switch (indicator) {
      case NONE -> "#1a7340";
      case MAINTENANCE -> "#1257b0";
      case MINOR -> "#8a5a00";
      case MAJOR -> "#b04a00";
      case CRITICAL -> "#b3261e";
    };
  }
}
