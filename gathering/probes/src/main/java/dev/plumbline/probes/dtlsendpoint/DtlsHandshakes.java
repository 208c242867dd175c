package dev.plumbline.probes.dtlsendpoint;

import dev.plumbline.client.tls.CertificateMessage;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.client.tls.TlsFormatException;
import dev.plumbline.client.tls.TlsMessage;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.dtlsendpoint.Flight.State;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Begins handshakes with one DTLS server, as far as its first flight. */
final class DtlsHandshakes {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SENDINGS = 3;
  private static final int MOST_DATAGRAMS = 200;

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final Duration patience;
  private int begun;

  /**
   * @param patience how long to wait for an answer before a question is sent again, and then again
   */
  DtlsHandshakes(ProbeContext context, Endpoint endpoint, Duration patience) {
    this.context = context;
    this.endpoint = endpoint;
    this.patience = patience;
  }

  int begun() {
    return begun;
  }

  Flight ask(DtlsVersion version, List<Integer> suites) throws InterruptedException {
    begun++;
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    byte[] hello = ClientMessages.hello(version, random, new byte[0], suites, 0);
    try (Selector selector = Selector.open();
        DatagramChannel channel = context.sendDatagram(endpoint, hello)) {
      channel.register(selector, SelectionKey.OP_READ);
      Reassembly first = new Reassembly();
      hear(selector, channel, first, hello, /* newcomer= */ true);
      Optional<byte[]> cookie = first.message(Reassembly.VERIFY).flatMap(DtlsHandshakes::cookie);
      Reassembly answer = first;
      if (cookie.isPresent() && first.message(Reassembly.SERVER_HELLO).isEmpty()) {
        byte[] again = ClientMessages.hello(version, random, cookie.get(), suites, 1);
        answer = new Reassembly();
        send(channel, again);
        // Its first question may come once more, where it was sent ours twice.
        hear(selector, channel, answer, again, /* newcomer= */ false);
      }
      send(channel, ClientMessages.farewell(version, 2));
      return flight(answer, cookie.isPresent());
    } catch (PortUnreachableException e) {
      return Flight.without(State.UNREACHABLE, false, "the port refuses datagrams");
    } catch (IOException e) {
      return Flight.without(State.SILENT, false, String.valueOf(e.getMessage()));
    }
  }

  private void send(DatagramChannel channel, byte[] datagram)
      throws IOException, InterruptedException {
    context.pace(1);
    channel.write(ByteBuffer.wrap(datagram));
  }

  /** Waits for the whole flight; what was lost is asked for again. */
  private void hear(
      Selector selector,
      DatagramChannel channel,
      Reassembly into,
      byte[] question,
      boolean newcomer)
      throws IOException, InterruptedException {
    ByteBuffer buffer = ByteBuffer.allocate(65_535);
    int heard = 0;
    for (int sent = 1; sent <= SENDINGS; sent++) {
      long end = System.nanoTime() + patience.toNanos();
      while (!isWhole(into, newcomer) && heard < MOST_DATAGRAMS && end - System.nanoTime() > 0) {
        selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped");
        }
        selector.selectedKeys().clear();
        if (channel.receive(buffer.clear()) != null) {
          byte[] datagram = new byte[buffer.flip().remaining()];
          buffer.get(datagram);
          into.add(datagram);
          heard++;
        }
      }
      if (isWhole(into, newcomer) || heard >= MOST_DATAGRAMS) {
        return;
      }
      if (sent < SENDINGS) {
        send(channel, question);
      }
    }
  }

  private static boolean isWhole(Reassembly flight, boolean newcomer) {
    return flight.message(Reassembly.DONE).isPresent()
        || (newcomer && flight.message(Reassembly.VERIFY).isPresent())
        || flight.alert().isPresent()
        || flight
            .message(Reassembly.SERVER_HELLO)
            .flatMap(Chosen::read)
            .filter(c -> c.version() == DtlsVersion.V13)
            .isPresent();
  }

  private static Optional<byte[]> cookie(byte[] verify) {
    if (verify.length < 3 || verify.length != 3 + (verify[2] & 0xff)) {
      return Optional.empty();
    }
    return Optional.of(java.util.Arrays.copyOfRange(verify, 3, verify.length));
  }

  /** An alert that any fault may cause, such as an internal error, says nothing of the offer. */
  private static Flight refusal(int alert, boolean cookie) {
    String name = CodeBook.alert(alert);
    return TlsMessage.Alert.refuses(alert)
        ? Flight.without(State.REFUSED, cookie, name)
        : Flight.without(State.SILENT, cookie, "its alert " + name + " does not refuse the offer");
  }

  /** What the messages say that came. */
  static Flight flight(Reassembly got, boolean cookie) {
    Optional<Chosen> chosen = got.message(Reassembly.SERVER_HELLO).flatMap(Chosen::read);
    if (chosen.isEmpty()) {
      return got.alert().isPresent()
          ? refusal(got.alert().getAsInt(), cookie)
          : Flight.without(State.SILENT, cookie, "no answer came, asked three times");
    }
    return new Flight(
        State.AGREED,
        Optional.of(chosen.get().version()),
        chosen.get().suite(),
        got.message(Reassembly.CERTIFICATE).map(DtlsHandshakes::chain).orElse(List.of()),
        hint(got, chosen.get().suite()),
        cookie,
        got.message(Reassembly.CERTIFICATE_REQUEST).isPresent(),
        "");
  }

  private static List<byte[]> chain(byte[] body) {
    try {
      return CertificateMessage.parse(body, ProtocolVersion.TLS12);
    } catch (TlsFormatException e) {
      return List.of();
    }
  }

  /** What a server with a pre-shared key says of it (RFC 4279, section 2). */
  private static Optional<String> hint(Reassembly got, int suite) {
    return got.message(Reassembly.KEY_EXCHANGE)
        .filter(b -> CodeBook.suite(suite).name().contains("PSK_WITH"))
        .filter(b -> b.length > 2)
        .map(ByteBuffer::wrap)
        .map(b -> b.slice(2, Math.min(b.getShort() & 0xffff, b.remaining())))
        .map(b -> StandardCharsets.UTF_8.decode(b).toString())
        .filter(h -> !h.isEmpty());
  }

  /** The choice of a ServerHello. */
  private record Chosen(DtlsVersion version, int suite) {
    private static final int SUPPORTED_VERSIONS = 43;

    static Optional<Chosen> read(byte[] body) {
      ByteBuffer in = ByteBuffer.wrap(body);
      try {
        int version = in.getShort() & 0xffff;
        in.position(34);
        in.position(35 + (in.get() & 0xff));
        int suite = in.getShort() & 0xffff;
        in.get();
        int length = in.hasRemaining() ? in.getShort() & 0xffff : 0;
        if (length != in.remaining()) {
          return Optional.empty();
        }
        while (in.hasRemaining()) {
          int type = in.getShort() & 0xffff;
          int size = in.getShort() & 0xffff;
          if (type == SUPPORTED_VERSIONS && size == 2) {
            version = in.getShort() & 0xffff;
          } else {
            in.position(in.position() + size);
          }
        }
        return DtlsVersion.ofCode(version).map(v -> new Chosen(v, suite));
      } catch (BufferUnderflowException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
