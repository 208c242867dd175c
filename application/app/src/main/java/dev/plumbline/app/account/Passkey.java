package dev.plumbline.app.account;

import dev.plumbline.core.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A passkey: a credential of WebAuthn level 3 by which a person logs in without a password.
 *
 * @param id of the credential, in base64url without padding
 * @param credential its public key with its id, as an authenticator attests them (WebAuthn, 6.5.2),
 *     in base64url without padding
 * @param host the relying party to which it belongs: it opens no server of another name
 * @param counter of signatures, as the authenticator told it last; 0 where it counts none
 * @param synced whether its maker may copy it to other devices of the person
 * @param added when the person added it
 * @param used when somebody logged in with it last
 * @param name by which the person knows it
 */
public record Passkey(
    String id,
    String credential,
    String host,
    long counter,
    boolean synced,
    Instant added,
    Optional<Instant> used,
    String name) {
  /** By which people name it: twelve digits of the digest of its id. */
  public String mark() {
    return Digest.of(id).shortForm();
  }

  /** The same after a login. */
  Passkey used(long now, Instant when) {
    return new Passkey(id, credential, host, now, synced, added, Optional.of(when), name);
  }

  /**
   * Whether a counter may follow the last one: it grows, unless the authenticator counts nothing
   * (WebAuthn, 7.2, step 22). One that does not grow is the sign of a copy.
   */
  boolean mayFollow(long next) {
    return next > counter || (next == 0 && counter == 0);
  }
}
