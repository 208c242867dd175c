package dev.plumbline.probe.run.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Tries with Java's own channels, on every system. */
public final class ChannelTries implements PortTries {
  private final Network network;
  private final InetAddress address;
  private final Selector selector;
  private final Map<Integer, SocketChannel> waiting = new HashMap<>();

  ChannelTries(Network network, InetAddress address) throws IOException {
    this.network = network;
    this.address = address;
    this.selector = Selector.open();
  }

  @Override
  public Answer start(int port) throws IOException {
    SocketChannel channel;
    try {
      channel = network.channel(address);
    } catch (IOException e) {
      return Answer.NONE;
    }
    Answer answer = Answer.NONE;
    try {
      channel.configureBlocking(false);
      channel.connect(new InetSocketAddress(address, port));
      // A near device has answered by now; asking at once is cheaper than waiting for the news.
      answer = answer(channel);
      if (answer == Answer.WAITING) {
        channel.register(selector, SelectionKey.OP_CONNECT, port);
        waiting.put(port, channel);
      }
    } catch (IOException e) {
      answer = failed(e);
    } finally {
      if (answer != Answer.WAITING) {
        closeQuietly(channel);
      }
    }
    return answer;
  }

  @Override
  public void settle(long millis, Listener listener) throws IOException {
    if (millis > 0) {
      selector.select(millis);
    } else {
      selector.selectNow();
    }
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      SelectionKey key = ready.next();
      ready.remove();
      int port = (Integer) key.attachment();
      SocketChannel channel = (SocketChannel) key.channel();
      Answer answer = answer(channel);
      if (answer != Answer.WAITING) {
        abandon(port);
        listener.settled(port, answer);
      }
    }
  }

  private static Answer answer(SocketChannel channel) {
    try {
      if (!channel.finishConnect()) {
        return Answer.WAITING;
      }
      // On our own machine the kernel may choose the asked port as our source port, and the two
      // ends of our own socket meet. Nobody listens there.
      return channel.getLocalAddress().equals(channel.getRemoteAddress())
          ? Answer.REFUSED
          : Answer.OPEN;
    } catch (IOException e) {
      return failed(e);
    }
  }

  private static Answer failed(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof ConnectException && message.contains("refused")) {
      return Answer.REFUSED;
    }
    // Whoever resets a connection had taken it; a closed port refuses.
    return message.contains("reset") ? Answer.OPEN : Answer.NONE;
  }

  @Override
  public void abandon(int port) {
    SocketChannel channel = waiting.remove(port);
    if (channel != null) {
      closeQuietly(channel);
    }
  }

  private static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // There is nothing left to close.
    }
  }

  @Override
  public void close() throws IOException {
    waiting.values().forEach(ChannelTries::closeQuietly);
    waiting.clear();
    selector.close();
  }
}
