package com.faultmaven.messaging;

import com.faultmaven.testing.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The application with listeners of the tests' own, and without long pauses between attempts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@Import({Recorder.class, Stored.class})
@TestPropertySource(
    properties = {
      "faultmaven.redelivery.every=100ms",
      "faultmaven.redelivery.backoff=50ms",
      "faultmaven.redelivery.attempts=4",
      "faultmaven.redelivery.patience=1m"
    })
public @interface EventsTest {}
