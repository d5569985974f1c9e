package org.sallyport.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Requests written byte by byte, which no well-behaved client could send. */
public final class RawHttp {

  private static final int PATIENCE = 30_000; // milliseconds

  private final Server server;
  private final String from;

  public RawHttp(Server server) {
    this(server, "127.0.0.1");
  }

  /** From another loopback address of this machine. */
  public RawHttp(Server server, String from) {
    this.server = server;
    this.from = from;
  }

  /** A request line and header lines, then the body; `Host` and `Connection` are added. */
  public String send(String head, byte[] body) {
    var host = head.contains("\r\nHost:") ? "" : "\r\nHost: localhost:" + server.port();
    var text = head + host + "\r\nConnection: close\r\n\r\n";
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
      socket.connect(new InetSocketAddress("127.0.0.1", server.port()), PATIENCE);
      socket.setSoTimeout(PATIENCE);
      write(socket, text.getBytes(ISO_8859_1), body);
      return read(socket);
    } catch (IOException e) {
      throw new IllegalStateException("no connection for " + head, e);
    }
  }

  /** The same with a form; its length is told. */
  public String post(String path, String form, String... headerLines) {
    var body = form.getBytes(UTF_8);
    var head = new StringBuilder("POST " + path + " HTTP/1.1");
    head.append("\r\nContent-Type: application/x-www-form-urlencoded");
    head.append("\r\nContent-Length: ").append(body.length);
    for (var line : headerLines) {
      head.append("\r\n").append(line);
    }
    return send(head.toString(), body);
  }

  /** The status of an answer; 0 when the connection was closed without one. */
  public static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }

  /** The body of an answer, as it travels. */
  public static String body(String answer) {
    var end = answer.indexOf("\r\n\r\n");
    return end < 0 ? "" : answer.substring(end + 4);
  }

  private static void write(Socket socket, byte[] head, byte[] body) {
    try {
      socket.getOutputStream().write(head);
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The server has answered and closed before it read everything; its answer counts.
      System.getLogger(RawHttp.class.getName()).log(System.Logger.Level.DEBUG, e);
    }
  }

  private static String read(Socket socket) {
    var answer = new StringBuilder();
    var buffer = new byte[8192];
    try {
      for (var n = 0; n >= 0; n = socket.getInputStream().read(buffer)) {
        answer.append(new String(buffer, 0, n, ISO_8859_1));
      }
    } catch (IOException e) {
      System.getLogger(RawHttp.class.getName()).log(System.Logger.Level.DEBUG, e);
    }
    return answer.toString();
  }
}
