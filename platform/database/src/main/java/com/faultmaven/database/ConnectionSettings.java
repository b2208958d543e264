package com.faultmaven.database;

import static com.faultmaven.database.DatabaseProperties.seconds;

import com.faultmaven.database.DatabaseProperties.Share;
import java.time.Duration;
import java.util.Properties;

/** What connections are asked to do; what the operator's own URL says comes first. */
final class ConnectionSettings {

  private ConnectionSettings() {}

  /** The driver's, of which those in the URL win. */
  static Properties ofDriver(Duration connectTimeout) {
    String seconds = Integer.toString(seconds(connectTimeout));
    Properties settings = new Properties();
    settings.setProperty("connectTimeout", seconds);
    settings.setProperty("cancelSignalTimeout", seconds);
    settings.setProperty("tcpKeepAlive", "true");
    return settings;
  }

  /** The same with an end to silence. */
  static Properties ofDriver(Duration connectTimeout, Duration socketTimeout) {
    Properties settings = ofDriver(connectTimeout);
    settings.setProperty("socketTimeout", Integer.toString(seconds(socketTimeout)));
    settings.setProperty("socketFactory", TimedSockets.class.getName());
    return settings;
  }

  /**
   * The server's, of which those win that the URL's {@code options} give, or the operator has given
   * to the user or the database. What the planner assumes is left alone as soon as it is configured
   * anywhere: its defaults are made for disks that turn, and for few long queries. A statement and
   * no startup parameter, which poolers refuse.
   */
  static String ofServer(Share share) {
    return """
        select set_config(name, ours.value, false)
        from pg_settings join (values
          ('lock_timeout', '%s', false),
          ('statement_timeout', '%s', false),
          ('idle_in_transaction_session_timeout', '%s', false),
          ('random_page_cost', '1.1', true),
          ('max_parallel_workers_per_gather', '0', true),
          ('jit', 'off', true)
        ) ours (name, value, instead_of_default) using (name)
        where source = 'default'
          or not instead_of_default and source not in ('client', 'user', 'database', 'database user')
        """
        .formatted(
            share.lockTimeout().toMillis(),
            share.statementTimeout().toMillis(),
            share.idleTimeout().toMillis());
  }
}
