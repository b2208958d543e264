package com.faultmaven.database.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded PostgreSQL.
 *
 * @param directory where it keeps its data
 */
@ConfigurationProperties(prefix = "faultmaven.embedded-database", ignoreUnknownFields = false)
record EmbeddedDatabaseProperties(@DefaultValue("data") Path directory) {}
