package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static com.faultmaven.web.KeyPublisher.key;
import static com.faultmaven.web.Tokens.claims;
import static com.faultmaven.web.Tokens.signedBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@DirtiesContext // its key server goes away
class BearerTest extends WebTest {

  private static final RSAKey KEY = key("current");
  private static final KeyPublisher KEYS = new KeyPublisher(KEY);

  @DynamicPropertySource
  static void identity(DynamicPropertyRegistry properties) {
    properties.add("faultmaven.identity.jwks-uri", KEYS::address);
    properties.add("faultmaven.identity.issuer", () -> "https://id.example.com");
    properties.add("faultmaven.identity.audience", () -> "cases");
    properties.add("faultmaven.identity.claims.organization", () -> "org");
  }

  @AfterAll
  static void stopKeyServer() {
    KEYS.close();
  }

  @Test
  void knowsTheCallerTheTokenNames() {
    JsonNode caller = json(callWith(signed(claims().build())));
    assertThat(caller.path("user").asString()).isEqualTo("bob");
    assertThat(caller.path("organization").asString()).isEqualTo("acme");
    assertThat(caller.path("email").asString()).isEqualTo("bob@example.com");
    assertThat(caller.path("roles").toString()).isEqualTo("[\"admin\",\"user\"]");
  }

  /** Unless an operator says otherwise. */
  @Test
  void saysHowOftenAUserMayAsk() {
    String token = "Bearer " + signed(claims().build());
    var asked = request("/api/test/segments/often").header("Authorization", token);

    var read = send(asked);
    var write = send(asked.POST(BodyPublishers.noBody()));

    assertThat(read.headers().firstValue("RateLimit-Policy")).hasValue("\"user-reads\";q=600;w=60");
    assertThat(write.headers().firstValue("RateLimit-Policy"))
        .hasValue("\"user-writes\";q=120;w=60");
  }

  @Test
  void ignoresTheHeadersOfAGateway() {
    var response =
        send(
            request("/api/test/caller")
                .header("Authorization", "bearer " + signed(claims().build()))
                .header("X-User-ID", "alice")
                .header("X-User-Roles", "root"));
    assertThat(json(response).path("user").asString()).isEqualTo("bob");
    assertThat(json(response).path("roles").toString()).doesNotContain("root");
  }

  @Test
  void asksForATokenWhereThereIsNone() {
    var response = send(asAlice("/api/test/caller"));
    assertProblem(response, AUTHENTICATION_REQUIRED);
    assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertProblem(
        send(request("/api/test/caller").header("Authorization", "Basic Zm9vOmJhcg==")),
        AUTHENTICATION_REQUIRED);
  }

  @Test
  void believesNoOtherToken() throws JOSEException {
    Date past = Date.from(Instant.now().minusSeconds(3600));
    List<String> tokens =
        List.of(
            "nonsense",
            "a.b.c",
            new PlainJWT(claims().build()).serialize(),
            signed(claims().expirationTime(past).build()),
            signed(claims().expirationTime(null).build()),
            signed(claims().issuer("https://evil.example.com").build()),
            signed(claims().audience("other").build()),
            signed(claims().subject(null).build()),
            signed(claims().subject("two words").build()),
            signed(claims().subject("with,comma").build()),
            signedBy(key("unknown"), claims().build()),
            signedBy(key("current"), claims().build()),
            hmac(claims().build()));
    for (String token : tokens) {
      HttpResponse<String> response = callWith(token);
      assertProblem(response, AUTHENTICATION_REQUIRED);
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer error=\"invalid_token\"");
    }
  }

  private HttpResponse<String> callWith(String token) {
    return send(request("/api/test/caller").header("Authorization", "Bearer " + token));
  }

  private static String signed(JWTClaimsSet claims) {
    return signedBy(KEY, claims);
  }

  /** The public key, taken for a shared secret. */
  private static String hmac(JWTClaimsSet claims) throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("current").build(), claims);
    token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
    return token.serialize();
  }
}
