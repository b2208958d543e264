package com.faultmaven.bench.results;

import org.jspecify.annotations.Nullable;

/**
 * One operation at one number of connections.
 *
 * @param of what answered: service, database or web server
 * @param perSecond the median of the rounds
 * @param ratio the median of what it reached of its ceiling in the same round; null without one
 * @param goal what the ratio should be at least
 * @param p50 milliseconds
 * @param serviceCpu seconds of the service's processor time for 1,000 requests
 * @param databaseCpu the same of PostgreSQL, all its processes
 * @param allocatedKilobytes by the service, for one request
 * @param requests answered as expected
 * @param refused with 429 or 503
 * @param failed anything else
 */
public record Row(
    String operation,
    String of,
    int connections,
    double perSecond,
    @Nullable Double ratio,
    @Nullable Double goal,
    double p50,
    double p95,
    double p99,
    double serviceCpu,
    double databaseCpu,
    double allocatedKilobytes,
    long requests,
    long refused,
    long failed,
    @Nullable String note) {

  public static final String SERVICE = "service";
  public static final String DATABASE = "database";
  public static final String WEB = "web server";
  public static final String ONE = "one process";
  public static final String TWO = "two processes";
}
