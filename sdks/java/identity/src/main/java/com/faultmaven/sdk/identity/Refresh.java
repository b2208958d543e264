package com.faultmaven.sdk.identity;

import com.faultmaven.sdk.identity.api.AuthApi;
import com.faultmaven.sdk.identity.api.AuthApi.APIRefreshTokensRequest;
import com.faultmaven.sdk.identity.model.RefreshRequest;
import com.faultmaven.sdk.identity.model.RefreshedTokens;
import java.time.Duration;

/** Replaces tokens, whatever is lost on the way. */
record Refresh(AuthApi auth, TokenStore store, Duration margin, Duration pause) {

  private static final int ATTEMPTS = 3;
  private static final Duration LIMIT = Duration.ofSeconds(15);

  /** A client like this one, which does not wait for an answer for ever. */
  static ApiClient limited(ApiClient client) {
    ApiClient limited =
        new ApiClient(client.builder, client.getObjectMapper(), client.getBaseUri());
    limited.setRequestInterceptor(client.getRequestInterceptor());
    limited.setResponseInterceptor(client.getResponseInterceptor());
    limited.setReadTimeout(client.getReadTimeout() == null ? LIMIT : client.getReadTimeout());
    return limited;
  }

  KeptTokens run() {
    // another thread or program may have been first
    KeptTokens sent = SignedOutException.ifNone(store.load());
    if (sent.isGoodFor(margin)) {
      return sent;
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return settle(sent, exchange(sent));
      } catch (ApiException failure) {
        if (isRefusal(failure)) {
          return refused(sent);
        }
        if (attempt == ATTEMPTS) {
          throw failure;
        }
      }
      waitFor(pause.multipliedBy(1L << (attempt - 1)));
    }
  }

  private KeptTokens exchange(KeptTokens sent) {
    RefreshRequest request = new RefreshRequest().refreshToken(sent.refreshToken());
    RefreshedTokens got =
        auth.refreshTokens(APIRefreshTokensRequest.newBuilder().refreshRequest(request).build());
    return KeptTokens.lasting(got.getExpiresIn(), got.getAccessToken(), got.getRefreshToken());
  }

  /** Keeps what was got, unless somebody signed out, in, or refreshed elsewhere meanwhile. */
  private KeptTokens settle(KeptTokens sent, KeptTokens got) {
    KeptTokens now = SignedOutException.ifNone(store.load());
    if (!now.refreshToken().equals(sent.refreshToken()) && now.isGoodFor(margin)) {
      return now;
    }
    store.save(got);
    return got;
  }

  /** Goes on with what another program has got meanwhile, or ends the sign-in. */
  private KeptTokens refused(KeptTokens sent) {
    KeptTokens now = SignedOutException.ifNone(store.load());
    if (!now.refreshToken().equals(sent.refreshToken())) {
      return run();
    }
    store.save(null);
    throw new SignedOutException("The sign-in has ended.");
  }

  /** Whether the service said no; what a proxy says, and what may pass, is none. */
  private static boolean isRefusal(ApiException failure) {
    int status = failure.getCode();
    return failure.getProblem().isPresent() && status < 500 && status != 408 && status != 429;
  }

  private static void waitFor(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ApiException(interrupted);
    }
  }
}
