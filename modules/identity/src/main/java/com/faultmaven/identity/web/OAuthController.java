package com.faultmaven.identity.web;

import com.faultmaven.contracts.oauth.v1.api.OAuthApi;
import com.faultmaven.contracts.oauth.v1.model.RevocationRequest;
import com.faultmaven.contracts.oauth.v1.model.TokenRequest;
import com.faultmaven.contracts.oauth.v1.model.TokenResponse;
import com.faultmaven.identity.Refresh;
import com.faultmaven.identity.Revoking;
import com.faultmaven.kernel.InvalidRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged OAuth. */
@RestController
class OAuthController implements OAuthApi {

  private static final String REFRESH = "refresh_token";

  private final Refresh refresh;
  private final Revoking revoking;

  OAuthController(Refresh refresh, Revoking revoking) {
    this.refresh = refresh;
    this.revoking = revoking;
  }

  @Override
  public ResponseEntity<TokenResponse> exchangeToken(TokenRequest request) {
    if (!request.getGrantType().equals(REFRESH)) {
      throw UnsupportedGrant.otherThan(REFRESH);
    }
    return ResponseEntity.ok(shown(refresh.refresh(tokenOf(request), null)));
  }

  @Override
  public ResponseEntity<Object> revokeToken(RevocationRequest request) {
    revoking.revoke(request.getToken());
    return ResponseEntity.ok(Map.of());
  }

  private static String tokenOf(TokenRequest request) {
    String token = request.getRefreshToken().orElse(null);
    if (token == null || token.isEmpty()) {
      throw InvalidRequest.body("/refresh_token", "required", "refresh_token is required.");
    }
    return token;
  }

  private static TokenResponse shown(Refresh.Tokens tokens) {
    return new TokenResponse()
        .accessToken(tokens.accessToken())
        .tokenType("bearer")
        .expiresIn(Math.toIntExact(tokens.lifetime().toSeconds()))
        .refreshToken(tokens.refreshToken())
        .refreshExpiresIn(Math.toIntExact(tokens.refreshLifetime().toSeconds()))
        .userId(tokens.user().value())
        .username(tokens.username());
  }
}
