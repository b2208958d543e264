package com.faultmaven.movingin;

import com.faultmaven.database.ConfiguredDatabase;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the import consists of, beside the modules' parts in it: connections without the limits of
 * those of requests. No component, or the service would find it.
 */
@ComponentScan({
  "com.faultmaven.kernel",
  "com.faultmaven.cases.importing",
  "com.faultmaven.messages.importing",
  "com.faultmaven.tags.importing",
  "com.faultmaven.status.importing",
  "com.faultmaven.movingin"
})
@EnableTransactionManagement
class ImportConfiguration {

  /** One for each lane, one that holds the lock, and one for what is announced. */
  private static final int CONNECTIONS = AtOnce.MOST + 2;

  /**
   * What is committed and lost in a crash of the database is imported again: its progress is lost
   * with it.
   */
  private static final String SESSION =
      "set synchronous_commit = off; set lock_timeout = '30s'; set statement_timeout = 0";

  @Bean
  DataSource database(Environment environment) {
    JdbcConnectionDetails details = ConfiguredDatabase.details(environment);
    if (details == null) {
      throw new ImportOptions.Refused("DATABASE_URL, the database to import into, is not set.");
    }
    HikariDataSource connections = new HikariDataSource();
    connections.setPoolName("import");
    connections.setJdbcUrl(details.getJdbcUrl());
    connections.setUsername(details.getUsername());
    connections.setPassword(details.getPassword());
    connections.setMaximumPoolSize(CONNECTIONS);
    connections.setConnectionInitSql(SESSION);
    return connections;
  }

  @Bean
  JdbcClient jdbcClient(DataSource database) {
    return JdbcClient.create(database);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource database) {
    return new JdbcTransactionManager(database);
  }

  @Bean
  TransactionTemplate transaction(PlatformTransactionManager transactions) {
    return new TransactionTemplate(transactions);
  }
}
