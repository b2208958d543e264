package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Believes nobody but the signature of a token. */
final class BearerToken implements CallerSource, AutoCloseable {

  /** Longer ones are not even parsed. */
  private static final int LONGEST = 8192;

  private final PublishedKeys keys;
  private final JwtDecoder decoder;
  private final IdentityProperties.Claims claims;
  private final boolean namesOrganization;
  private final CheckedTokens checked;

  BearerToken(PublishedKeys keys, IdentityProperties properties, Clock clock) {
    this.keys = keys;
    this.checked = new CheckedTokens(clock);
    this.decoder = TokenDecoder.of(keys, properties, clock);
    this.claims = properties.claims();
    this.namesOrganization = properties.organizationFrom() == OrganizationSource.CLAIM;
  }

  @Override
  public Caller callerOf(HttpServletRequest request) {
    String sent = SentToken.of(request).orElseThrow(AuthenticationRequired::noToken);
    Caller known = checked.get(sent);
    if (known != null) {
      return known;
    }
    Jwt token = decoded(sent);
    Caller caller = callerIn(token);
    checked.put(sent, caller, Objects.requireNonNull(token.getExpiresAt()));
    return caller;
  }

  private Caller callerIn(Jwt token) {
    return new Caller(
        name(token, claims.user()).map(UserId::new).orElseThrow(AuthenticationRequired::badToken),
        namesOrganization ? organizationIn(token) : OrganizationId.DEFAULT,
        text(token, claims.email()).filter(Email::isSound).orElse(null),
        roles(token));
  }

  @Override
  public boolean isNamedIn(HttpServletRequest request) {
    return SentToken.isIn(request);
  }

  @Override
  public void close() {
    keys.close();
  }

  private OrganizationId organizationIn(Jwt token) {
    return name(token, claims.organization())
        .map(OrganizationId::new)
        .orElse(OrganizationId.DEFAULT);
  }

  private Jwt decoded(String token) {
    if (token.length() > LONGEST) {
      throw AuthenticationRequired.badToken();
    }
    try {
      return decoder.decode(token);
    } catch (BadJwtException bad) {
      throw AuthenticationRequired.badToken();
    } catch (JwtException unchecked) {
      throw IdentityUnavailable.noKeys();
    }
  }

  private static Optional<String> name(Jwt token, String claim) {
    Optional<String> name = text(token, claim);
    if (name.isPresent() && !name.filter(Name::isValid).isPresent()) {
      throw AuthenticationRequired.badToken();
    }
    return name;
  }

  private static Optional<String> text(Jwt token, String claim) {
    return token.getClaims().get(claim) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  private Set<String> roles(Jwt token) {
    return switch (token.getClaims().get(claims.roles())) {
      case Collection<?> names -> Roles.of(names);
      case String names -> Roles.parse(names);
      case null, default -> Set.of();
    };
  }
}
