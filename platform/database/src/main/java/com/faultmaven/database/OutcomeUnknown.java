package com.faultmaven.database;

import org.springframework.transaction.TransactionException;

/** The connection broke while a transaction was being committed: it may be stored or not. */
public final class OutcomeUnknown extends TransactionException {

  public OutcomeUnknown(Throwable cause) {
    super("The connection broke during the commit", cause);
  }
}
