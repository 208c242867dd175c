package dev.plumbline.probes.updatefetch;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probes.driven.ScriptedDevice;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A rig that looks for updates in clear text, without a pause. */
final class FetchingDevice implements AutoCloseable {
  static final String TOKEN = "t0k3n-of-this-unit";

  private final ScriptedDevice rig;
  private final String from;
  private final Endpoint server;
  private final boolean reads;
  private final Habit habit;
  private Optional<byte[]> kept = Optional.empty();
  private volatile boolean over;

  /** What it does with an image. */
  enum Habit {
    SOUND,
    /** Installs it when it looks and finds another one. */
    LATE,
    NEVER,
    LOOKS_ELSEWHERE
  }

  private FetchingDevice(
      ScriptedDevice rig, String from, Endpoint server, boolean reads, Habit habit) {
    this.rig = rig;
    this.from = from;
    this.server = server;
    this.reads = reads;
    this.habit = habit;
  }

  /**
   * @param reads whether it reads the text beside the image, and believes its digest
   */
  static FetchingDevice start(
      ScriptedDevice rig, String from, Endpoint server, boolean reads, Habit habit) {
    FetchingDevice fetching = new FetchingDevice(rig, from, server, reads, habit);
    Thread.ofVirtual().start(fetching::look);
    return fetching;
  }

  private void look() {
    while (!over) {
      try {
        once();
      } catch (IOException e) {
        // Nobody serves yet, or it broke off; it looks again.
        Thread.onSpinWait();
      }
    }
  }

  private void once() throws IOException {
    if (habit == Habit.LOOKS_ELSEWHERE) {
      get("/other");
      return;
    }
    String text = reads ? new String(get("/fw/latest.json"), StandardCharsets.UTF_8) : "";
    byte[] image = get("/fw/camera.bin");
    if (image.length == 0 || (reads && !text.contains(Digest.of(image).hex()))) {
      return;
    }
    if (habit == Habit.SOUND) {
      rig.take(image);
    } else if (habit == Habit.LATE) {
      if (kept.isPresent() && !Arrays.equals(kept.get(), image)) {
        rig.take(kept.get());
      }
      kept = Optional.of(image);
    }
  }

  /** The body; empty where it is not whole. */
  private byte[] get(String path) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(server.address(), server.port()));
      socket
          .getOutputStream()
          .write(
              ("GET " + path + "?unit=1 HTTP/1.1\r\nAuthorization: Bearer " + TOKEN + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      byte[] all = in.readAllBytes();
      String head = new String(all, StandardCharsets.ISO_8859_1);
      int end = head.indexOf("\r\n\r\n") + 4;
      String length = head.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
      return end > 4 && length.equals(Integer.toString(all.length - end)) && head.contains(" 200 ")
          ? Arrays.copyOfRange(all, end, all.length)
          : new byte[0];
    }
  }

  @Override
  public void close() {
    over = true;
  }
}
