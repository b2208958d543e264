package com.faultmaven.testing;

import com.faultmaven.App;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test over HTTP: the whole application on a free port and a real PostgreSQL. Both start once for
 * all classes that carry this annotation and nothing else that changes the configuration.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = App.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    // users' data go in several looks
    properties = "faultmaven.user-data.every=200ms")
@ContextConfiguration(initializers = OnTestDatabase.class)
@Import(SqlWatch.class)
public @interface IntegrationTest {}
