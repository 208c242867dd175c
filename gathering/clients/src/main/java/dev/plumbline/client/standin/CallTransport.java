package dev.plumbline.client.standin;

import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.probe.ProbeContext;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Where the device calls, over TCP or in datagrams. */
public interface CallTransport extends Closeable {
  static CallTransport open(ProbeContext context, ClientTest test)
      throws IOException, InterruptedException {
    return test.listen().transport().equals("udp")
        ? new DtlsTransport(context.awaitDatagrams(test))
        : new TlsTransport(context.await(test));
  }

  /** The next call; empty when none came in time. */
  Optional<Caller> next(Duration patience) throws IOException, InterruptedException;

  @Override
  void close();

  /** The device on the line. */
  @FunctionalInterface
  interface Caller {
    CallOutcome meet(RogueServer server, ServerVariant face, boolean takesTrusted);
  }
}
