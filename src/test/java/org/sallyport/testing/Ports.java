package org.sallyport.testing;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports that nothing listens on; none is handed out twice, and none is one that systems
 * give to outgoing connections: such a port may be taken while its server is away.
 */
public final class Ports {

  private static final int LOWEST = 15_000;
  private static final int BEYOND = 32_000;

  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  /** A port that is free on 127.0.0.1 and, where there is one, on ::1. */
  public static synchronized int free() {
    while (true) {
      var port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      try {
        if (isFree(port, "127.0.0.1") && (!hasIpv6() || isFree(port, "::1")) && GIVEN.add(port)) {
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

  private static boolean isFree(int port, String address) throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    }
  }
}
