package com.faultmaven.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How a service is set up, and how its callers say who they are.
 *
 * @param settings beyond those of {@link com.faultmaven.bench.process.Service#released}
 * @param headers of a request, each a line, by the id of the user
 */
record Setup(Map<String, String> settings, UnaryOperator<String> headers) {

  private static final String SECRET = "of-a-gateway-that-is-measured-and-of-no-other";

  /** So many that nobody uses them up. */
  private static final String RATE = "1000000000/1s";

  /** Behind a gateway whose headers are believed, without limits. */
  static final Setup PLAIN =
      new Setup(
          Map.of(
              "FAULTMAVEN_IDENTITY_TRUST_GATEWAY",
              "true",
              "FAULTMAVEN_IDENTITY_ORGANIZATION_FROM",
              "none"),
          user -> "X-User-ID: " + user + "\r\nX-Client-ID: dashboard\r\n");

  /** The gateway shows that it is the gateway. */
  Setup withProof() {
    return with("FAULTMAVEN_IDENTITY_GATEWAY_SECRETS", SECRET)
        .saying("X-Gateway-Secret: " + SECRET + "\r\n");
  }

  /** Callers bring tokens, which are verified. */
  static Setup tokensOf(TokenIssuer issuer) {
    return new Setup(
        Map.of(
            "FAULTMAVEN_IDENTITY_JWKS_URI",
            issuer.keys(),
            "FAULTMAVEN_IDENTITY_ISSUER",
            TokenIssuer.NAME,
            "FAULTMAVEN_IDENTITY_AUDIENCE",
            TokenIssuer.AUDIENCE,
            "FAULTMAVEN_IDENTITY_ORGANIZATION_FROM",
            "claim"),
        user -> "Authorization: Bearer " + issuer.tokenOf(user) + "\r\nX-Client-ID: dashboard\r\n");
  }

  /** People register, and come with tokens that the service issued. */
  static Setup standalone() {
    return new Setup(
        Map.of(
            "FAULTMAVEN_IDENTITY_MODE",
            "standalone",
            "FAULTMAVEN_SECRET",
            SECRET,
            "FAULTMAVEN_ACCOUNTS_LIMITS_REGISTRATIONS",
            "1000/1h"),
        token -> "Authorization: Bearer " + token + "\r\nX-Client-ID: dashboard\r\n");
  }

  /** Of users and of clients. */
  Setup withLimits(String storage) {
    return with("FAULTMAVEN_RATE_LIMITS_USER_READS", RATE)
        .with("FAULTMAVEN_RATE_LIMITS_CLIENT_READS", RATE)
        .with("FAULTMAVEN_RATE_LIMITS_STORAGE", storage);
  }

  /** A process warms up before it is ready, as where instances are replaced under load. */
  Setup warmedUp() {
    return with("FAULTMAVEN_START_WARMUP", "12s");
  }

  /** No meter counts anything. */
  Setup withoutMetrics() {
    return with("MANAGEMENT_METRICS_ENABLE_ALL", "false");
  }

  /** A collector gets a span of each request and of each of its statements. */
  Setup tracedTo(String collector) {
    return with("OTEL_EXPORTER_OTLP_ENDPOINT", collector);
  }

  private Setup with(String name, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(name, value);
    return new Setup(Map.copyOf(more), headers);
  }

  private Setup saying(String line) {
    return new Setup(settings, user -> headers.apply(user) + line);
  }
}
