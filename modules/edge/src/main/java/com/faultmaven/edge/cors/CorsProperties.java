package com.faultmaven.edge.cors;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web pages may call.
 *
 * @param origins scheme, host and port of each, or {@code *} for all
 */
@ConfigurationProperties("faultmaven.cors")
record CorsProperties(@DefaultValue("*") List<String> origins) {}
