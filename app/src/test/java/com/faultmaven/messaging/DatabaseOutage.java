package com.faultmaven.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Takes the database away from the whole service, in a test that imports it. */
class DatabaseOutage implements BeanPostProcessor {

  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();
  private volatile boolean away;

  void breakForConsumer(int times) {
    errors.set(times);
  }

  /** Returns how many connections the consumer was refused before. */
  int leave() {
    away = true;
    return refused.get();
  }

  void comeBack() {
    away = false;
  }

  int refusedToConsumer() {
    return refused.get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource database && name.equals("dataSource")
        ? new Unreliable(database)
        : bean;
  }

  private final class Unreliable extends DelegatingDataSource {

    Unreliable(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (away) {
        if (Thread.currentThread().getName().startsWith("auth.user.deleted")) {
          refused.incrementAndGet();
        }
        throw new SQLTransientConnectionException("no database");
      }
      if (Thread.currentThread().getName().startsWith("auth.user.deleted")
          && errors.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new StackOverflowError("of the test");
      }
      return super.getConnection();
    }
  }
}
