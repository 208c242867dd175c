package dev.plumbline.judging.fact;

import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginDeclared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A login of product.yaml that the device refused wherever it answered clearly, and accepted
 * nowhere.
 *
 * @param endpoints where it was refused
 */
public record RefusedLogin(Credential credential, List<String> endpoints) {
  public RefusedLogin {
    endpoints = List.copyOf(endpoints);
  }

  /** Those of a product, in its order. */
  public static List<RefusedLogin> of(Product product, List<Observation> observations) {
    List<RefusedLogin> refused = new ArrayList<>();
    for (Credential credential : product.credentials()) {
      List<String> endpoints = new ArrayList<>();
      boolean accepted = false;
      for (Observation o : observations) {
        Optional<LoginDeclared> told = o.as(LoginDeclared.class);
        accepted |= told.filter(t -> t.accepted().contains(credential.role())).isPresent();
        if (told.filter(t -> t.refused().contains(credential.role())).isPresent()) {
          endpoints.add(o.subject());
        }
      }
      if (!accepted && !endpoints.isEmpty()) {
        refused.add(new RefusedLogin(credential, endpoints));
      }
    }
    return refused;
  }

  /** What is wrong, where, and what to do. */
  public String sentence() {
    return credential.place()
        + ": the login of role '"
        + credential.role()
        + "' was refused at "
        + String.join(", ", endpoints)
        + " and accepted nowhere, so that what needs it stays open. Correct its user and password"
        + " under test.credentials in product.yaml, then run again.";
  }
}
