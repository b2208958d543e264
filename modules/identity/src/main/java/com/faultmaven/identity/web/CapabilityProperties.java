package com.faultmaven.identity.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What clients are told about this installation.
 *
 * @param deploymentMode who runs it for whom
 * @param dashboardUrl where its dashboard is
 * @param sso whether people sign in elsewhere
 * @param maxFileSize how large a file may be
 * @param allowedExtensions how the name of a file may end
 * @param maxDocuments how many documents the knowledge base takes; null for any number
 * @param branding whose installation it is
 */
@ConfigurationProperties(prefix = "faultmaven.capabilities", ignoreUnknownFields = false)
record CapabilityProperties(
    @DefaultValue("self-hosted") DeploymentMode deploymentMode,
    @Nullable String dashboardUrl,
    @DefaultValue("false") boolean sso,
    @DefaultValue("10MB") DataSize maxFileSize,
    @DefaultValue({".csv", ".json", ".log", ".md", ".txt"}) List<String> allowedExtensions,
    @Nullable Integer maxDocuments,
    @DefaultValue Branding branding) {

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9.+_-]{1,19}");

  enum DeploymentMode {
    SELF_HOSTED,
    ENTERPRISE;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Only the name makes it one. */
  record Branding(@Nullable String name, @Nullable String logoUrl, @Nullable String supportUrl) {

    Branding {
      logoUrl = address("branding.logo-url", logoUrl);
      supportUrl = address("branding.support-url", supportUrl);
      name = blankToNull(name);
      require(
          name != null || (logoUrl == null && supportUrl == null),
          "branding.logo-url and .support-url need branding.name.");
    }
  }

  CapabilityProperties {
    dashboardUrl = address("dashboard-url", dashboardUrl);
    allowedExtensions = List.copyOf(allowedExtensions);
    require(
        allowedExtensions.stream().allMatch(it -> EXTENSION.matcher(it).matches()),
        "allowed-extensions are like .log.");
    require(allowedExtensions.size() <= 100, "allowed-extensions are 100 at most.");
    require(!maxFileSize.isNegative(), "max-file-size is not negative.");
    require(maxDocuments == null || maxDocuments >= 0, "max-documents is not negative.");
  }

  private static @Nullable String address(String setting, @Nullable String value) {
    String address = blankToNull(value);
    require(address == null || isWebAddress(address), setting + " is an http(s) URL.");
    return address;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = URI.create(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void require(boolean met, String rule) {
    if (!met) {
      throw new IllegalArgumentException("faultmaven.capabilities: " + rule);
    }
  }
}
