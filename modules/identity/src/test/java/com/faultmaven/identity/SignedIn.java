package com.faultmaven.identity;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.UUID;

/** Somebody with an account, signed in by a password. */
record SignedIn(Api anybody, String username, Answer tokens) {

  static final String PASSWORD = "the analytical engine weaves";

  /** Somebody who has just registered. */
  static SignedIn on(int port) {
    Api anybody = Api.on(port);
    String name = "ada-" + UUID.randomUUID().toString().substring(0, 12);
    Answer tokens = register(anybody, name).is(201);
    return new SignedIn(anybody, name, tokens);
  }

  static Answer register(Api anybody, String name) {
    return anybody.post(
        "/api/v1/auth/register",
        """
        {"username":"%1$s","email":"%1$s@example.com","password":"%2$s","client_id":null}
        """
            .formatted(name, PASSWORD));
  }

  /** The same on another client. */
  SignedIn again() {
    return new SignedIn(anybody, username, login(PASSWORD).is(200));
  }

  Answer login(String password) {
    return anybody.post(
        "/api/v1/auth/login",
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
  }

  String id() {
    return tokens.text("/user/user_id");
  }

  String access() {
    return tokens.text("/access_token");
  }

  String refreshToken() {
    return tokens.text("/refresh_token");
  }

  /** Requests with the access token. */
  Api api() {
    return with(access());
  }

  Api with(String access) {
    return anybody.with("Authorization", "Bearer " + access);
  }

  Answer refresh() {
    return refresh(refreshToken());
  }

  Answer refresh(String token) {
    return anybody.post("/api/v1/auth/refresh", "{\"refresh_token\":\"%s\"}".formatted(token));
  }
}
