package dev.plumbline.client.login;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.dossier.Product.Credential;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** HTTP Basic that a server takes although no answer of it asks for it. */
public final class UnaskedBasic {
  private static final int MOST_PLACES = 3;

  private final HttpClient client;
  private final BooleanSupplier budget;

  /**
   * @param budget takes one wrong login; false when none is left
   */
  public UnaskedBasic(HttpClient client, BooleanSupplier budget) {
    this.client = client;
    this.budget = budget;
  }

  /**
   * Asks with the right password for a path that is shut, and where that opens it with a wrong one.
   *
   * @return the path that opens to the right password alone
   */
  public Optional<String> opens(Collection<String> guarded, Credential login, String wrong)
      throws InterruptedException {
    List<String> places = guarded.stream().limit(MOST_PLACES).toList();
    for (String place : places) {
      if (shut(HttpRequest.get(place), place)) {
        return open(basic(place, login.user(), login.password()), place)
                && budget.getAsBoolean()
                && shut(basic(place, login.user(), wrong), place)
            ? Optional.of(place)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static HttpRequest basic(String place, String user, String password) {
    return HttpRequest.get(place)
        .with("Authorization", HttpBasicLogin.authorization(user, password));
  }

  private boolean shut(HttpRequest request, String place) throws InterruptedException {
    return answer(request).filter(r -> HttpSession.isShut(r, place)).isPresent();
  }

  private boolean open(HttpRequest request, String place) throws InterruptedException {
    return answer(request).filter(r -> r.isOk() && !HttpSession.isShut(r, place)).isPresent();
  }

  private Optional<HttpResponse> answer(HttpRequest request) throws InterruptedException {
    try {
      return Optional.of(client.send(request).response());
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }
}
