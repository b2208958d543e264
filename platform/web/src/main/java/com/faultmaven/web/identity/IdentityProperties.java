package com.faultmaven.web.identity;

import com.faultmaven.kernel.UserDirectory;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to believe about callers: a gateway in front, tokens signed with published keys, or tokens
 * that are issued here.
 *
 * @param mode whether anybody stands in front of this service
 * @param directory where accounts are kept; unless said they are kept here, and deletions that
 *     another service publishes are consumed too where somebody stands in front
 * @param trustGateway whether the headers of a gateway count; they do unless there is a {@code
 *     jwksUri}
 * @param jwksUri where the keys of bearer tokens are published
 * @param issuer the only issuer whose tokens count, where there is a {@code jwksUri}
 * @param audience what tokens must be meant for, where there is a {@code jwksUri}
 * @param gateway what shows that a request comes from the gateway
 * @param organizationFrom who says for which organization a caller acts; the one who is believed
 *     unless set
 */
@ConfigurationProperties(prefix = "faultmaven.identity", ignoreUnknownFields = false)
record IdentityProperties(
    @DefaultValue("gateway") IdentityMode mode,
    @Nullable DirectoryPlace directory,
    @Nullable Boolean trustGateway,
    @Nullable String jwksUri,
    @Nullable String issuer,
    @Nullable String audience,
    @Nullable OrganizationSource organizationFrom,
    @DefaultValue GatewayProperties gateway,
    @DefaultValue Keys keys,
    @DefaultValue Claims claims) {

  /**
   * How the published keys are kept up to date.
   *
   * @param refresh how often they are fetched
   * @param pause the least time between two looks for keys that are not known, and before a fetch
   *     that failed is repeated
   * @param outage how long keys count after they could be fetched last
   */
  record Keys(
      @DefaultValue("5m") Duration refresh,
      @DefaultValue("10s") Duration pause,
      @DefaultValue("12h") Duration outage) {}

  /** What the claims of a token are called. */
  record Claims(
      @DefaultValue("sub") String user,
      @DefaultValue("email") String email,
      @DefaultValue("roles") String roles,
      @DefaultValue("organization") String organization) {}

  IdentityProperties {
    jwksUri = blankToNull(jwksUri);
    issuer = blankToNull(issuer);
    audience = blankToNull(audience);
    boolean tokens = jwksUri != null;
    boolean alone = mode == IdentityMode.STANDALONE;
    require(
        !alone || (!tokens && !Boolean.TRUE.equals(trustGateway)),
        "with mode standalone only tokens issued here are believed: remove jwks-uri and"
            + " trust-gateway.");
    require(
        !alone || directory != DirectoryPlace.EXTERNAL,
        "with mode standalone accounts are kept here: remove directory external.");
    require(
        !tokens || !Boolean.TRUE.equals(trustGateway),
        "jwks-uri and trust-gateway are two answers to whom to believe: set one of them.");
    require(
        tokens || alone || !Boolean.FALSE.equals(trustGateway),
        "with trust-gateway false nobody is believed: set jwks-uri.");
    require(
        tokens || (issuer == null && audience == null),
        "issuer and audience check tokens, so they need jwks-uri.");
    require(
        !tokens || (issuer != null && audience != null),
        "with jwks-uri set issuer and audience: the same keys sign tokens for others, too.");
    require(
        (!tokens && !alone) || !gateway.isAsked(),
        "gateway.secrets and gateway.networks are about a gateway, but only tokens are believed.");
    require(jwksUri == null || isWebAddress(jwksUri), "jwks-uri must be an http(s) URL.");
    if (organizationFrom == null) {
      organizationFrom = tokens ? OrganizationSource.CLAIM : OrganizationSource.HEADER;
    }
    require(
        tokens || alone || organizationFrom != OrganizationSource.CLAIM,
        "organization-from claim reads tokens, so it needs jwks-uri or mode standalone.");
    require(
        !tokens || organizationFrom != OrganizationSource.HEADER,
        "organization-from header believes a gateway, but with jwks-uri only tokens are believed.");
  }

  UserDirectory userDirectory() {
    boolean unsaid = directory == null && mode == IdentityMode.GATEWAY;
    return new UserDirectory(
        directory != DirectoryPlace.EXTERNAL, unsaid || directory == DirectoryPlace.EXTERNAL);
  }

  private static void require(boolean met, String rule) {
    if (!met) {
      throw new IllegalArgumentException("faultmaven.identity: " + rule);
    }
  }

  private static boolean isWebAddress(String text) {
    URI uri = URI.create(text);
    return uri.getHost() != null
        && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
