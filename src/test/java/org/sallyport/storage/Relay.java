package org.sallyport.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes TCP connections on to ports in turn, as a balancer does; it can be cut and mended. */
final class Relay implements AutoCloseable {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final int port;
  private final AtomicInteger turn = new AtomicInteger();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile List<Integer> targets;
  private volatile ServerSocket listener;

  private Relay(int port) {
    this.port = port;
  }

  /** Listens on a port and passes on to nobody yet. */
  static Relay on(int port) {
    var relay = new Relay(port);
    relay.mend();
    return relay;
  }

  Relay to(Integer... ports) {
    targets = List.of(ports);
    return this;
  }

  int port() {
    return port;
  }

  /** Ends all connections and refuses new ones. */
  void cut() {
    try {
      listener.close();
      for (var socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Listens again, once nobody's own connection has got the port meanwhile. */
  void mend() {
    Patience.await("the port of the relay", this::listens);
  }

  private boolean listens() throws IOException {
    var opened = new ServerSocket();
    opened.setReuseAddress(true);
    try {
      opened.bind(new InetSocketAddress(LOOPBACK, port));
    } catch (BindException taken) {
      opened.close();
      return false;
    }
    listener = opened;
    daemon(() -> accept(opened));
    return true;
  }

  @Override
  public void close() {
    cut();
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        var here = from.accept();
        sockets.add(here);
        var there = new Socket(LOOPBACK, next());
        sockets.add(there);
        if (from.isClosed()) {
          here.close();
          there.close();
        }
        daemon(() -> pump(here, there));
        daemon(() -> pump(there, here));
      } catch (IOException e) {
        // Cut, or nobody there: the next one may have more luck.
        continue;
      }
    }
  }

  private int next() {
    return targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()));
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // One side has left, and so does the other.
      return;
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }
}
