package com.faultmaven;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;

/**
 * What the tests of a module find when they look for the application: the same as {@code App}, with
 * no more modules than stand on the class path.
 */
@SpringBootApplication(
    exclude = KafkaAutoConfiguration.class,
    excludeName =
        "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration")
public class TestApp {}
