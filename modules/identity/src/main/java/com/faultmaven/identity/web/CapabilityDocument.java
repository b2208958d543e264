package com.faultmaven.identity.web;

import com.faultmaven.contracts.gateway.v1.model.Capabilities;
import com.faultmaven.contracts.gateway.v1.model.CapabilityBranding;
import com.faultmaven.contracts.gateway.v1.model.CapabilityFeatures;
import com.faultmaven.contracts.gateway.v1.model.CapabilityLimits;
import com.faultmaven.identity.web.CapabilityProperties.Branding;
import com.faultmaven.web.Sha256;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this installation can do, as clients read it.
 *
 * @param tag an ETag made from all of it
 */
record CapabilityDocument(Capabilities content, String tag) {

  private static final int OCTETS_OF_TAG = 8;

  /**
   * @param features what the modules say they add
   * @param teams whether there are organizations and teams
   */
  static CapabilityDocument of(
      CapabilityProperties properties, Set<String> features, boolean teams, JsonMapper json) {
    Capabilities content =
        new Capabilities()
            .deploymentMode(properties.deploymentMode().word())
            .kbManagement("dashboard")
            .dashboardUrl(properties.dashboardUrl())
            .features(
                new CapabilityFeatures()
                    .extensionKB(false)
                    .adminKB(features.contains("adminKB"))
                    .teamWorkspaces(teams)
                    .teamSharing(teams)
                    .caseHistory(features.contains("caseHistory"))
                    .sso(properties.sso()))
            .limits(limits(properties));
    CapabilityBranding branding = branding(properties.branding());
    if (branding != null) {
      content.branding(branding);
    }
    return new CapabilityDocument(content, tagOf(json.writeValueAsString(content)));
  }

  private static CapabilityLimits limits(CapabilityProperties properties) {
    CapabilityLimits limits =
        new CapabilityLimits()
            .maxFileBytes(properties.maxFileSize().toBytes())
            .allowedExtensions(properties.allowedExtensions());
    if (properties.maxDocuments() != null) {
      limits.maxDocuments(properties.maxDocuments());
    }
    return limits;
  }

  private static @Nullable CapabilityBranding branding(Branding configured) {
    if (configured.name() == null) {
      return null;
    }
    CapabilityBranding branding = new CapabilityBranding().name(configured.name());
    if (configured.logoUrl() != null) {
      branding.logoUrl(configured.logoUrl());
    }
    if (configured.supportUrl() != null) {
      branding.supportUrl(configured.supportUrl());
    }
    return branding;
  }

  private static String tagOf(String text) {
    return '"' + HexFormat.of().formatHex(Sha256.of(text), 0, OCTETS_OF_TAG) + '"';
  }
}
