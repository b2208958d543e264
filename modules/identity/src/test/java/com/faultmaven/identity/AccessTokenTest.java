package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an access token says, and what is none. */
@ModuleTest
@Import(SqlWatch.class)
class AccessTokenTest {

  private static final String ME = "/api/v1/auth/me";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private SignedIn ada;

  @BeforeEach
  void signIn() {
    ada = SignedIn.on(port);
  }

  @Test
  void saysWhoItIsOfAndForHowLong() throws Exception {
    SignedJWT token = SignedJWT.parse(ada.access());
    JWTClaimsSet claims = token.getJWTClaimsSet();

    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(token.getHeader().getType()).hasToString("JWT");
    assertThat(token.getHeader().getKeyID()).isNotEmpty();
    assertThat(claims.getIssuer()).isEqualTo("https://auth.faultmaven.ai");
    assertThat(claims.getAudience()).containsExactly("faultmaven-api");
    assertThat(claims.getSubject()).isEqualTo(ada.id());
    assertThat(claims.getStringClaim("sid")).startsWith("signin_");
    assertThat(claims.getJWTID()).isNotEmpty();
    assertThat(claims.getNotBeforeTime()).isNull();
    assertThat(claims.getStringClaim("organization")).isEqualTo("default");
    assertThat(claims.getStringListClaim("roles")).contains("user");
    assertThat(claims.getBooleanClaim("email_verified")).isFalse();
    assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
        .isEqualTo(900_000);
  }

  @Test
  void canBeVerifiedByWhoeverReadsTheKeys() throws Exception {
    Answer answer = Api.on(port).get("/.well-known/jwks.json").is(200);
    JWKSet keys = JWKSet.parse(answer.body());
    SignedJWT token = SignedJWT.parse(ada.access());

    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=300");
    assertThat(keys.getKeys()).noneMatch(JWK::isPrivate);
    assertThat(keys.getKeys().getFirst().getKeyID()).isEqualTo(token.getHeader().getKeyID());
    assertThat(token.verify(new RSASSAVerifier(keys.getKeys().getFirst().toRSAKey()))).isTrue();
  }

  @Test
  void isRefusedIfAnythingOfItWasChanged() throws Exception {
    String[] parts = ada.access().split("\\.");
    SignedJWT token = SignedJWT.parse(ada.access());
    String claims = token.getJWTClaimsSet().toString().replace("\"user\"", "\"admin\"");
    String none = encoded("{\"alg\":\"none\",\"kid\":\"" + token.getHeader().getKeyID() + "\"}");

    ada.with(parts[0] + "." + encoded(claims) + "." + parts[2]).get(ME).is(401);
    ada.with(parts[0] + "." + parts[1] + "." + encoded("x".repeat(256))).get(ME).is(401);
    ada.with(none + "." + parts[1] + ".").get(ME).is(401);
    ada.with(hs256(token)).get(ME).is(401, "AUTHENTICATION_REQUIRED");
  }

  private static String hs256(SignedJWT token) throws Exception {
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(token.getHeader().getKeyID()).build(),
            new JWTClaimsSet.Builder(token.getJWTClaimsSet())
                .expirationTime(new Date(Long.MAX_VALUE / 2))
                .build());
    forged.sign(new MACSigner("a secret that everybody may know of.."));
    return forged.serialize();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void costsNoStatementAndSigningInFew() {
    String request = UUID.randomUUID().toString();
    ada.api().with("X-Correlation-ID", request).post("/api/v1/auth/logout", "{\"x\":1}").is(422);
    assertThat(sql.statementsOf(request)).isEmpty();

    // where no other test has sent a wrong password
    Api watched =
        Api.on(port)
            .with("X-Forwarded-For", "2001:db8:77::1")
            .with("X-Correlation-ID", request + "-login");
    new SignedIn(watched, ada.username(), ada.tokens()).again();
    assertThat(sql.statementsOf(request + "-login")).hasSizeBetween(4, 8);

    Api refreshing = Api.on(port).with("X-Correlation-ID", request + "-refresh");
    new SignedIn(refreshing, ada.username(), ada.tokens()).refresh().is(200);
    assertThat(sql.statementsOf(request + "-refresh")).hasSize(3);
  }

  @Test
  void outlivesItsKeyButNotACompromisedOne() throws ParseException {
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "admin");
    String keys = "/api/v1/admin/signing-keys";

    Answer planned = admin.post(keys + "/rotate", "{}").is(202);
    assertThat(planned.texts("/keys", "state")).startsWith("active").contains("next");
    assertThat(planned.body()).doesNotContain("\"d\"").doesNotContain("private");
    List<String> states = planned.texts("/keys", "state");
    List<String> names = planned.texts("/keys", "kid");
    // whoever takes the first key and keeps it takes the right one
    assertThat(Api.on(port).get("/.well-known/jwks.json").is(200).texts("/keys", "kid"))
        .startsWith(SignedJWT.parse(ada.access()).getHeader().getKeyID())
        .contains(names.get(states.indexOf("next")));
    assertThat(admin.post(keys + "/rotate", "{\"compromised\":false}").is(202).at("/keys").size())
        .isEqualTo(planned.at("/keys").size());
    jdbc.sql(
            """
            update identity.signing_keys set
              signs_from = least(signs_from, clock_timestamp()),
              retired_at = case when retired_at is null then null else clock_timestamp() end
            """)
        .update();
    admin.post(keys + "/rotate", "{}").is(202);
    SignedIn later = ada.again();
    assertThat(later.access().split("\\.")[0]).isNotEqualTo(ada.access().split("\\.")[0]);
    ada.api().get(ME).is(200);
    later.api().get(ME).is(200);

    admin.post(keys + "/rotate", "{\"compromised\":true}").is(202);
    for (SignedIn signedIn : List.of(ada, later)) {
      signedIn.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
    }
    ada.again().api().get(ME).is(200);
  }

  @Test
  void hasAKeyThatIsStoredEncrypted() {
    byte[] stored =
        jdbc.sql("select private_key from identity.signing_keys limit 1")
            .query(byte[].class)
            .single();

    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("\"kty\"");
  }
}
