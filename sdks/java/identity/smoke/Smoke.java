import com.faultmaven.sdk.identity.ApiClient;
import com.faultmaven.sdk.identity.ApiException;
import com.faultmaven.sdk.identity.KeptTokens;
import com.faultmaven.sdk.identity.SignedOutException;
import com.faultmaven.sdk.identity.TokenSource;
import com.faultmaven.sdk.identity.TokenStore;
import com.faultmaven.sdk.identity.api.ProfileApi;
import com.faultmaven.sdk.identity.api.ProfileApi.APIGetProfileRequest;
import com.faultmaven.sdk.identity.model.LoginRequest;
import com.faultmaven.sdk.identity.model.RegisterRequest;
import com.faultmaven.sdk.identity.model.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What an application does with the SDK, against the service at BASE_URL. */
class Smoke {

  private static final String PASSWORD = "the analytical engine weaves";
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration YEAR = Duration.ofDays(365);

  private final String name = "java-" + UUID.randomUUID().toString().substring(0, 12);
  private final TokenStore store = TokenStore.inMemory();

  public static void main(String[] arguments) {
    new Smoke().run();
  }

  private void run() {
    TokenSource first = registers();
    refreshesOnceForAllThreads();
    TokenStore mine = goesOnInTwoPrograms();
    repeatsWhatWasLost(mine);
    failsOnceForAllThreads(mine);
    forgetsNobodyElse(mine);
    goesOnAsAService(mine);
    signsOut(first, mine);
    System.out.println("java: all is well");
  }

  private TokenSource registers() {
    TokenSource first = new TokenSource(client(), store, Duration.ofMinutes(1), MOMENT);
    isSignedOut(first);
    Tokens tokens =
        first.register(new RegisterRequest().username(name).email(name + "@example.com").password(PASSWORD));
    expect(tokens.getUser().getUsername().equals(name), "user", tokens.getUser());
    expect(tokens.getSessionId().startsWith("session_"), "session", tokens.getSessionId());
    expect(whoIs(first).equals(name), "profile", whoIs(first));
    expect(first.token().equals(first.token()), "token", "another one");
    try {
      first.signIn(credentials("wrong"));
      throw new AssertionError("signed in with a wrong password");
    } catch (ApiException refused) {
      expect(
          refused.getProblem().orElseThrow().getCode().toString().equals("INVALID_CREDENTIALS"), "refusal", refused);
    }
    return first;
  }

  private void refreshesOnceForAllThreads() {
    KeptTokens before = store.load();
    store.save(new KeptTokens(before.accessToken(), Instant.EPOCH, before.refreshToken()));
    AtomicInteger asked = new AtomicInteger();
    TokenSource second = new TokenSource(losing(0, asked), store, Duration.ofMinutes(1), MOMENT);
    Set<String> tokens = new HashSet<>(together(10, i -> second.token()));
    expect(asked.get() == 1 && tokens.size() == 1, "refreshes", asked);
    expect(!tokens.contains(before.accessToken()), "token", "the old one");
  }

  private TokenStore goesOnInTwoPrograms() {
    List<TokenStore> programs = List.of(TokenStore.inMemory(), TokenStore.inMemory());
    programs.forEach(program -> program.save(store.load()));
    List<String> both = together(2, i -> always(programs.get(i), client()).token());
    expect(!both.get(0).equals(both.get(1)), "tokens", "the same");
    for (TokenStore program : programs) {
      expect(whoIs(always(program, client())).equals(name), "profile", "another one");
    }
    return programs.get(0);
  }

  private void repeatsWhatWasLost(TokenStore mine) {
    AtomicInteger asked = new AtomicInteger();
    always(mine, losing(2, asked)).token();
    expect(asked.get() == 3, "refreshes", asked);

    KeptTokens kept = mine.load();
    expect(
        always(mine, losing(9, new AtomicInteger())).token().equals(kept.accessToken()), "token", "another one");
    expect(mine.load().equals(kept), "kept", mine.load());
    mine.save(new KeptTokens(kept.accessToken(), Instant.EPOCH, kept.refreshToken()));
    try {
      always(mine, losing(9, new AtomicInteger())).token();
      throw new AssertionError("a token without an answer");
    } catch (ApiException lost) {
      expect(lost.getProblem().isEmpty(), "failure", lost);
    }
    expect(mine.load().refreshToken().equals(kept.refreshToken()), "kept", mine.load());
  }

  private void failsOnceForAllThreads(TokenStore mine) {
    KeptTokens kept = mine.load();
    mine.save(new KeptTokens(kept.accessToken(), Instant.EPOCH, kept.refreshToken()));
    AtomicInteger asked = new AtomicInteger();
    TokenSource waiting = new TokenSource(losing(99, asked), mine, YEAR, Duration.ofMillis(200));
    List<String> failures =
        together(
            10,
            i -> {
              try {
                return waiting.token();
              } catch (ApiException lost) {
                return "lost";
              }
            });
    expect(Set.copyOf(failures).equals(Set.of("lost")) && asked.get() == 3, "failures", failures + " " + asked);
  }

  /** Somebody signs in while a refresh is under way, and stays signed in. */
  private void forgetsNobodyElse(TokenStore mine) {
    KeptTokens before = mine.load();
    ApiClient slow = client();
    slow.setResponseInterceptor(answer -> new TokenSource(client(), mine, YEAR, MOMENT).signIn(credentials(PASSWORD)));
    TokenSource overtaken = new TokenSource(slow, mine, Duration.ofMinutes(1), MOMENT);
    expect(overtaken.token().equals(mine.load().accessToken()), "token", "of the sign-in before");
    expect(!mine.load().refreshToken().equals(before.refreshToken()), "kept", "the sign-in before");
  }

  private void goesOnAsAService(TokenStore mine) {
    TokenSource service = new TokenSource(client());
    service.resume(mine.load().refreshToken());
    expect(whoIs(service).equals(name), "profile", "another one");
    service.resume("fmr_nobody");
    isSignedOut(service);
  }

  private LoginRequest credentials(String password) {
    return new LoginRequest().username(name).password(password);
  }

  private void signsOut(TokenSource first, TokenStore mine) {
    TokenSource elsewhere = new TokenSource(client());
    elsewhere.signIn(credentials(PASSWORD));
    elsewhere.signOut(false);
    isSignedOut(elsewhere);
    first.signOut(true);
    isSignedOut(always(mine, client()));
    expect(mine.load() == null, "kept", mine.load());
  }

  /** Each access token is as good as expired. */
  private static TokenSource always(TokenStore store, ApiClient client) {
    return new TokenSource(client, store, YEAR, MOMENT);
  }

  private static ApiClient client() {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("BASE_URL"));
    return client;
  }

  /** Loses the answers to the first refreshes, or to all. */
  private static ApiClient losing(int answers, AtomicInteger asked) {
    ApiClient client = client();
    client.setResponseInterceptor(
        answer -> {
          if (answer.uri().getPath().endsWith("/refresh") && asked.incrementAndGet() <= answers) {
            throw new ApiException(new UncheckedIOException(new IOException("The answer is lost.")));
          }
        });
    return client;
  }

  private static String whoIs(TokenSource signIn) {
    ApiClient client = client();
    client.setRequestInterceptor(signIn);
    return new ProfileApi(client).getProfile(APIGetProfileRequest.newBuilder().build()).getUsername();
  }

  private static void isSignedOut(TokenSource signIn) {
    try {
      signIn.token();
    } catch (SignedOutException expected) {
      return;
    }
    throw new AssertionError("still signed in");
  }

  private static List<String> together(int times, java.util.function.IntFunction<String> work) {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<CompletableFuture<String>> running =
          IntStream.range(0, times).mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads)).toList();
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static void expect(boolean met, String what, Object seen) {
    if (!met) {
      throw new AssertionError(what + ": " + seen);
    }
  }
}
