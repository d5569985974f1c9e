package org.sallyport.user.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that wait for each answer so long and no longer, from the beginning: a TLS handshake with
 * a server that says nothing would never end, whatever the library's own limits are.
 */
final class BoundedSockets extends SocketFactory {

  private final SocketFactory sockets;
  private final int millis;

  BoundedSockets(SocketFactory sockets, int millis) {
    this.sockets = sockets;
    this.millis = millis;
  }

  private Socket bounded(Socket socket) throws IOException {
    socket.setSoTimeout(millis);
    return socket;
  }

  @Override
  public Socket createSocket() throws IOException {
    return bounded(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return bounded(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress here, int localPort)
      throws IOException {
    return bounded(sockets.createSocket(host, port, here, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return bounded(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress here, int localPort)
      throws IOException {
    return bounded(sockets.createSocket(host, port, here, localPort));
  }
}
