package dev.plumbline.workbench.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.client.AuthenticationExtensionsClientOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import dev.plumbline.app.account.Passkey;
import dev.plumbline.app.account.Passkeys.Owned;
import dev.plumbline.workbench.passkey.Challenges.Bytes;
import dev.plumbline.workbench.passkey.Challenges.Challenge;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what an authenticator signed: the kind of ceremony, the challenge, the exact origin, the
 * relying party, that a person was there and was verified, and the signature (WebAuthn level 3, 7.1
 * and 7.2). Which model of authenticator it is, nobody asks.
 */
final class PasskeyProof {
  /** Longer keys would keep us busy for their own sake. */
  private static final int LONGEST_CREDENTIAL = 3072;

  private static final boolean VERIFIED = true;
  private static final boolean PRESENT = true;

  private final WebAuthnManager manager;
  private final AttestedCredentialDataConverter credentials;

  PasskeyProof() {
    ObjectConverter converter = new ObjectConverter();
    this.manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    this.credentials = new AttestedCredentialDataConverter(converter);
  }

  /** What may sign, in the order in which we like it. */
  static List<COSEAlgorithmIdentifier> algorithms() {
    return List.of(
        COSEAlgorithmIdentifier.ES256,
        COSEAlgorithmIdentifier.EdDSA,
        COSEAlgorithmIdentifier.RS256);
  }

  /**
   * The passkey that a browser made.
   *
   * @param answer of the browser, the JSON of its credential
   */
  Passkey made(String answer, Challenge challenge, Instant now) throws RefusedPasskeyException {
    try {
      RegistrationData data = manager.parseRegistrationResponseJSON(answer);
      manager.verify(
          data,
          new RegistrationParameters(
              server(challenge),
              algorithms().stream()
                  .map(
                      a -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, a))
                  .toList(),
              VERIFIED,
              PRESENT));
      var authenticator =
          Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData made =
          Objects.requireNonNull(authenticator.getAttestedCredentialData());
      byte[] credential = credentials.convert(made);
      if (credential.length > LONGEST_CREDENTIAL) {
        throw new RefusedPasskeyException("its key is too long");
      }
      return new Passkey(
          Bytes.of(made.getCredentialId()).text(),
          Bytes.of(credential).text(),
          challenge.called().host(),
          authenticator.getSignCount(),
          authenticator.isFlagBE(),
          now.truncatedTo(ChronoUnit.SECONDS),
          Optional.empty(),
          challenge.name());
    } catch (RuntimeException e) {
      // Whatever a stranger sends is no defect of ours; the library throws more than it says.
      throw new RefusedPasskeyException(e);
    }
  }

  /** What a browser sent to log in, before anything of it is proved. */
  record Claim(AuthenticationData data, String id, String handle) {}

  /**
   * Reads it.
   *
   * @param answer of the browser, the JSON of its credential
   */
  Claim claim(String answer) throws RefusedPasskeyException {
    try {
      AuthenticationData data = manager.parseAuthenticationResponseJSON(answer);
      return new Claim(
          data,
          Bytes.of(data.getCredentialId()).text(),
          Bytes.of(Objects.requireNonNull(data.getUserHandle())).text());
    } catch (RuntimeException e) {
      throw new RefusedPasskeyException(e);
    }
  }

  /**
   * Proves a claim.
   *
   * @return the counter of signatures
   */
  long proved(Claim claim, Challenge challenge, Owned owned) throws RefusedPasskeyException {
    Passkey passkey = owned.passkey();
    if (!claim.id().equals(passkey.id())
        || !claim.handle().equals(owned.handle())
        || !passkey.host().equals(challenge.called().host())) {
      throw new RefusedPasskeyException("it belongs to another account or server");
    }
    try {
      AuthenticationData data = claim.data();
      // Nothing compares the client data of the registration; those of the login stand for them.
      CredentialRecordImpl known =
          new CredentialRecordImpl(
              new NoneAttestationStatement(),
              true,
              passkey.synced(),
              false,
              passkey.counter(),
              credentials.convert(new Bytes(passkey.credential()).plain()),
              new AuthenticationExtensionsAuthenticatorOutputs<>(),
              Objects.requireNonNull(data.getCollectedClientData()),
              new AuthenticationExtensionsClientOutputs<>(),
              Set.of());
      manager.verify(
          data,
          new AuthenticationParameters(
              server(challenge),
              known,
              List.of(new Bytes(passkey.id()).plain()),
              VERIFIED,
              PRESENT));
      return Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
    } catch (MaliciousCounterValueException e) {
      throw RefusedPasskeyException.counter(e);
    } catch (RuntimeException e) {
      throw new RefusedPasskeyException(e);
    }
  }

  private static ServerProperty server(Challenge challenge) {
    return ServerProperty.builder()
        .origin(new Origin(challenge.called().origin()))
        .rpId(challenge.called().host())
        .challenge(new DefaultChallenge(challenge.bytes().plain()))
        .build();
  }
}
