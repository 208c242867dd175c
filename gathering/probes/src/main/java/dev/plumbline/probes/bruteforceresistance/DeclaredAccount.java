package dev.plumbline.probes.bruteforceresistance;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.dossier.Product.Credential;
import java.io.IOException;
import java.util.Optional;

/** The account that product.yaml names, after wrong logins. */
final class DeclaredAccount {
  private DeclaredAccount() {}

  /** {@code yes}, {@code no} or {@code unknown}: whether it can be used now. */
  static String usable(LoginInterface door, Optional<Credential> account)
      throws InterruptedException {
    if (account.isEmpty()) {
      return "unknown";
    }
    try {
      Attempt attempt = door.attempt(account.get().user(), account.get().password());
      return switch (attempt.outcome()) {
        case ACCEPTED -> "yes";
        case UNCLEAR -> "unknown";
        case REFUSED, LOCKED -> "no";
      };
    } catch (IOException e) {
      return "unknown";
    }
  }
}
