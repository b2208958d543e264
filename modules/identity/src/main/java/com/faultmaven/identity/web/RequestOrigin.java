package com.faultmaven.identity.web;

import com.faultmaven.identity.audit.Origin;
import com.faultmaven.web.addresses.ClientAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The client of the request of this thread; only trusted proxies say whom they ask for. */
@Component
class RequestOrigin implements Origin.Current {

  private static final int LONGEST = 200;

  private final ClientAddresses addresses;

  RequestOrigin(ClientAddresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public Origin get() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
      HttpServletRequest request = current.getRequest();
      return new Origin(
          addresses.of(request).map(InetAddress::getHostAddress).orElse(null),
          addresses.networkOf(request),
          shortened(request.getHeader("User-Agent")));
    }
    return Origin.NONE;
  }

  private static @Nullable String shortened(@Nullable String agent) {
    if (agent == null) {
      return null;
    }
    String sound = agent.replace('\0', ' ');
    return sound.length() <= LONGEST ? sound : sound.substring(0, LONGEST);
  }
}
