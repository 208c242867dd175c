package dev.plumbline.client.standin;

import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.probe.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * The faultless server, for probes that ask what the device does there: over TLS, with a
 * certificate of the authority that the unit trusts, or in clear text where the device speaks so.
 */
public final class StandIn {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int HANDSHAKE = 22;

  private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
  private final Identities identities;
  private boolean rsa;

  private StandIn(Identities identities) {
    this.identities = identities;
  }

  /**
   * @throws IOException if the authority of the client test cannot be read
   */
  public static StandIn of(ClientTest test, Instant now) throws IOException {
    Optional<TestAuthority> trusted =
        test.authority().isPresent()
            ? Optional.of(TestAuthority.read(test.authority().get()))
            : Optional.empty();
    return new StandIn(new Identities(trusted, test.host(), now));
  }

  /**
   * A call that was answered.
   *
   * @param tls whether it is encrypted
   */
  public record Talk(InputStream in, OutputStream out, boolean tls, Closeable end)
      implements Closeable {
    @Override
    public void close() throws IOException {
      end.close();
    }
  }

  /**
   * Shakes hands where the device wants to.
   *
   * @throws IOException if it says nothing in time, or does not take the server
   */
  public Talk greet(Wire wire) throws IOException {
    Socket socket = wire.socket();
    socket.setSoTimeout((int) PATIENCE.toMillis());
    PushbackInputStream in = new PushbackInputStream(socket.getInputStream());
    int first = in.read();
    if (first < 0) {
      throw new IOException("the device called and said nothing");
    }
    in.unread(first);
    if (first != HANDSHAKE) {
      return new Talk(in, socket.getOutputStream(), false, wire);
    }
    RogueServer server =
        new RogueServer(
            crypto, ServerVariant.TRUSTED, identities.of(ServerVariant.TRUSTED, rsa), false);
    TlsServerProtocol protocol = new TlsServerProtocol(in, socket.getOutputStream());
    try {
      protocol.accept(server);
    } catch (IOException | RuntimeException e) {
      // The library stumbles over some malformed messages. A device may know no elliptic curves.
      rsa |= !server.shown();
      throw new IOException("the device does not take the faultless server: " + e.getMessage(), e);
    }
    return new Talk(
        protocol.getInputStream(),
        protocol.getOutputStream(),
        true,
        () -> {
          protocol.close();
          wire.close();
        });
  }
}
