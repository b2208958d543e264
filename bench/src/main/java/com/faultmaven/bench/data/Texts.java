package com.faultmaven.bench.data;

import java.util.SplittableRandom;

/**
 * What engineers write and paste during an incident: common words, names of services and hosts,
 * addresses, and lines of stack traces.
 */
public final class Texts {

  private static final String[] COMMON =
      """
      the is to in a of and we it on for since not with after from see again this that at are only still
      error timeout latency database connection deploy restart checkout login payment service request
      customers failed slow seems looks increased spike dashboard alert logs trace pod node cluster region
      memory disk full certificate expired renewed rollback release version config flag cache queue backlog
      consumer lag broker leader replica failover primary query index lock deadlock pool exhausted retry
      upstream gateway proxy dns resolve network packet loss firewall rule load balancer health check
      throttled limit quota rate token auth session user role denied permission secret rotated please can
      you check try did found root cause fixed resolved confirmed reproduced investigating suspect maybe
      yesterday morning night frankfurt dublin oregon production staging canary metric threshold graph cpu
      """
          .strip()
          .split("\\s+");
  private static final int RARE = 20_000;
  private static final int LONGEST_TITLE = 200;

  private Texts() {}

  /** So many words. */
  public static String of(SplittableRandom random, int words) {
    StringBuilder text = new StringBuilder(words * 7);
    for (int n = 0; n < words; n++) {
      text.append(n == 0 ? "" : " ");
      int kind = random.nextInt(100);
      if (kind < 80) {
        text.append(common(random));
      } else if (kind < 94) {
        text.append(rare(random));
      } else if (kind < 97) {
        text.append("10.").append(random.nextInt(256)).append('.').append(random.nextInt(256));
        text.append(".7:5432");
      } else {
        text.append("at com.shop").append(random.nextInt(40)).append(".Service");
        text.append(random.nextInt(900)).append(".call(Service.java:").append(random.nextInt(999));
        text.append(')');
      }
    }
    return text.toString();
  }

  /** The title of a case. */
  public static String title(SplittableRandom random) {
    String title = of(random, random.nextInt(3, 9));
    return title.substring(0, Math.min(title.length(), LONGEST_TITLE)).strip();
  }

  /** One that stands in many texts, the first far more often than the last. */
  public static String common(SplittableRandom random) {
    return COMMON[(int) (COMMON.length * square(random.nextDouble()))];
  }

  /** One that stands in few. */
  public static String rare(SplittableRandom random) {
    int number = (int) (RARE * square(random.nextDouble()) * random.nextDouble());
    return "svc" + Integer.toString(number * 7919 + 46_656, 36);
  }

  private static double square(double number) {
    return number * number;
  }
}
