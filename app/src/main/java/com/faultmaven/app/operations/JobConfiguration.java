package com.faultmaven.app.operations;

import com.faultmaven.edge.problems.DatabaseFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

/** Jobs that failed are run again when it is their time. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(JobConfiguration.class);

  @Bean
  ThreadPoolTaskSchedulerCustomizer failuresOfJobs() {
    return scheduler -> scheduler.setErrorHandler(JobConfiguration::log);
  }

  private static void log(Throwable failure) {
    if (DatabaseFailures.isOutage(failure)) {
      LOG.warn(
          "A job waits for the database: {}",
          NestedExceptionUtils.getMostSpecificCause(failure).toString());
    } else {
      LOG.error("A job has failed", failure);
    }
  }
}
