package dev.plumbline.acceptance;

import dev.plumbline.cli.Main;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a device and two strangers talk in a network of its own while {@code plumbline capture
 * --live} listens; started by {@link LiveCapturePeerTest}. The argument: a dossier.
 */
final class ListeningRun {
  static final String DEVICE = "127.88.1.1";
  static final String CALLED = "127.88.1.200";
  static final String STRANGER = "127.88.1.201";
  private static final int PORT = 9_999;
  private static final int PAUSE_MILLIS = 5;

  private ListeningRun() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread talk =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    talkUntil(over);
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    int code = Main.run(new String[] {"capture", args[0], "--live", "2", "--interface", "lo"});
    over.set(true);
    talk.join();
    long left = ProcessHandle.current().children().count();
    Files.writeString(Path.of(args[0], "ended"), "exit " + code + ", children " + left);
  }

  /** Whatever moment the capture begins and ends at, some of it falls in between. */
  private static void talkUntil(AtomicBoolean over) throws IOException, InterruptedException {
    try (DatagramSocket device = at(DEVICE, 0);
        DatagramSocket called = at(CALLED, PORT);
        DatagramSocket stranger = at(STRANGER, 0)) {
      byte[] word = {'h', 'i'};
      while (!over.get()) {
        device.send(new DatagramPacket(word, word.length, called.getLocalSocketAddress()));
        stranger.send(new DatagramPacket(word, word.length, called.getLocalSocketAddress()));
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static DatagramSocket at(String address, int port) throws IOException {
    return new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), port));
  }
}
