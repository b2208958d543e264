package com.faultmaven.messaging.delivery;

import com.faultmaven.messaging.Inbox;
import org.aopalliance.aop.Advice;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * What surrounds a listener, from outside: its thread, {@link DeliveryContext}, Modulith's record
 * of the delivery, {@link FailureKeeping}, the transaction, {@link OncePerEvent}. Advisors are made
 * before other beans, so they ask for those only when they are needed.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true, order = InterceptionConfiguration.TRANSACTION)
class InterceptionConfiguration {

  private static final int AROUND_RECORD = Ordered.HIGHEST_PRECEDENCE + 5;
  private static final int WITHIN_RECORD = Ordered.HIGHEST_PRECEDENCE + 15;
  static final int TRANSACTION = Ordered.LOWEST_PRECEDENCE - 10;
  private static final int WITHIN_TRANSACTION = Ordered.LOWEST_PRECEDENCE;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static KnownListeners knownListeners() {
    return new KnownListeners();
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static RejectedDeliveries rejected() {
    return new RejectedDeliveries();
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static DeliveriesInProgress inProgress() {
    return new DeliveriesInProgress();
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static PersistentListenerFactory persistentListenerFactory(
      KnownListeners known, RejectedDeliveries rejected, DeliveriesInProgress inProgress) {
    return new PersistentListenerFactory(known, rejected, inProgress);
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static AbstractPointcutAdvisor deliveryContext(DeliveriesInProgress inProgress) {
    return advisor(moduleListeners(), new DeliveryContext(inProgress), AROUND_RECORD);
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static AbstractPointcutAdvisor failureKeeping(ObjectProvider<DeliveryFailures> failures) {
    return advisor(moduleListeners(), new FailureKeeping(failures::getObject), WITHIN_RECORD);
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static AbstractPointcutAdvisor oncePerEvent(ObjectProvider<Inbox> inbox) {
    return advisor(moduleListeners(), new OncePerEvent(inbox::getObject), WITHIN_TRANSACTION);
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static AbstractPointcutAdvisor safeRegistry(
      ObjectProvider<DuePublications> due,
      ObjectProvider<StoredPublications> stored,
      DeliveriesInProgress inProgress) {
    NameMatchMethodPointcut questions = new NameMatchMethodPointcut();
    questions.setClassFilter(EventPublicationRepository.class::isAssignableFrom);
    questions.setMappedNames(SafeRegistry.METHODS);
    return advisor(
        questions,
        new SafeRegistry(due::getObject, stored::getObject, inProgress),
        Ordered.HIGHEST_PRECEDENCE);
  }

  private static Pointcut moduleListeners() {
    return new AnnotationMatchingPointcut(null, ApplicationModuleListener.class, true);
  }

  private static AbstractPointcutAdvisor advisor(Pointcut where, Advice what, int order) {
    DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(where, what);
    advisor.setOrder(order);
    return advisor;
  }
}
