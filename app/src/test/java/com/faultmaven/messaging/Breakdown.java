package com.faultmaven.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Lets threads of some name run into errors that nobody expects, where they take a connection. */
@Component
public class Breakdown implements BeanPostProcessor {

  private volatile @Nullable String threads;

  /** From now on, on threads whose names begin so. */
  public void begin(String prefix) {
    threads = prefix;
  }

  public void end() {
    threads = null;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource database && name.equals("dataSource")
        ? new Breakable(database)
        : bean;
  }

  private final class Breakable extends DelegatingDataSource {

    Breakable(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      String prefix = threads;
      if (prefix != null && Thread.currentThread().getName().startsWith(prefix)) {
        throw new OutOfMemoryError("of the test");
      }
      return super.getConnection();
    }
  }
}
