package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.status.StatusProperties;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.stereotype.Component;

/**
 * Which addresses are sent to: none of the own network, whoever asks for it. A name is looked up
 * when it is connected to, so that it is that address which is judged.
 */
@Component
class WebhookAddresses implements DnsResolver {

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9A-Fa-f:.%]+]|0[xX].*");

  private final boolean allowPrivate;

  WebhookAddresses(StatusProperties properties) {
    this.allowPrivate = properties.webhooks().allowPrivate();
  }

  /**
   * Refuses what is no address of a webhook.
   *
   * @throws InvalidRequest saying why
   */
  void requireAllowed(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException none) {
      throw refused("invalid_format", "url is no address.");
    }
    boolean web = "https".equals(uri.getScheme()) || allowPrivate && "http".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      throw refused("invalid_format", "url is an https address without user and fragment.");
    }
    if (!allowPrivate && isPrivateByItself(uri.getHost())) {
      throw refused("not_allowed", "url is in a private network.");
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    InetAddress[] allowed =
        Arrays.stream(all)
            .filter(address -> allowPrivate || isPublic(address))
            .toArray(InetAddress[]::new);
    if (allowed.length == 0) {
      throw new UnknownHostException("the address is in a private network");
    }
    return allowed;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private static boolean isPrivateByItself(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost") || name.endsWith(".local")) {
      return true;
    }
    if (!LITERAL.matcher(name).matches()) {
      return false;
    }
    try {
      return !isPublic(InetAddress.getByName(name));
    } catch (UnknownHostException none) {
      return true;
    }
  }

  /** Whether everybody can reach it. */
  static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    return switch (address) {
      case Inet4Address _ ->
          first != 0
              && first < 240
              && !(first == 100 && second >= 64 && second < 128)
              && !(first == 192 && second == 0 && bytes[2] == 0)
              && !(first == 198 && (second == 18 || second == 19));
      // 2000::/3 but what holds an IPv4 address: 6to4 and Teredo
      case Inet6Address _ ->
          (first & 0xE0) == 0x20
              && !(first == 0x20 && second == 0x02)
              && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
      default -> false;
    };
  }

  private static InvalidRequest refused(String code, String detail) {
    return InvalidRequest.body("/url", code, detail);
  }
}
