package com.faultmaven.identity.tokens;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Set;

/** What a token of this installation says, which nobody else can have written. */
final class Claims {

  private Claims() {}

  static Caller caller(JWTClaimsSet claims) throws ParseException {
    return new Caller(
        new UserId(claims.getSubject()),
        new OrganizationId(claims.getStringClaim("organization")),
        claims.getStringClaim("email"),
        Set.copyOf(claims.getStringListClaim("roles")),
        claims.getStringClaim("sid"),
        null);
  }
}
