package com.faultmaven.messaging.delivery;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.ApplicationModuleListener;

/**
 * Hands each call of a listener to {@link Deliveries}, on the listener's thread. It is the first
 * advice and the last one: Modulith's record of the delivery and the transaction are made there.
 */
@Configuration(proxyBeanMethods = false)
class ListenerAdvice {

  /** Advisors are made before other beans, so this one asks for those when they are needed. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static DefaultPointcutAdvisor listenerDeliveries(ObjectProvider<Deliveries> deliveries) {
    MethodInterceptor delivery =
        call -> {
          deliveries.getObject().deliver(call);
          return null;
        };
    DefaultPointcutAdvisor advisor =
        new DefaultPointcutAdvisor(
            new AnnotationMatchingPointcut(null, ApplicationModuleListener.class, true), delivery);
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }
}
