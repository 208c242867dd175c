package dev.plumbline.probes.oddmessages;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.datagram.DatagramClient;
import dev.plumbline.probes.datagram.Reply;
import java.io.IOException;
import java.time.Duration;

/** A CoAP server: an empty message is answered with a reset (RFC 7252, section 4.3). */
final class CoapTarget implements Target {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ProbeContext context;
  private final DatagramClient client;
  private int next;

  CoapTarget(ProbeContext context, Endpoint endpoint) {
    this.context = context;
    this.client = new DatagramClient(context, endpoint, PATIENCE);
  }

  @Override
  public void send(byte[] message) throws IOException, InterruptedException {
    // What comes back, if anything, is for nobody.
    context.sendDatagram(client.endpoint(), message).close();
  }

  @Override
  public Pulse pulse() throws InterruptedException {
    next++;
    byte[] ping = {0x40, 0, 0x50, (byte) next};
    Reply reply = client.ask(ping);
    if (reply.refused()) {
      return Pulse.REFUSES;
    }
    boolean well =
        reply
            .first()
            .filter(r -> r.length == 4 && r[0] == 0x70 && r[1] == 0 && r[3] == (byte) next)
            .isPresent();
    return well ? Pulse.WELL : Pulse.HANGS;
  }
}
