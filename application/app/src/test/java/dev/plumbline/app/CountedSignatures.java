package dev.plumbline.app;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the signatures that the thread makes and verifies until it is closed. */
final class CountedSignatures extends Provider implements AutoCloseable {
  private static final long serialVersionUID = 1;
  private static final String ALGORITHM = "Ed25519";

  private final transient Thread owner = Thread.currentThread();
  private final transient AtomicInteger signed = new AtomicInteger();
  private final transient AtomicInteger verified = new AtomicInteger();

  private CountedSignatures() {
    super("CountedSignatures", "1", "Counts signatures and lets the platform make them");
    String real = Security.getProviders("Signature." + ALGORITHM)[0].getName();
    putService(
        new Service(this, "Signature", ALGORITHM, Counting.class.getName(), List.of(), Map.of()) {
          @Override
          public Object newInstance(Object parameter) {
            return new Counting(real);
          }
        });
  }

  static CountedSignatures begin() {
    CountedSignatures counted = new CountedSignatures();
    Security.insertProviderAt(counted, 1);
    return counted;
  }

  int signed() {
    return signed.get();
  }

  int verified() {
    return verified.get();
  }

  @Override
  public void close() {
    Security.removeProvider(getName());
  }

  private void count(AtomicInteger what) {
    if (Thread.currentThread().equals(owner)) {
      what.incrementAndGet();
    }
  }

  private final class Counting extends SignatureSpi {
    private final Signature platform;

    Counting(String provider) {
      try {
        this.platform = Signature.getInstance(ALGORITHM, provider);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      platform.initVerify(key);
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      platform.initSign(key);
    }

    @Override
    protected void engineUpdate(byte b) throws SignatureException {
      platform.update(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) throws SignatureException {
      platform.update(bytes, from, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
      count(signed);
      return platform.sign();
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
      count(verified);
      return platform.verify(signature);
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new InvalidParameterException(name);
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new InvalidParameterException(name);
    }
  }
}
