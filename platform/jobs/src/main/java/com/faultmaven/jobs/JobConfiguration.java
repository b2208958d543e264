package com.faultmaven.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JobConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(JobConfiguration.class);

  /** {@link Job} has reported it; what is thrown beyond here would end the job for ever. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer jobsGoOn() {
    return scheduler ->
        scheduler.setErrorHandler(failure -> LOG.debug("A scheduled job has failed", failure));
  }
}
