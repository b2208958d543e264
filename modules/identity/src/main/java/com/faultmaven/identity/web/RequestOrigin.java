package com.faultmaven.identity.web;

import com.faultmaven.identity.audit.Origin;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The peer of the request of this thread; nobody's word about an address is taken. */
@Component
class RequestOrigin implements Origin.Current {

  private static final int LONGEST = 200;

  @Override
  public Origin get() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
      HttpServletRequest request = current.getRequest();
      return new Origin(
          withoutZone(request.getRemoteAddr()), shortened(request.getHeader("User-Agent")));
    }
    return Origin.NONE;
  }

  /** A link-local address of IPv6 says from which interface it came. */
  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  private static @Nullable String shortened(@Nullable String agent) {
    if (agent == null) {
      return null;
    }
    String sound = agent.replace('\0', ' ');
    return sound.length() <= LONGEST ? sound : sound.substring(0, LONGEST);
  }
}
