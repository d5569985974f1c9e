package org.sallyport.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Loopback ports that nothing listens on; none is handed out twice. */
public final class Ports {

  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  /** A port that is free on 127.0.0.1 and, where there is one, on ::1. */
  public static synchronized int free() {
    while (true) {
      try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
        var port = socket.getLocalPort();
        if (isFreeOnIpv6(port) && GIVEN.add(port)) {
          return port;
        }
      } catch (IOException e) {
        throw new IllegalStateException("no free port on 127.0.0.1", e);
      }
    }
  }

  static boolean hasIpv6() {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByName("::1")) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFreeOnIpv6(int port) throws IOException {
    if (!hasIpv6()) {
      return true;
    }
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName("::1"))) {
      return socket.isBound();
    } catch (java.net.BindException e) {
      return false;
    }
  }
}
