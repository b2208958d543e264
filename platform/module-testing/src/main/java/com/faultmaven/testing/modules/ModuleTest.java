package com.faultmaven.testing.modules;

import com.faultmaven.testing.OnTestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the module in whose package it lies: the module, what it depends on and the platform on
 * a free port and a real PostgreSQL. All start once for the tests of a module that change nothing
 * else of the configuration.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
    mode = BootstrapMode.ALL_DEPENDENCIES,
    extraIncludes = {
      "contracts",
      "database",
      "jobs",
      "kernel",
      "messaging",
      "testing",
      "tracing",
      "web"
    },
    webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OnTestDatabase.class)
// as everywhere else; Modulith's annotation keeps one instance for a class
@TestInstance(Lifecycle.PER_METHOD)
public @interface ModuleTest {}
