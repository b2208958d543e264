package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.AUTHENTICATION_REQUIRED;
import static com.faultmaven.web.KeyPublisher.key;
import static com.faultmaven.web.Tokens.claims;
import static com.faultmaven.web.Tokens.signedBy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens made by somebody who knows how they are checked, against a real server of keys. */
@DirtiesContext // its key server goes away
class TokenAttacksTest extends WebTest {

  private static final RSAKey KEY = key("current");
  private static final RSAKey FORGED = key("forged");
  private static final KeyPublisher KEYS = new KeyPublisher(KEY);
  private static final String PAYLOAD =
      "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":9999999999%s}";

  @DynamicPropertySource
  static void identity(DynamicPropertyRegistry properties) {
    properties.add("server.max-http-request-header-size", () -> "16KB");
    properties.add("faultmaven.identity.jwks-uri", KEYS::address);
    properties.add("faultmaven.identity.issuer", () -> "https://id.example.com");
    properties.add("faultmaven.identity.audience", () -> "cases");
  }

  @AfterAll
  static void stopKeyServer() {
    KEYS.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\",\"kid\":\"current\"}",
        "{\"alg\":\"\",\"kid\":\"current\"}",
        "{\"kid\":\"current\"}"
      })
  void areNotBelievedWithoutASignature(String header) {
    String token = encoded(header) + "." + encoded(PAYLOAD.formatted("")) + ".";

    assertRefused(token);
    assertRefused(token + signedBy(KEY).split("\\.")[2]);
  }

  /** The public key, in each form somebody may have it in, taken for a shared secret. */
  @Test
  void areNotBelievedWithThePublicKeyAsASecret() throws Exception {
    List<byte[]> secrets =
        List.of(
            KEY.toRSAPublicKey().getEncoded(),
            KEY.toPublicJWK().toJSONString().getBytes(UTF_8),
            KEY.getModulus().decode());
    for (byte[] secret : secrets) {
      String signed =
          encoded("{\"alg\":\"HS256\",\"kid\":\"current\"}") + "." + encoded(PAYLOAD.formatted(""));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      assertRefused(signed + "." + Base64URL.encode(mac.doFinal(signed.getBytes(UTF_8))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void areNotBelievedWithAnotherAlgorithmOfTheSameKey(String algorithm) {
    assertRefused(signed(new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID("current")));
  }

  @Test
  void bringNoKeysOfTheirOwn() {
    assertRefused(signedWith(FORGED, rs256().keyID("current")));
    assertRefused(signedWith(FORGED, rs256().jwk(FORGED.toPublicJWK())));
    assertRefused(signedWith(FORGED, rs256().keyID("current").jwk(FORGED.toPublicJWK())));
    assertRefused(signedWith(FORGED, rs256().keyID("forged").jwkURL(KEYS.address())));
    assertRefused(signedWith(FORGED, rs256().keyID("../../current")));
    assertRefused(signedWith(FORGED, rs256().keyID("' or 1=1 --")));
  }

  @Test
  void needNotNameAKey() {
    assertThat(call(signed(rs256())).statusCode()).isEqualTo(200);
    assertRefused(signedWith(FORGED, rs256()));
  }

  @Test
  void areOfAKindThatIsForAccess() {
    for (String kind : List.of("JWT", "jwt", "at+jwt", "application/at+jwt")) {
      assertThat(call(signed(rs256().type(new JOSEObjectType(kind)))).statusCode())
          .as(kind)
          .isEqualTo(200);
    }
    for (String kind : List.of("logout+jwt", "secevent+jwt", "dpop+jwt", "JOSE")) {
      assertRefused(signed(rs256().type(new JOSEObjectType(kind))));
    }
  }

  @Test
  void demandNothingThatNobodyUnderstands() {
    assertRefused(signed(rs256().criticalParams(Set.of("exp")).customParam("exp", 1)));
    assertRefused(signed(rs256().criticalParams(Set.of("urn:x")).customParam("urn:x", true)));
  }

  @Test
  void countForAMinuteMoreAndLessThanTheySayAtMost() {
    assertThat(call(expiring(-50)).statusCode()).isEqualTo(200);
    assertRefused(expiring(-75));
    assertThat(call(beginning(50)).statusCode()).isEqualTo(200);
    assertRefused(beginning(75));
  }

  @Test
  void areForThisServiceAmongOthers() {
    assertThat(call(signed(claims().audience(List.of("other", "cases")))).statusCode())
        .isEqualTo(200);
    assertThat(call(signed(claims().audience("cases"))).statusCode()).isEqualTo(200);
    for (List<String> audience :
        List.of(List.of("other"), List.of("Cases"), List.of("cases2"), List.<String>of())) {
      assertRefused(signed(claims().audience(audience)));
    }
    assertRefused(signed(claims().issuer("https://id.example.com/")));
    assertRefused(signed(claims().issuer(null)));
  }

  /** Signed as they should be, by an issuer that is out of its mind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sub\":[\"bob\"],\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":9999999999}",
        "{\"sub\":null,\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":9999999999}",
        "{\"sub\":{\"a\":1},\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":9999999999}",
        "{\"sub\":\"bob\",\"iss\":7,\"aud\":\"cases\",\"exp\":9999999999}",
        "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":{\"cases\":1},\"exp\":9999999999}",
        "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":[1,\"cases\"],\"exp\":9999999999}",
        "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":\"9999999999\"}",
        "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":\"never\"}",
        "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":-1}",
        "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":true}",
        "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":9999999999,\"nbf\":\"now\"}",
        "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":9999999999,\"iat\":99999999998,\"nbf\":99999999999}",
        "[]",
        "\"bob\"",
        "",
        "{",
      })
  void areRefusedWithClaimsThatMeanNothing(String payload) throws Exception {
    assertRefused(rawlySigned("{\"alg\":\"RS256\",\"kid\":\"current\"}", payload));
  }

  @Test
  void mayNumberTheirSubjects() throws Exception {
    String payload = PAYLOAD.formatted("").replace("\"bob\"", "42");

    assertThat(
            json(call(rawlySigned("{\"alg\":\"RS256\",\"kid\":\"current\"}", payload)))
                .path("user")
                .asString())
        .isEqualTo("42");
  }

  /** What is beside the point does no harm. */
  @Test
  void grantNothingByRolesThatAreNone() throws Exception {
    for (String roles :
        List.of(
            "1", "{\"admin\":true}", "[[\"admin\"]]", "[\"admin\",1]", "null", "\"admin admin\"")) {
      String payload =
          PAYLOAD.formatted(",\"email\":[\"x\"],\"organization\":null,\"roles\":" + roles);
      HttpResponse<String> answer =
          call(rawlySigned("{\"alg\":\"RS256\",\"kid\":\"current\"}", payload));
      assertThat(json(answer).path("roles")).as(roles).isEmpty();
      assertThat(json(answer).path("email").asString()).isEqualTo("null");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e300", "1e18", "9223372036854775807", "99999999999999999999999"})
  void haveNoEndThatIsNoTime(String end) throws Exception {
    String payload =
        "{\"sub\":\"bob\",\"iss\":\"https://id.example.com\",\"aud\":\"cases\",\"exp\":"
            + end
            + "}";

    assertThat(call(rawlySigned("{\"alg\":\"RS256\",\"kid\":\"current\"}", payload)).statusCode())
        .isIn(200, 401);
  }

  @Test
  void areNotEvenParsedIfTheyAreHuge() {
    String huge = signed(claims().claim("x", "x".repeat(8_000)));

    assertThat(huge.length()).isBetween(10_000, 15_000);
    assertRefused(huge);
    assertRefused("a".repeat(9_000));
    assertRefused(".".repeat(8_000));
  }

  @Test
  void areOneInOneHeader() {
    String good = signedBy(KEY);
    for (String header :
        List.of(
            "Bearer",
            "Bearer ",
            "Bearer " + good + " " + good,
            "Bearer " + good + ",x",
            good,
            "DPoP " + good,
            "Bearer\"" + good)) {
      assertThat(send(request("/api/test/caller").header("Authorization", header)).statusCode())
          .as(header)
          .isEqualTo(401);
    }
    assertThat(
            send(request("/api/test/caller")
                    .header("Authorization", "Bearer " + good)
                    .header("Authorization", "Bearer " + signedBy(FORGED)))
                .statusCode())
        .isEqualTo(401);
  }

  /** 300 different ones, in the key's name and in names of their own, cost few looks for keys. */
  @Test
  void askTheServerOfKeysNextToNothing() {
    int before = KEYS.requests();
    for (int i = 0; i < 300; i++) {
      assertRefused(signedWith(FORGED, rs256().keyID("flood-" + i)));
    }
    assertThat(KEYS.requests() - before).isLessThanOrEqualTo(3);
    assertThat(call(signedBy(KEY)).statusCode()).isEqualTo(200);
  }

  @Test
  void countsKeysOnlyIfTheyAreLongEnoughAndAreMeantForSignatures() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair pair = generator.generateKeyPair();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    String signed =
        encoded("{\"alg\":\"RS256\",\"kid\":\"short\"}") + "." + encoded(PAYLOAD.formatted(""));
    signature.update(signed.getBytes(UTF_8));
    RSAKey shortKey = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID("short").build();
    KEYS.publish(KEY, shortKey);

    assertRefused(signed + "." + Base64URL.encode(signature.sign()));
  }

  private static String expiring(long seconds) {
    return signed(claims().expirationTime(Date.from(Instant.now().plusSeconds(seconds))));
  }

  private static String beginning(long seconds) {
    return signed(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(seconds))));
  }

  private static JWSHeader.Builder rs256() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256);
  }

  private static String signed(JWTClaimsSet.Builder claims) {
    return signedBy(KEY, claims.build());
  }

  private static String signed(JWSHeader.Builder header) {
    return signedWith(KEY, header);
  }

  private static String signedWith(RSAKey key, JWSHeader.Builder header) {
    try {
      SignedJWT token = new SignedJWT(header.build(), claims().build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String rawlySigned(String header, String payload) throws Exception {
    String signed = encoded(header) + "." + encoded(payload);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(KEY.toPrivateKey());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + Base64URL.encode(signature.sign());
  }

  private static String encoded(String text) {
    return Base64URL.encode(text).toString();
  }

  private HttpResponse<String> call(String token) {
    return send(request("/api/test/caller").header("Authorization", "Bearer " + token));
  }

  private void assertRefused(String token) {
    HttpResponse<String> answer = call(token);
    assertProblem(answer, AUTHENTICATION_REQUIRED);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
  }
}
