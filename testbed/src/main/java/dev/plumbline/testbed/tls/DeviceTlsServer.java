package dev.plumbline.testbed.tls;

import dev.plumbline.testbed.net.Settings;
import java.io.IOException;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.DHStandardGroups;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** One TLS handshake of a device, with what its settings allow and nothing else. */
final class DeviceTlsServer extends DefaultTlsServer {
  private final BcTlsCrypto bc;
  private final TlsIdentity identity;
  private final Settings settings;

  DeviceTlsServer(BcTlsCrypto crypto, TlsIdentity identity, Settings settings) {
    super(crypto);
    this.bc = crypto;
    this.identity = identity;
    this.settings = settings;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return Suites.versions(settings.on("versions"));
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return TlsUtils.getSupportedCipherSuites(
        bc, Suites.numbers(settings.on("suites"), identity.rsa()));
  }

  @Override
  protected boolean preferLocalCipherSuites() {
    return settings.flag("serverOrder", true);
  }

  @Override
  public TlsDHConfig getDHConfig() throws IOException {
    return settings.flag("weakDh", false)
        ? new TlsDHConfig(DHStandardGroups.rfc2409_1024)
        : super.getDHConfig();
  }

  @Override
  public TlsCredentials getCredentials() throws IOException {
    if (TlsUtils.isTLSv13(context)) {
      return signer(choose(identity.rsa() ? rsaPss() : SignatureAlgorithm.ecdsa));
    }
    return super.getCredentials();
  }

  private static short rsaPss() {
    return SignatureAlgorithm.rsa_pss_rsae_sha256;
  }

  @Override
  protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
    return signer(choose(SignatureAlgorithm.ecdsa));
  }

  @Override
  protected TlsCredentialedSigner getRSASignerCredentials() throws IOException {
    return signer(choose(SignatureAlgorithm.rsa));
  }

  @Override
  protected TlsCredentialedDecryptor getRSAEncryptionCredentials() throws IOException {
    return new BcDefaultTlsCredentialedDecryptor(bc, chain(), identity.key());
  }

  private SignatureAndHashAlgorithm choose(short signature) throws IOException {
    if (signature == rsaPss()) {
      return SignatureAndHashAlgorithm.rsa_pss_rsae_sha256;
    }
    Vector<?> offered = context.getSecurityParametersHandshake().getClientSigAlgs();
    return TlsUtils.chooseSignatureAndHashAlgorithm(context, offered, signature);
  }

  private TlsCredentialedSigner signer(SignatureAndHashAlgorithm algorithm) throws IOException {
    return new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context), bc, identity.key(), chain(), algorithm);
  }

  private Certificate chain() throws IOException {
    return identity.certificate(
        bc, TlsUtils.isTLSv13(context) ? Optional.of(TlsUtils.EMPTY_BYTES) : Optional.empty());
  }
}
