package com.faultmaven.web.idempotency;

import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.contract.Operations;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(IdempotencyProperties.class)
class IdempotencyConfiguration {

  @Bean
  Answers idempotentAnswers(JdbcClient database) {
    return new Answers(database);
  }

  @Bean
  Forgetting forgetting(Answers answers, Clock clock, IdempotencyProperties properties) {
    return new Forgetting(answers, clock, properties.retention());
  }

  @Bean
  AnswersToUser answersToUser(Answers answers) {
    return new AnswersToUser(answers);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
      Answers answers,
      PlatformTransactionManager transactions,
      Operations operations,
      ObjectProvider<RequestMappingInfoHandlerMapping> mappings,
      Clock clock,
      IdempotencyProperties properties) {
    Effect oneEffect =
        new OneEffect(
            answers, new TransactionTemplate(transactions), clock, properties.retention());
    Effect inSteps = new EffectInSteps(answers, clock, properties.retention());
    return FilterOrder.IDEMPOTENCY.registerForApi(
        new IdempotencyFilter(
            operations, new SteppedOperations(operations, mappings), oneEffect, inSteps));
  }
}
