package com.faultmaven.sdk.identity;

import com.faultmaven.sdk.identity.api.AuthApi;
import com.faultmaven.sdk.identity.api.AuthApi.APILoginRequest;
import com.faultmaven.sdk.identity.api.AuthApi.APILogoutRequest;
import com.faultmaven.sdk.identity.api.AuthApi.APIRegisterRequest;
import com.faultmaven.sdk.identity.model.LoginRequest;
import com.faultmaven.sdk.identity.model.LogoutRequest;
import com.faultmaven.sdk.identity.model.RegisterRequest;
import com.faultmaven.sdk.identity.model.Tokens;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's sign-in: gives an access token that is good whenever one is asked for, to any thread.
 * It is a request interceptor of the clients of all contracts. Two programs may refresh at once,
 * which the service forgives, as it does when an answer was lost and the same token comes again.
 * Only a refusal of the service ends a sign-in here, never a failure on the way to it.
 */
public class TokenSource implements Consumer<HttpRequest.Builder> {

  private final AuthApi auth;
  private final TokenStore store;
  private final Duration margin;
  private final Refresh refresh;
  private final ReentrantLock turn = new ReentrantLock();

  /** The last refresh without an answer, for who waited meanwhile; read and written in turn. */
  private @Nullable Failure failed;

  /** Keeps tokens in memory, and replaces them a minute before their end. */
  public TokenSource(ApiClient client) {
    this(client, TokenStore.inMemory(), Duration.ofMinutes(1), Duration.ofSeconds(1));
  }

  /**
   * @param client of this package, which calls the service; a refresh is given 15 seconds unless it
   *     has a read timeout
   * @param margin how long before its end an access token is replaced
   * @param pause how long to wait before a refresh that failed is tried again; twice as long each
   *     time
   */
  public TokenSource(ApiClient client, TokenStore store, Duration margin, Duration pause) {
    this.auth = new AuthApi(Refresh.limited(client));
    this.store = store;
    this.margin = margin;
    this.refresh = new Refresh(auth, store, margin, pause);
  }

  /** Signs in, and gives what the service says about it. */
  public Tokens signIn(LoginRequest request) {
    return kept(auth.login(APILoginRequest.newBuilder().loginRequest(request).build()));
  }

  /** Makes an account and signs in with it. */
  public Tokens register(RegisterRequest request) {
    return kept(auth.register(APIRegisterRequest.newBuilder().registerRequest(request).build()));
  }

  private Tokens kept(Tokens answer) {
    store.save(
        KeptTokens.lasting(
            answer.getExpiresIn(), answer.getAccessToken(), answer.getRefreshToken()));
    return answer;
  }

  /**
   * Goes on with a sign-in of which there is a refresh token, such as that of a service account.
   */
  public void resume(String refreshToken) {
    store.save(new KeptTokens("", Instant.EPOCH, refreshToken));
  }

  /**
   * An access token.
   *
   * @throws SignedOutException if nobody is signed in any more
   */
  public String token() {
    KeptTokens kept = SignedOutException.ifNone(store.load());
    if (kept.isGoodFor(margin)) {
      return kept.accessToken();
    }
    try {
      return refreshInTurn().accessToken();
    } catch (ApiException failure) {
      if (!kept.isGoodFor(Duration.ZERO)) {
        throw failure;
      }
      return kept.accessToken();
    }
  }

  /** Has a request carry a token. */
  @Override
  public void accept(HttpRequest.Builder request) {
    request.setHeader("Authorization", "Bearer " + token());
  }

  /** Ends this sign-in, or all of its user. The tokens are forgotten whatever happens. */
  public void signOut(boolean everywhere) {
    try {
      auth.logout(
          APILogoutRequest.newBuilder().logoutRequest(new LogoutRequest().all(everywhere)).build(),
          Map.of("Authorization", "Bearer " + token()));
    } catch (SignedOutException already) {
      // as it was meant to be
    } catch (ApiException failure) {
      if (failure.getCode() != 401) {
        throw failure;
      }
    } finally {
      store.save(null);
    }
  }

  /** Who waited for a refresh that failed fails as well, instead of trying one after the other. */
  private KeptTokens refreshInTurn() {
    long asked = System.nanoTime();
    turn.lock();
    try {
      if (failed != null && failed.at() - asked > 0) {
        throw failed.cause();
      }
      failed = null;
      return refresh.run();
    } catch (ApiException failure) {
      failed = new Failure(System.nanoTime(), failure);
      throw failure;
    } finally {
      turn.unlock();
    }
  }

  private record Failure(long at, ApiException cause) {}
}
