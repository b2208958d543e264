package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.ApiVersion.State;
import com.faultmaven.web.contract.Operation;
import com.faultmaven.web.contract.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version that is deprecated or has ended, and what its answers say about that: RFC 9745, RFC
 * 8594 and the links of RFC 5829. Everything that does not depend on the request is made once.
 */
final class EndingVersion {

  /** IMF-fixdate of RFC 9110, section 5.6.7; the day has two digits. */
  private static final DateTimeFormatter FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final ServedVersion version;
  private final String start;
  private final String successorStart;
  private final Map<String, MovedRoute> moved;
  private final Instant end;
  private final boolean over;
  private final String deprecation;
  private final String sunset;
  private final String guide;
  private final String guideLinks;

  private EndingVersion(ServedVersion version, ServedVersion successor) {
    this.version = version;
    start = version.start() + "/";
    successorStart = successor.start();
    moved =
        version.plan().moved().stream()
            .map(MovedRoute::of)
            .collect(
                Collectors.toUnmodifiableMap(
                    MovedRoute::name, Function.identity(), (first, _) -> first));
    end = startOf(version.plan().sunset());
    over = version.plan().state() == State.SUNSET;
    deprecation = "@" + startOf(version.plan().deprecatedSince()).getEpochSecond();
    sunset = FIXDATE.format(end);
    guide = Objects.requireNonNull(version.plan().documentation()).toASCIIString();
    guideLinks =
        ">; rel=\"successor-version\", <%1$s>; rel=\"deprecation\", <%1$s>; rel=\"sunset\""
            .formatted(guide);
  }

  /** As the policy has found it fit. */
  static EndingVersion of(ServedVersion version, ServedVersion successor) {
    return new EndingVersion(version, successor);
  }

  private static Instant startOf(@Nullable LocalDate day) {
    return Objects.requireNonNull(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** What it is called in counts and logs. */
  String name() {
    return version.plan().slugIn(version.contract(), version.name());
  }

  /** The address of the migration guide. */
  String guide() {
    return guide;
  }

  /** When it ends, as its answers say it. */
  String sunset() {
    return sunset;
  }

  boolean hasEnded(Instant now) {
    return over || !now.isBefore(end);
  }

  void announceOn(HttpServletResponse response, String successor) {
    response.setHeader("Deprecation", deprecation);
    response.setHeader("Sunset", sunset);
    response.setHeader("Link", "<" + successor + guideLinks);
  }

  /** The path that does in the successor what this request asks for here. */
  String successorOf(Route route, HttpServletRequest request) {
    String path = LinkedPath.of(request);
    Operation operation = route.operation();
    MovedRoute elsewhere =
        operation == null ? null : moved.get(MovedRoute.nameOf(operation.name()));
    String successor = elsewhere == null ? null : elsewhere.successorOf(path);
    if (successor != null) {
      return successor;
    }
    return path.startsWith(start)
        ? successorStart + path.substring(start.length() - 1)
        : successorStart;
  }
}
