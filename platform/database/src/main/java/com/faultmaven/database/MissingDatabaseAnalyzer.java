package com.faultmaven.database;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what to set where no database is configured, before Boot says which bean is missing. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingDatabaseAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, NoSuchBeanDefinitionException cause) {
    if (!JdbcConnectionDetails.class.equals(cause.getBeanType())) {
      return null;
    }
    UnusableDatabase none = UnusableDatabase.none();
    return new FailureAnalysis(none.getMessage(), none.action, cause);
  }
}
