package dev.plumbline.testbed.tls;

import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DTLSRequest;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DTLSVerifier;
import org.bouncycastle.tls.DatagramSender;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * A DTLS port that takes whatever comes inside and says nothing to it. Settings, under {@code tls}:
 * those of {@link TlsEnvelope}, with versions of DTLS.
 */
public final class DtlsPart implements Part {
  private static final int LARGEST = 1_400;
  private static final int MOST_CLIENTS = 200;
  private static final int IDLE_MILLIS = 3_000;

  private final DatagramSocket socket;
  private final InetSocketAddress endpoint;
  private final DTLSVerifier verifier;
  private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
  private final PartContext part;
  private final TlsIdentity identity;
  private final Map<SocketAddress, Client> clients = new ConcurrentHashMap<>();
  private final Thread thread;

  private DtlsPart(PartContext part, DatagramSocket socket, TlsIdentity identity) {
    this.part = part;
    this.socket = socket;
    this.identity = identity;
    this.endpoint = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    this.verifier = new DTLSVerifier(crypto);
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("testbed-dtls-" + socket.getLocalPort())
            .unstarted(this::serve);
  }

  /** Starts the port. */
  public static DtlsPart start(PartContext part) throws IOException {
    TlsIdentity identity = TlsIdentity.of(part);
    DtlsPart started =
        new DtlsPart(
            part, new DatagramSocket(new InetSocketAddress(part.address(), part.port())), identity);
    started.thread.start();
    return started;
  }

  private void serve() {
    DatagramPacket got = new DatagramPacket(new byte[65_507], 65_507);
    while (!socket.isClosed()) {
      try {
        got.setLength(65_507);
        socket.receive(got);
        if (part.silence() == Silence.NONE) {
          take(Arrays.copyOf(got.getData(), got.getLength()), got.getSocketAddress());
        }
      } catch (IOException | RuntimeException ignored) {
        // Nonsense, or an asker that has gone: what a device on a network meets every day.
      }
    }
  }

  private void take(byte[] datagram, SocketAddress from) throws IOException {
    Client known = clients.get(from);
    if (known != null) {
      known.got.add(datagram);
      return;
    }
    Client client = new Client(from);
    DTLSRequest request =
        verifier.verifyRequest(
            from.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
            datagram,
            0,
            datagram.length,
            client);
    if (request != null && clients.size() < MOST_CLIENTS) {
      clients.put(from, client);
      Thread.ofVirtual().start(() -> talk(client, request));
    }
  }

  private void talk(Client client, DTLSRequest request) {
    try {
      DTLSTransport inside =
          new DTLSServerProtocol()
              .accept(
                  new DeviceTlsServer(crypto, identity, part.settings().child("tls")),
                  client,
                  request);
      byte[] buffer = new byte[inside.getReceiveLimit()];
      while (inside.receive(buffer, 0, buffer.length, IDLE_MILLIS) > 0) {
        // Taken, and nothing is said to it.
      }
      inside.close();
    } catch (IOException ignored) {
      // A handshake that is broken off.
    } finally {
      clients.remove(client.address);
    }
  }

  @Override
  public String transport() {
    return "udp";
  }

  @Override
  public InetSocketAddress endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    socket.close();
    clients.values().forEach(Client::close);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The datagrams of one client. */
  private final class Client implements DatagramTransport, DatagramSender {
    private final SocketAddress address;
    private final LinkedBlockingQueue<byte[]> got = new LinkedBlockingQueue<>(64);
    private volatile boolean closed;

    Client(SocketAddress address) {
      this.address = address;
    }

    @Override
    public int getReceiveLimit() {
      return LARGEST;
    }

    @Override
    public int getSendLimit() {
      return LARGEST;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
      if (closed) {
        throw new IOException("closed");
      }
      try {
        byte[] next = got.poll(Math.max(1, waitMillis), TimeUnit.MILLISECONDS);
        if (next == null) {
          return -1;
        }
        int taken = Math.min(next.length, length);
        System.arraycopy(next, 0, buffer, offset, taken);
        return taken;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped", e);
      }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) throws IOException {
      socket.send(new DatagramPacket(buffer, offset, length, address));
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
