package dev.plumbline.client.datagram;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.LinkGroup;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks one UDP port. Each question has a socket of its own, so that a late answer is never taken
 * for one to the next question; a question without answer is sent once more, as datagrams get lost.
 */
public final class DatagramClient {
  private static final int TRIES = 2;
  private static final int MOST_DATAGRAMS = 64;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int LARGEST = 65_535;

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final Duration patience;
  private final boolean wide;
  private final Optional<LinkGroup> group;

  /**
   * @param patience how long to wait for the first answer to a question, and in all for those that
   *     follow it
   */
  public DatagramClient(ProbeContext context, Endpoint endpoint, Duration patience) {
    this(context, endpoint, patience, false, Optional.empty());
  }

  private DatagramClient(
      ProbeContext context,
      Endpoint endpoint,
      Duration patience,
      boolean wide,
      Optional<LinkGroup> group) {
    this.wide = wide;
    this.group = group;
    this.context = context;
    this.endpoint = endpoint;
    this.patience = patience;
  }

  /** The same with another patience. */
  public DatagramClient within(Duration other) {
    return new DatagramClient(context, endpoint, other, wide, group);
  }

  /** The same, which hears answers from any port of the device, and no refusals. */
  public DatagramClient hearingAllPorts() {
    return new DatagramClient(context, endpoint, patience, true, group);
  }

  /** The same, which asks a group of the link; it hears answers of the device alone. */
  public DatagramClient toGroup(LinkGroup asked) {
    return new DatagramClient(context, endpoint, patience, wide, Optional.of(asked));
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** The first datagram that comes back. */
  public Reply ask(byte[] question) throws InterruptedException {
    return ask(question, Duration.ZERO);
  }

  /**
   * All that comes back, up to 64 datagrams.
   *
   * @param quiet after how much silence the answer counts as whole
   */
  public Reply ask(byte[] question, Duration quiet) throws InterruptedException {
    Reply reply = once(question, quiet);
    for (int i = 1; i < TRIES && reply.silent(); i++) {
      reply = once(question, quiet);
    }
    return reply;
  }

  /**
   * The first datagram that comes back to each of several questions, which are on their way at the
   * same time.
   *
   * @return in the order of the questions
   */
  public List<Reply> askEach(List<byte[]> questions) throws InterruptedException {
    List<Reply> replies = new ArrayList<>(each(questions));
    List<Integer> silent =
        IntStream.range(0, replies.size()).filter(i -> replies.get(i).silent()).boxed().toList();
    if (!silent.isEmpty()) {
      List<Reply> again = each(silent.stream().map(questions::get).toList());
      for (int i = 0; i < silent.size(); i++) {
        replies.set(silent.get(i), again.get(i));
      }
    }
    return replies;
  }

  private List<Reply> each(List<byte[]> questions) throws InterruptedException {
    List<DatagramChannel> channels = new ArrayList<>();
    Reply[] replies = new Reply[questions.size()];
    Arrays.fill(replies, new Reply(List.of(), false, ""));
    int open = 0;
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < questions.size(); i++) {
        try {
          DatagramChannel channel = send(questions.get(i));
          channels.add(channel);
          channel.register(selector, SelectionKey.OP_READ, i);
          open++;
        } catch (IOException e) {
          replies[i] = failed(List.of(), e);
        }
      }
      long end = System.nanoTime() + patience.toNanos();
      while (open > 0 && end - System.nanoTime() > 0) {
        selector.select(millis(end - System.nanoTime()));
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          int number = (Integer) key.attachment();
          replies[number] = received((DatagramChannel) key.channel());
          if (!replies[number].silent()) {
            key.cancel();
            open--;
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new IllegalStateException("this machine cannot wait for datagrams", e);
    } finally {
      channels.forEach(DatagramClient::close);
    }
    return List.of(replies);
  }

  private DatagramChannel send(byte[] question) throws IOException, InterruptedException {
    if (group.isPresent()) {
      return context.sendToGroup(endpoint, group.get(), question);
    }
    return wide
        ? context.sendDatagramHearingAllPorts(endpoint, question)
        : context.sendDatagram(endpoint, question);
  }

  /** Whether something came, and from the device. */
  private boolean isOurs(@Nullable SocketAddress from) {
    return from instanceof InetSocketAddress at
        && at.getAddress().equals(InetAddress.ofLiteral(endpoint.address()));
  }

  private Reply received(DatagramChannel channel) {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    try {
      if (!isOurs(channel.receive(buffer))) {
        return new Reply(List.of(), false, "");
      }
      byte[] datagram = new byte[buffer.flip().remaining()];
      buffer.get(datagram);
      return new Reply(List.of(datagram), false, "");
    } catch (IOException e) {
      return failed(List.of(), e);
    }
  }

  private static Reply failed(List<byte[]> got, IOException e) {
    return e instanceof PortUnreachableException
        ? new Reply(got, got.isEmpty(), "")
        : new Reply(got, false, String.valueOf(e.getMessage()));
  }

  private static void close(DatagramChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // There is nothing left to close.
    }
  }

  /** What comes back to one that is sent a single time, whatever becomes of it. */
  public Reply once(byte[] question) throws InterruptedException {
    return once(question, Duration.ZERO);
  }

  private Reply once(byte[] question, Duration quiet) throws InterruptedException {
    List<byte[]> got = new ArrayList<>();
    try (Selector selector = Selector.open();
        DatagramChannel channel = send(question)) {
      channel.register(selector, SelectionKey.OP_READ);
      long end = System.nanoTime() + patience.toNanos();
      long last = end;
      ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
      int bytes = 0;
      while (Math.min(last, end) - System.nanoTime() > 0) {
        selector.select(millis(Math.min(last, end) - System.nanoTime()));
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped");
        }
        selector.selectedKeys().clear();
        if (isOurs(channel.receive(buffer.clear()))) {
          byte[] datagram = new byte[buffer.flip().remaining()];
          buffer.get(datagram);
          got.add(datagram);
          bytes += datagram.length;
          if (quiet.isZero() || got.size() == MOST_DATAGRAMS || bytes > MOST_BYTES) {
            break;
          }
          end = got.size() == 1 ? System.nanoTime() + patience.toNanos() : end;
          last = System.nanoTime() + quiet.toNanos();
        }
      }
      return new Reply(got, false, "");
    } catch (IOException e) {
      return failed(got, e);
    }
  }

  private static long millis(long nanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
  }
}
