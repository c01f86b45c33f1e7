package org.seccatalogue.api.door;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells clients apart: by their address, or by the one that a proxy names which is trusted. What
/// others say of whom they ask for is not believed.
@ApplicationScoped
public class Clients {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final int MOST_PROXIES = 10;

  private final List<IpSubnetFilterRule> trusted;

  Clients(@ConfigProperty(name = "catalogue.trusted-proxies") Optional<List<String>> proxies) {
    trusted = proxies.orElse(List.of()).stream().map(Clients::rule).toList();
  }

  /// @param block an address, or a block of them such as `10.0.0.0/8`
  private static IpSubnetFilterRule rule(String block) {
    int slash = block.indexOf('/');
    InetAddress address = InetAddress.ofLiteral(slash < 0 ? block : block.substring(0, slash));
    int bits =
        slash < 0 ? 8 * address.getAddress().length : Integer.parseInt(block.substring(slash + 1));
    return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
  }

  /// Who asks.
  public String of(HttpServerRequest request) {
    String asking = request.remoteAddress().hostAddress();
    if (!trusted.isEmpty()) {
      asking = first(asking, request.headers().getAll(FORWARDED_FOR));
    }
    return part(InetAddress.ofLiteral(asking));
  }

  /// The first that is not trusted, from here: each proxy puts at the end whom it was asked by.
  private String first(String asking, List<String> forwarded) {
    String[] named = String.join(",", forwarded).split(",", -1);
    String last = asking;
    for (int i = 1; i <= Math.min(named.length, MOST_PROXIES) && isTrusted(last); i++) {
      String next = named[named.length - i].strip();
      if (!isAddress(next)) {
        return last;
      }
      last = next;
    }
    return last;
  }

  private boolean isTrusted(String address) {
    InetSocketAddress socket = new InetSocketAddress(InetAddress.ofLiteral(address), 0);
    return trusted.stream().anyMatch(rule -> rule.matches(socket));
  }

  private static boolean isAddress(String text) {
    try {
      return InetAddress.ofLiteral(text).getAddress().length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Of IPv6 addresses the first 64 bits, because one client has all the others.
  static String part(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
        : address.getHostAddress();
  }
}
