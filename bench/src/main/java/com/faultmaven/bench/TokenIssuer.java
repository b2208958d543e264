package com.faultmaven.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Signs tokens of users, one for each, and publishes the key they are verified with. */
final class TokenIssuer implements AutoCloseable {

  static final String NAME = "https://id.bench.test";
  static final String AUDIENCE = "cases";

  private static final int BITS = 2048;
  private static final Duration VALID = Duration.ofHours(6);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair pair;
  private final HttpServer server;
  private final Map<String, String> tokens = new HashMap<>();

  TokenIssuer() throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    byte[] set = keySet((RSAPublicKey) pair.getPublic()).getBytes(UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/keys",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
          }
        });
    server.start();
  }

  private static String keySet(RSAPublicKey key) {
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"bench\",\"n\":\""
        + number(key.getModulus())
        + "\",\"e\":\""
        + number(key.getPublicExponent())
        + "\"}]}";
  }

  /** Without the octet that would say that it is positive. */
  private static String number(BigInteger value) {
    byte[] octets = value.toByteArray();
    int sign = octets[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(octets, sign, octets.length));
  }

  /** Where the key is published. */
  String keys() {
    return "http://localhost:" + server.getAddress().getPort() + "/keys";
  }

  String tokenOf(String user) {
    return tokens.computeIfAbsent(user, this::sign);
  }

  private String sign(String user) {
    String signed =
        part("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench\"}")
            + "."
            + part(
                "{\"iss\":\""
                    + NAME
                    + "\",\"aud\":\""
                    + AUDIENCE
                    + "\",\"sub\":\""
                    + user
                    + "\",\"email\":\""
                    + user
                    + "@bench.test\",\"roles\":[\"user\"],\"organization\":\"default\",\"exp\":"
                    + Instant.now().plus(VALID).getEpochSecond()
                    + "}");
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
