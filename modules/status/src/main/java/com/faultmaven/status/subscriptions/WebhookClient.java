package com.faultmaven.status.subscriptions;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Posts to webhooks: once, for ten seconds at most, without following anything. */
@Component
class WebhookClient implements DisposableBean {

  private static final int SECONDS = 10;

  /** As much of the answer as shows that it came. */
  private static final int MOST_READ = 1024;

  private final CloseableHttpClient client;
  private final Clock clock;

  WebhookClient(WebhookAddresses addresses, Clock clock) {
    Timeout timeout = Timeout.ofSeconds(SECONDS);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(addresses)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(timeout).build())
                    .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout).build())
                    .setMaxConnTotal(50)
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build())
            .setUserAgent("FaultMaven-Status/1")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .build();
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param status of the answer; null if there was none
   * @param error the kind of failure; null if there was an answer
   */
  record Outcome(@Nullable Integer status, @Nullable String error) {

    boolean delivered() {
      return status != null && status >= 200 && status < 300;
    }

    boolean gone() {
      return status != null && status == 410;
    }
  }

  Outcome post(String url, String id, String secret, String body) {
    long now = clock.instant().getEpochSecond();
    HttpPost post = new HttpPost(url);
    post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    post.setHeader("webhook-id", id);
    post.setHeader("webhook-timestamp", Long.toString(now));
    post.setHeader("webhook-signature", Signature.of(secret, id, now, body));
    CompletableFuture<Void> deadline =
        CompletableFuture.runAsync(
            post::abort, CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
    try (ClassicHttpResponse answer = client.executeOpen(null, post, null)) {
      if (answer.getEntity() != null) {
        answer.getEntity().getContent().readNBytes(MOST_READ);
      }
      return new Outcome(answer.getCode(), null);
    } catch (IOException failure) {
      return new Outcome(null, failure.getClass().getSimpleName());
    } finally {
      deadline.cancel(true);
    }
  }

  @Override
  public void destroy() throws IOException {
    client.close();
  }
}
