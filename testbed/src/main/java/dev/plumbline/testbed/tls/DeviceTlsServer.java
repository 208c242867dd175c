package dev.plumbline.testbed.tls;

import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.DHStandardGroups;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/** One TLS handshake of a device, with what its settings allow and nothing else. */
final class DeviceTlsServer extends DefaultTlsServer {
  private static final List<Integer> CURVES = List.of(NamedGroup.x25519, NamedGroup.secp256r1);

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

  /** The library would take every curve that it knows, down to 112 bits; a device takes two. */
  @Override
  protected int selectECDH(int minimumCurveBits) {
    int[] offered = context.getSecurityParametersHandshake().getClientSupportedGroups();
    return offered == null
        ? NamedGroup.secp256r1
        : Arrays.stream(offered).filter(CURVES::contains).findFirst().orElse(-1);
  }

  @Override
  protected int getMaximumNegotiableCurveBits() {
    int[] offered = context.getSecurityParametersHandshake().getClientSupportedGroups();
    return offered == null || Arrays.stream(offered).anyMatch(CURVES::contains)
        ? super.getMaximumNegotiableCurveBits()
        : 0;
  }

  /** Refuses, as servers do, before it says hello to a client whose signatures it will not make. */
  @Override
  public int getSelectedCipherSuite() throws IOException {
    Vector<Object> sound = withoutSha1(context.getSecurityParametersHandshake().getClientSigAlgs());
    if (sound != null && sound.stream().noneMatch(this::canBeMade)) {
      throw new TlsFatalAlert(AlertDescription.handshake_failure);
    }
    return super.getSelectedCipherSuite();
  }

  private boolean canBeMade(Object algorithm) {
    SignatureAndHashAlgorithm a = (SignatureAndHashAlgorithm) algorithm;
    boolean newest = TlsUtils.isTLSv13(context);
    return identity.rsa()
        ? a.getSignature() == (newest ? rsaPss() : SignatureAlgorithm.rsa)
        : a.getSignature() == SignatureAlgorithm.ecdsa
            && (!newest || a.getHash() == HashAlgorithm.sha256);
  }

  /** What TLS 1.3 agrees keys on; the library would take all that it knows. */
  @Override
  public int[] getSupportedGroups() {
    return CURVES.stream().mapToInt(Integer::intValue).toArray();
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
    return TlsUtils.chooseSignatureAndHashAlgorithm(context, withoutSha1(offered), signature);
  }

  /** The library would sign by SHA-1 where a client offers nothing else. */
  @SuppressWarnings("JdkObsolete") // The library asks for it.
  private static @Nullable Vector<Object> withoutSha1(@Nullable Vector<?> offered) {
    if (offered == null) {
      return null;
    }
    Vector<Object> sound = new Vector<>();
    for (Object each : offered) {
      if (each instanceof SignatureAndHashAlgorithm a && a.getHash() > HashAlgorithm.sha224) {
        sound.add(a);
      }
    }
    return sound;
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
