package com.faultmaven.jobs;

import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobProperties.class)
@EnableScheduling
class JobConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(JobConfiguration.class);

  /** {@link Job} has reported it; what is thrown beyond here would end the job for ever. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer jobsGoOn() {
    return scheduler ->
        scheduler.setErrorHandler(failure -> LOG.debug("A scheduled job has failed", failure));
  }

  @Bean
  TaskScheduling taskScheduling(
      DataSource database,
      ObjectProvider<TaskHandler<?>> handlers,
      ObjectProvider<RecurringTask> recurring,
      Tasks tasks,
      Jobs jobs,
      JobProperties properties,
      Clock clock) {
    return new TaskScheduling(
        database,
        handlers.stream().toList(),
        recurring.stream().toList(),
        tasks,
        jobs,
        properties,
        clock);
  }
}
