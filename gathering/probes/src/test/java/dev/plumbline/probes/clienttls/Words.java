package dev.plumbline.probes.clienttls;

import dev.plumbline.dossier.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A caller that says some words instead of TLS. */
final class Words {
  private Words() {}

  static void say(String from, Endpoint listen, String words) {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(listen.address(), listen.port()));
      OutputStream out = socket.getOutputStream();
      out.write(words.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // Nobody listens yet, or the probe has heard enough.
    }
  }
}
