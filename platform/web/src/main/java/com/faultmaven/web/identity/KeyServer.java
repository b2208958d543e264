package com.faultmaven.web.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where keys are published. */
final class KeyServer {

  /** For an answer as a whole. Timeouts of Nimbus' own client start anew with each byte. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final long LARGEST = 1 << 20;

  /** A token that names no key is tried with each of them. */
  private static final int MOST = 32;

  private static final JWKSelector USABLE =
      new JWKSelector(
          new JWKMatcher.Builder(JWKMatcher.forJWSHeader(new JWSHeader(JWSAlgorithm.RS256)))
              .minKeySize(2048)
              .build());

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final HttpRequest request;

  KeyServer(URI address) {
    request = HttpRequest.newBuilder(address).header("Accept", "application/json").build();
  }

  /**
   * The keys for RS256 that are published now, at least one of them. Short ones do not count.
   *
   * @throws IOException if there is no such answer in time
   */
  JWKSet fetch() throws IOException, InterruptedException {
    HttpResponse<String> answer = ask();
    if (answer.statusCode() != 200) {
      throw new IOException("it answers " + answer.statusCode());
    }
    List<JWK> usable = USABLE.select(parse(answer.body()));
    if (usable.isEmpty() || usable.size() > MOST) {
      throw new IOException(
          "there are " + usable.size() + " keys for RS256 in its answer, not 1 to " + MOST);
    }
    return new JWKSet(usable);
  }

  private HttpResponse<String> ask() throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new IOException("it does not answer within " + PATIENCE.toSeconds() + " s", slow);
    } catch (ExecutionException failed) {
      throw new IOException("it does not answer: " + failed.getCause(), failed);
    } finally {
      answer.cancel(true);
    }
  }

  private static JWKSet parse(String body) throws IOException {
    try {
      return JWKSet.parse(body);
    } catch (ParseException malformed) {
      throw new IOException("its answer is no key set", malformed);
    }
  }
}
