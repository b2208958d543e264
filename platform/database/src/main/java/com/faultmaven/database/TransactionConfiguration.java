package com.faultmaven.database;

import org.hibernate.TransactionException;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

  @Bean
  Transactions transactionManager(
      DatabaseProperties properties, TransactionManagerCustomizers customizers) {
    Transactions transactions = new Transactions(properties);
    customizers.customize(transactions);
    return transactions;
  }

  /** Hibernate begins no statement for which the transaction has no time left. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static PersistenceExceptionTranslator noTimeLeft() {
    return failure ->
        failure instanceof TransactionException && failure.getCause() == null
            ? new QueryTimeoutException("The transaction took too long", failure)
            : null;
  }
}
