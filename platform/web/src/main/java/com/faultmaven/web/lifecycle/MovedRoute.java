package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.ApiVersion;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.DefaultUriBuilderFactory.EncodingMode;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An operation whose successor is not at the same path of the newer version.
 *
 * @param name method and path, whose variables may be called anything
 */
record MovedRoute(String name, PathPattern from, String to) {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
  private static final DefaultUriBuilderFactory TEMPLATES = templates();

  static MovedRoute of(ApiVersion.Moved moved) {
    int space = moved.from().indexOf(' ');
    return new MovedRoute(
        nameOf(moved.from()),
        PathPatternParser.defaultInstance.parse(moved.from().substring(space + 1).strip()),
        moved.to());
  }

  /** What an operation is called here. */
  static String nameOf(String operation) {
    return VARIABLE.matcher(operation).replaceAll("{}");
  }

  /** Why this cannot be used, if it cannot. */
  static Optional<String> problemWith(ApiVersion.Moved moved) {
    boolean valid;
    try {
      MovedRoute route = of(moved);
      PathMatchInfo match = route.from.matchAndExtract(PathContainer.parsePath(sample(route.from)));
      valid =
          route.name.matches("[A-Z]+ /.*")
              && match != null
              && route.expanded(match).startsWith("/");
    } catch (IllegalArgumentException unusable) {
      valid = false;
    }
    return valid
        ? Optional.empty()
        : Optional.of(
            "moved from \"%s\" to \"%s\": from is a method and a path pattern, to a path of its variables."
                .formatted(moved.from(), moved.to()));
  }

  /** Where to find what is asked for here, safe in a header whatever the path brought along. */
  @Nullable String successorOf(String path) {
    PathMatchInfo match = from.matchAndExtract(PathContainer.parsePath(path));
    return match == null ? null : expanded(match);
  }

  private String expanded(PathMatchInfo match) {
    return TEMPLATES.expand(to, match.getUriVariables()).toASCIIString();
  }

  private static String sample(PathPattern pattern) {
    return VARIABLE.matcher(pattern.getPatternString()).replaceAll("x");
  }

  private static DefaultUriBuilderFactory templates() {
    DefaultUriBuilderFactory factory = new DefaultUriBuilderFactory();
    factory.setEncodingMode(EncodingMode.VALUES_ONLY);
    return factory;
  }
}
