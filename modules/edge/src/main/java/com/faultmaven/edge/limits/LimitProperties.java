package com.faultmaven.edge.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may bring along.
 *
 * @param body the largest request body
 */
@ConfigurationProperties(prefix = "faultmaven.limits", ignoreUnknownFields = false)
record LimitProperties(@DefaultValue("1MB") DataSize body) {}
