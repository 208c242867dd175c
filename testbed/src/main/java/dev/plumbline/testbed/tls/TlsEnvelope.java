package dev.plumbline.testbed.tls;

import dev.plumbline.testbed.net.Conversation;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * Wraps a conversation in TLS. Settings: {@code versions} and {@code suites} (names to flags),
 * {@code serverOrder}, {@code weakDh}, {@code certificate}. The JDK's TLS cannot offer what bad
 * devices offer, so Bouncy Castle's own protocol stack is used, without any provider registered.
 */
public final class TlsEnvelope {
  private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
  private final Settings settings;
  private final TlsIdentity identity;

  private TlsEnvelope(Settings settings, TlsIdentity identity) {
    this.settings = settings;
    this.identity = identity;
  }

  /** Takes the key and certificate of a part, which are made at its first start. */
  public static TlsEnvelope of(PartContext part) throws IOException {
    return of(part.settings().child("tls"), TlsIdentity.of(part));
  }

  /** Takes a key and a certificate that are there already. */
  public static TlsEnvelope of(Settings settings, TlsIdentity identity) {
    return new TlsEnvelope(settings, identity);
  }

  public Conversation around(Conversation inner) {
    return (in, out) -> talk(inner, in, out);
  }

  private void talk(Conversation inner, InputStream in, OutputStream out) throws IOException {
    TlsServerProtocol protocol = new TlsServerProtocol(in, out);
    protocol.accept(new DeviceTlsServer(crypto, identity, settings));
    inner.talk(protocol.getInputStream(), protocol.getOutputStream());
    protocol.close();
  }
}
