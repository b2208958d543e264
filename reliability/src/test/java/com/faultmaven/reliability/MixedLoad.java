package com.faultmaven.reliability;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several callers who read, list, search and write, each over many connections at once. */
final class MixedLoad {

  private static final int CALLERS = 4;
  private static final int CONNECTIONS = 16;
  private static final int CASES = 20;

  private record Caller(Api api, List<String> cases) {}

  private record Sent(int caller, int status, long nanos) {}

  /**
   * What came of it.
   *
   * @param perSecond requests that were done
   * @param half half of them were faster
   * @param most all but one in a hundred were
   * @param refused how many of a thousand requests waited for their turn in vain
   * @param fairness what the caller with the fewest got, as a part of what the one with the most
   *     got
   */
  record Result(double perSecond, Duration half, Duration most, double refused, double fairness) {}

  private final List<Caller> callers = new ArrayList<>();

  MixedLoad(Instance on, String run) throws IOException, InterruptedException {
    for (int n = 0; n < CALLERS; n++) {
      Api api = on.api().as("caller-" + n + "-" + run);
      List<String> cases = new ArrayList<>();
      for (int i = 0; i < CASES; i++) {
        cases.add(api.open("Checkout is slow " + i));
      }
      callers.add(new Caller(api, cases));
    }
  }

  Result run(Duration length) throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    List<Sent> sent = new ArrayList<>();
    try (ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Sent>>> work = new ArrayList<>();
      for (int n = 0; n < CALLERS * CONNECTIONS; n++) {
        int number = n;
        work.add(connections.submit(() -> sendUntil(end, number % CALLERS, new Random(number))));
      }
      for (Future<List<Sent>> connection : work) {
        sent.addAll(connection.get());
      }
    }
    return result(sent, length);
  }

  private List<Sent> sendUntil(long end, int caller, Random random)
      throws IOException, InterruptedException {
    List<Sent> sent = new ArrayList<>();
    for (long start = System.nanoTime(); start - end < 0; start = System.nanoTime()) {
      int status = sendOne(callers.get(caller), random);
      sent.add(new Sent(caller, status, System.nanoTime() - start));
    }
    return sent;
  }

  private static int sendOne(Caller caller, Random random)
      throws IOException, InterruptedException {
    Api api = caller.api();
    String path = "/api/v2/cases/" + caller.cases().get(random.nextInt(CASES));
    int kind = random.nextInt(100);
    if (kind < 40) {
      return api.status("GET", path, "");
    } else if (kind < 60) {
      return api.status("GET", "/api/v2/cases?limit=20", "");
    } else if (kind < 70) {
      return api.status("GET", "/api/v2/cases?q=checkout+" + random.nextInt(CASES), "");
    } else if (kind < 85) {
      return api.status("POST", path + "/messages", "{\"content\":\"Still slow in Frankfurt.\"}");
    } else if (kind < 95) {
      return api.status("PATCH", path, "{\"description\":\"Seen " + kind + " times\"}");
    }
    return api.status("POST", "/api/v2/cases", "{\"title\":\"Another\"}");
  }

  private static Result result(List<Sent> sent, Duration length) {
    long refused = sent.stream().filter(one -> isRefusal(one.status())).count();
    sent.stream()
        .filter(one -> one.status() >= 300 && !isRefusal(one.status()))
        .findAny()
        .ifPresent(
            one -> {
              throw new IllegalStateException("answered " + one.status());
            });
    long[] nanos = sent.stream().mapToLong(Sent::nanos).sorted().toArray();
    long[] done = new long[CALLERS];
    sent.stream().filter(one -> !isRefusal(one.status())).forEach(one -> done[one.caller()]++);
    long fewest = Long.MAX_VALUE;
    long mostDone = 1;
    for (long some : done) {
      fewest = Math.min(fewest, some);
      mostDone = Math.max(mostDone, some);
    }
    return new Result(
        (sent.size() - refused) / (double) length.toSeconds(),
        Duration.ofNanos(nanos[nanos.length / 2]),
        Duration.ofNanos(nanos[nanos.length * 99 / 100]),
        1000.0 * refused / sent.size(),
        (double) fewest / mostDone);
  }

  private static boolean isRefusal(int status) {
    return status == 429 || status == 503;
  }
}
