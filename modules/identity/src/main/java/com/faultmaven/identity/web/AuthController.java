package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.AuthApi;
import com.faultmaven.contracts.identity.v1.model.AuthConfig;
import com.faultmaven.contracts.identity.v1.model.DevLoginRequest;
import com.faultmaven.contracts.identity.v1.model.DevTokens;
import com.faultmaven.contracts.identity.v1.model.LoginRequest;
import com.faultmaven.contracts.identity.v1.model.LogoutRequest;
import com.faultmaven.contracts.identity.v1.model.LogoutResult;
import com.faultmaven.contracts.identity.v1.model.RefreshRequest;
import com.faultmaven.contracts.identity.v1.model.RefreshedTokens;
import com.faultmaven.contracts.identity.v1.model.RegisterRequest;
import com.faultmaven.contracts.identity.v1.model.Tokens;
import com.faultmaven.identity.AuthConfigQuery;
import com.faultmaven.identity.IssuedTokens;
import com.faultmaven.identity.Login;
import com.faultmaven.identity.Refresh;
import com.faultmaven.identity.Registration;
import com.faultmaven.identity.SigningOut;
import com.faultmaven.kernel.Caller;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Auth. */
@RestController
class AuthController implements AuthApi {

  private final AuthConfigQuery config;
  private final Registration registration;
  private final Login login;
  private final Refresh refresh;
  private final SigningOut signingOut;

  AuthController(
      AuthConfigQuery config,
      Registration registration,
      Login login,
      Refresh refresh,
      SigningOut signingOut) {
    this.config = config;
    this.registration = registration;
    this.login = login;
    this.refresh = refresh;
    this.signingOut = signingOut;
  }

  @Override
  public ResponseEntity<AuthConfig> getAuthConfig() {
    return ResponseEntity.ok(AuthResponses.config(config));
  }

  @Override
  public ResponseEntity<Tokens> register(RegisterRequest request) {
    IssuedTokens issued =
        registration.register(AuthRequests.account(request), request.getClientId().orElse(null));
    return ResponseEntity.created(pathOf(issued)).body(AuthResponses.tokens(issued));
  }

  @Override
  public ResponseEntity<Tokens> login(LoginRequest request) {
    return ResponseEntity.ok(
        AuthResponses.tokens(
            login.login(
                AuthRequests.name(request),
                request.getPassword().orElse(null),
                request.getClientId().orElse(null))));
  }

  @Override
  public ResponseEntity<DevTokens> devLogin(DevLoginRequest request) {
    return ResponseEntity.ok(
        AuthResponses.devTokens(login.loginWithoutPassword(request.getUsername())));
  }

  @Override
  public ResponseEntity<DevTokens> devRegister(DevLoginRequest request) {
    IssuedTokens issued = registration.registerWithoutPassword(AuthRequests.account(request));
    return ResponseEntity.created(pathOf(issued)).body(AuthResponses.devTokens(issued));
  }

  @Override
  public ResponseEntity<RefreshedTokens> refreshTokens(RefreshRequest request) {
    return ResponseEntity.ok(
        AuthResponses.refreshed(
            refresh.refresh(request.getRefreshToken(), AuthRequests.organization(request), null)));
  }

  @Override
  public ResponseEntity<LogoutResult> logout(@Nullable LogoutRequest request) {
    boolean everywhere = request == null || Sent.or(request.getAll(), true);
    int ended = signingOut.signOut(everywhere, Caller.current());
    return ResponseEntity.ok(AuthResponses.signedOut(everywhere, ended));
  }

  @Override
  public ResponseEntity<LogoutResult> logoutAsDashboard(@Nullable LogoutRequest request) {
    return logout(request);
  }

  private static URI pathOf(IssuedTokens issued) {
    return URI.create("/api/v1/users/" + issued.user().id());
  }
}
