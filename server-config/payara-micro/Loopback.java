import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.List;

/** The loopback addresses of this machine, and the port on them that the server is to have. */
final class Loopback {

  private Loopback() {}

  static int port() {
    var given = System.getProperty("sallyport.http.port", "8080");
    if (!given.matches("[1-9][0-9]{0,4}") || Integer.parseInt(given) > 65_535) {
      throw new IllegalStateException(
          Run.REFUSAL + "sallyport.http.port is \"" + given + "\", give a port from 1 to 65535.");
    }
    return Integer.parseInt(given);
  }

  static void refuseTaken(int port) throws IOException {
    for (var address : hasIpv6() ? List.of("127.0.0.1", "::1") : List.of("127.0.0.1")) {
      try (var socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      } catch (BindException e) {
        throw new IllegalStateException(
            Run.REFUSAL
                + "port "
                + port
                + " of "
                + address
                + " is in use, give another one with"
                + " -Dsallyport.http.port=N.");
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
}
