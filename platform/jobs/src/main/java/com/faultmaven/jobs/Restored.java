package com.faultmaven.jobs;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells a database that it has just been filled from a backup. By itself it knows only of a backup
 * that was not made a moment ago.
 */
public final class Restored {

  /** As if nobody had been at work since the epoch, in a history that was longer than this one. */
  private static final String NOTE =
      "update jobs.life set alive_at = 'epoch', transactions = 9223372036854775807";

  private Restored() {}

  /**
   * The process that starts next will find it. Nobody may be at work on the database.
   *
   * @return false if the backup is of a version that did not ask yet
   */
  public static boolean note(JdbcClient jdbc) {
    boolean asks =
        jdbc.sql("select to_regclass('jobs.life') is not null").query(Boolean.class).single();
    return asks && jdbc.sql(NOTE).update() == 1;
  }
}
