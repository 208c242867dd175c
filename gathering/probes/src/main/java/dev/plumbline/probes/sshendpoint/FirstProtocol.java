package dev.plumbline.probes.sshendpoint;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether a server that claims the first protocol really speaks it. */
final class FirstProtocol {
  private static final int PUBLIC_KEY = 2;
  private static final int MAX_PACKET = 32 * 1024;

  private FirstProtocol() {}

  /** The connection on which it sent the keys of the first protocol; empty if it did not. */
  static Optional<Wire> spoken(ProbeContext context, Endpoint endpoint)
      throws InterruptedException {
    try (Wire wire = context.connect(endpoint, SshDialogue.PATIENCE)) {
      if (!Identification.read(wire, SshDialogue.PATIENCE).claimsFirstProtocol()) {
        return Optional.empty();
      }
      wire.send("SSH-1.5-Plumbline\n".getBytes(StandardCharsets.US_ASCII));
      SshReader head = new SshReader(wire.readExactly(4, SshDialogue.PATIENCE));
      int length = head.u8() << 24 | head.u8() << 16 | head.u8() << 8 | head.u8();
      if (length < 5 || length > MAX_PACKET) {
        return Optional.empty();
      }
      // Padding to a multiple of eight, never none, stands before the type.
      int padding = 8 - length % 8;
      byte[] packet = wire.readExactly(padding + length, SshDialogue.PATIENCE);
      return packet[padding] == PUBLIC_KEY ? Optional.of(wire) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
