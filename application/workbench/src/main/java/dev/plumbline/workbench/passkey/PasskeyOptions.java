package dev.plumbline.workbench.passkey;

import dev.plumbline.app.account.Account;
import dev.plumbline.app.account.Passkey;
import dev.plumbline.workbench.passkey.Challenges.Challenge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a browser is asked for, as the JSON that WebAuthn level 3 (5.1.8, 5.1.9) has it read. */
final class PasskeyOptions {
  private static final String REQUIRED = "required";

  private PasskeyOptions() {}

  /** To log in: any passkey of this server that the person chooses. */
  static Map<String, Object> login(Challenge challenge) {
    Map<String, Object> options = common(challenge);
    options.put("rpId", challenge.called().host());
    options.put("allowCredentials", List.of());
    options.put("userVerification", REQUIRED);
    return options;
  }

  /**
   * To make a passkey that can log in without a name.
   *
   * @param handle by which authenticators know the account
   * @param known passkeys of the account; one authenticator makes no second one
   */
  static Map<String, Object> making(
      Challenge challenge, Account account, String handle, List<Passkey> known) {
    Map<String, Object> options = common(challenge);
    options.put("rp", Map.of("id", challenge.called().host(), "name", "Plumbline"));
    options.put(
        "user", Map.of("id", handle, "name", account.name(), "displayName", account.person()));
    options.put(
        "pubKeyCredParams",
        PasskeyProof.algorithms().stream()
            .map(a -> Map.of("type", "public-key", "alg", a.getValue()))
            .toList());
    options.put(
        "excludeCredentials",
        known.stream().map(p -> Map.of("type", "public-key", "id", p.id())).toList());
    options.put(
        "authenticatorSelection",
        Map.of("residentKey", REQUIRED, "requireResidentKey", true, "userVerification", REQUIRED));
    options.put("attestation", "none");
    return options;
  }

  private static Map<String, Object> common(Challenge challenge) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("challenge", challenge.bytes().text());
    options.put("timeout", Challenges.VALID.toMillis());
    return options;
  }
}
