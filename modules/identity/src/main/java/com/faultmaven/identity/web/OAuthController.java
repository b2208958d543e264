package com.faultmaven.identity.web;

import com.faultmaven.contracts.oauth.v1.api.AuthorizationParameters;
import com.faultmaven.contracts.oauth.v1.api.OAuthApi;
import com.faultmaven.contracts.oauth.v1.model.AuthorizationAnswer;
import com.faultmaven.contracts.oauth.v1.model.AuthorizationResponse;
import com.faultmaven.contracts.oauth.v1.model.Consent;
import com.faultmaven.contracts.oauth.v1.model.RevocationRequest;
import com.faultmaven.contracts.oauth.v1.model.TokenRequest;
import com.faultmaven.contracts.oauth.v1.model.TokenResponse;
import com.faultmaven.identity.ClientSignIn;
import com.faultmaven.identity.Refresh;
import com.faultmaven.identity.Revoking;
import com.faultmaven.identity.authorization.AuthorizationRequest;
import com.faultmaven.kernel.Caller;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged OAuth. */
@RestController
class OAuthController implements OAuthApi {

  private static final String REFRESH = "refresh_token";
  private static final String CODE = "authorization_code";

  private final ClientSignIn clients;
  private final Refresh refresh;
  private final Revoking revoking;

  OAuthController(ClientSignIn clients, Refresh refresh, Revoking revoking) {
    this.clients = clients;
    this.refresh = refresh;
    this.revoking = revoking;
  }

  @Override
  public ResponseEntity<Consent> getAuthorizationRequest(AuthorizationParameters wanted) {
    return ResponseEntity.ok(
        AuthorizationForms.shown(
            wanted, clients.asked(AuthorizationForms.request(wanted), Caller.current())));
  }

  @Override
  public ResponseEntity<AuthorizationResponse> confirmAuthorization(AuthorizationAnswer answer) {
    AuthorizationRequest request = AuthorizationForms.request(answer);
    if (!answer.getApproved()) {
      clients.requireSound(request);
      throw NotApproved.byPerson();
    }
    String code = clients.approve(request, Caller.current());
    return ResponseEntity.ok(new AuthorizationResponse().code(code).state(answer.getState()));
  }

  @Override
  public ResponseEntity<TokenResponse> exchangeToken(TokenRequest request) {
    return ResponseEntity.ok(
        shown(
            switch (request.getGrantType()) {
              case REFRESH ->
                  refresh.refresh(
                      AuthorizationForms.required(request.getRefreshToken(), REFRESH),
                      null,
                      request.getClientId());
              case CODE -> clients.exchange(AuthorizationForms.code(request));
              default -> throw UnsupportedGrant.otherThan(REFRESH, CODE);
            }));
  }

  @Override
  public ResponseEntity<Object> revokeToken(RevocationRequest request) {
    revoking.revoke(request.getToken());
    return ResponseEntity.ok(Map.of());
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
