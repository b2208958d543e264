package com.faultmaven.messages;

import com.faultmaven.kernel.Caller;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may speak as what.
 *
 * @param serviceUsers ids of the users that are trusted services
 */
@ConfigurationProperties(prefix = "faultmaven.messages", ignoreUnknownFields = false)
record MessageProperties(@DefaultValue Set<String> serviceUsers) {

  /**
   * Asks for a caller who may speak in this role: anybody, save for {@code system}, which is for
   * administrators and trusted services.
   *
   * @throws RoleDenied if it is not for this caller
   */
  void requireMaySpeak(MessageRole role, Caller caller) {
    boolean trusted = caller.isAdmin() || serviceUsers.contains(caller.userId().value());
    if (role == MessageRole.SYSTEM && !trusted) {
      throw RoleDenied.of(role);
    }
  }
}
