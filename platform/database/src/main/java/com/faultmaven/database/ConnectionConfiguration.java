package com.faultmaven.database;

import com.faultmaven.database.DatabaseProperties.Share;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class ConnectionConfiguration {

  @Bean
  @Conditional(ConfiguredDatabase.BySpring.class)
  JdbcConnectionDetails configuredDatabase(DataSourceProperties configured) {
    return new DatabaseUrl(
        configured.determineUrl(), configured.determineUsername(), configured.determinePassword());
  }

  @Bean(defaultCandidate = false)
  @ConfigurationProperties("spring.datasource.hikari")
  HikariDataSource requestConnections(
      JdbcConnectionDetails database, DatabaseProperties properties) {
    return pool("requests", database, properties, properties.requests());
  }

  @Bean(defaultCandidate = false)
  @ConfigurationProperties("spring.datasource.hikari")
  HikariDataSource backgroundConnections(
      JdbcConnectionDetails database,
      DatabaseProperties properties,
      @Value("${faultmaven.listeners.threads}") int listeners) {
    int others = properties.background().connections() - listeners;
    if (others < UnusableDatabase.BESIDE_LISTENERS) {
      throw UnusableDatabase.tooFewConnections(listeners);
    }
    return pool("background", database, properties, properties.background());
  }

  @Bean
  @Primary
  DataSource dataSource(
      @Qualifier("requestConnections") HikariDataSource requests,
      @Qualifier("backgroundConnections") HikariDataSource background)
      throws SQLException {
    OwnSessions.require(background);
    return new SharedConnections(requests, background);
  }

  /** Without a limit: a migration takes as long as the tables are large. */
  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource migrationConnections(JdbcConnectionDetails database, DatabaseProperties properties) {
    DriverManagerDataSource connections =
        new DriverManagerDataSource(
            database.getJdbcUrl(), ConnectionSettings.ofDriver(properties.connectTimeout()));
    connections.setUsername(database.getUsername());
    connections.setPassword(database.getPassword());
    return connections;
  }

  private static HikariDataSource pool(
      String name, JdbcConnectionDetails database, DatabaseProperties properties, Share share) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setJdbcUrl(database.getJdbcUrl());
    pool.setUsername(database.getUsername());
    pool.setPassword(database.getPassword());
    pool.setMaximumPoolSize(share.connections());
    pool.setDataSourceProperties(
        ConnectionSettings.ofDriver(properties.connectTimeout(), share.socketTimeout()));
    pool.setConnectionInitSql(ConnectionSettings.ofServer(share));
    pool.setExceptionOverride(new Standby());
    return pool;
  }
}
