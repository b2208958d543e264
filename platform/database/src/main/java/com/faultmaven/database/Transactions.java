package com.faultmaven.database;

import static com.faultmaven.database.DatabaseProperties.seconds;

import com.faultmaven.kernel.Foreground;
import java.sql.SQLException;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Transactions that end in time, and tell apart what failed when the database breaks off. */
class Transactions extends JpaTransactionManager {

  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final int requestSeconds;
  private final int backgroundSeconds;

  Transactions(DatabaseProperties properties) {
    this.requestSeconds = seconds(properties.requests().transactionTimeout());
    this.backgroundSeconds = seconds(properties.background().transactionTimeout());
  }

  @Override
  protected int determineTimeout(TransactionDefinition definition) {
    return definition.getTimeout() != TransactionDefinition.TIMEOUT_DEFAULT
        ? definition.getTimeout()
        : Foreground.isHere() ? requestSeconds : backgroundSeconds;
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    try {
      super.doCommit(status);
    } catch (RuntimeException failure) {
      TransactionException meaning = meaningOf(failure);
      throw meaning == null ? failure : meaning;
    }
  }

  /**
   * A rollback fails if the connection is lost, and then the database rolls back by itself. The
   * failure that caused the rollback must reach the caller, not this one.
   */
  @Override
  protected void doRollback(DefaultTransactionStatus status) {
    try {
      super.doRollback(status);
    } catch (DataAccessException | TransactionException gone) {
      LOG.debug("The database has to roll back by itself", gone);
    }
  }

  /** Null if it is what it seems to be: before it commits, Hibernate runs what is left to run. */
  private static @Nullable TransactionException meaningOf(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case JDBCException _ -> {
          return null;
        }
        case SQLException ofTheCommit -> {
          return isBroken(ofTheCommit.getSQLState()) ? new OutcomeUnknown(failure) : null;
        }
        case org.hibernate.TransactionException late when late.getCause() == null -> {
          return new TransactionTimedOutException("The transaction took too long", failure);
        }
        default -> {}
      }
    }
    return null;
  }

  private static boolean isBroken(@Nullable String state) {
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }
}
