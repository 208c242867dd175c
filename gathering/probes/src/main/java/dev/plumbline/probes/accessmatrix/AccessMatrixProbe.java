package dev.plumbline.probes.accessmatrix;

import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.AccessMatrix;
import dev.plumbline.probe.AccessPlace;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Visit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for every place that the dossier names: without a login, with wrong ones, with the right one
 * of each role, and after its end.
 */
public final class AccessMatrixProbe implements Probe {

  private static final String BUDGET = "the budget of product.yaml leaves no login attempt";

  private final ProbeSpec spec = ProbeSpec.load(AccessMatrixProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<DeviceDriver> driver = context.driver();
    if (driver.isEmpty()) {
      context.undetermined(
          AccessMatrix.class, "DUT", DriverResult.needed("a driver.yaml in the dossier"));
      return;
    }
    List<AccessPlace> places = driver.get().places();
    if (places.isEmpty()) {
      context.undetermined(
          AccessMatrix.class,
          "DUT",
          DriverResult.needed("'access' in driver.yaml, which names what is reached by whom"));
      return;
    }
    Matrix matrix = new Matrix(places);
    reach(matrix, matrix.places(), driver.get().visit(Optional.empty()), Visitors.NOBODY);
    Map<String, Credential> logins = logins(context);
    wrongLogins(context, driver.get(), matrix, logins);
    Set<String> entered = new LinkedHashSet<>();
    for (Map.Entry<String, Credential> login : logins.entrySet()) {
      context.progress("as " + login.getKey(), 0.5);
      Visit visit = driver.get().visit(Optional.of(login.getValue()));
      if (!matrix.withSession().isEmpty() && rightLogin(matrix, visit, login.getKey())) {
        entered.add(login.getKey());
      }
      String right = Visitors.login(login.getKey());
      reach(matrix, matrix.withoutSession(), visit, right);
      if (matrix.withoutSession().stream().anyMatch(p -> matrix.reached(p, right))) {
        entered.add(login.getKey());
      }
    }
    record(context, matrix, entered);
  }

  /** The first login of each role. */
  private static Map<String, Credential> logins(ProbeContext context) {
    Map<String, Credential> logins = new LinkedHashMap<>();
    context.product().credentials().forEach(c -> logins.putIfAbsent(c.role(), c));
    return logins;
  }

  private static void reach(Matrix matrix, List<AccessPlace> places, Visit visit, String visitor)
      throws InterruptedException {
    for (AccessPlace place : places) {
      matrix.answer(place, visitor, visit.reach(place.name()));
    }
  }

  private static void wrongLogins(
      ProbeContext context, DeviceDriver driver, Matrix matrix, Map<String, Credential> logins)
      throws InterruptedException {
    WrongPasswords passwords = new WrongPasswords(context.clock());
    String invented = passwords.next();
    wrongLogin(
        context,
        driver,
        matrix,
        new Credential("", "pl-" + Integer.toHexString(invented.hashCode()), invented),
        Visitors.UNKNOWN_USER);
    Optional<Credential> known = logins.values().stream().findFirst();
    if (known.isPresent()) {
      Credential wrong = new Credential("", known.get().user(), passwords.next());
      wrongLogin(context, driver, matrix, wrong, Visitors.WRONG_PASSWORD);
    }
  }

  /** Also after a refused login: what it left behind may open the place all the same. */
  private static void wrongLogin(
      ProbeContext context, DeviceDriver driver, Matrix matrix, Credential wrong, String visitor)
      throws InterruptedException {
    context.redact(wrong.password());
    Visit visit = driver.visit(Optional.of(wrong));
    // Each request that brings a login is an attempt of its own.
    for (AccessPlace place : matrix.withoutSession()) {
      if (context.takeLoginAttempt("access-matrix")) {
        reach(matrix, List.of(place), visit, visitor);
      } else {
        matrix.notTried(place, visitor, BUDGET);
      }
    }
    List<AccessPlace> places = matrix.withSession();
    if (places.isEmpty()) {
      return;
    }
    if (!context.takeLoginAttempt("access-matrix")) {
      places.forEach(p -> matrix.notTried(p, visitor, BUDGET));
      return;
    }
    DriverResult login = visit.login();
    if (login.answered()) {
      reach(matrix, places, visit, visitor);
    } else {
      places.forEach(p -> matrix.notTried(p, visitor, login.reason()));
    }
  }

  /** Gives whether the login was taken. */
  private static boolean rightLogin(Matrix matrix, Visit visit, String role)
      throws InterruptedException {
    String right = Visitors.login(role);
    DriverResult login = visit.login();
    if (!login.done()) {
      for (AccessPlace place : matrix.withSession()) {
        matrix.notTried(place, right, "login as " + role + ": " + login.reason());
        matrix.notTried(place, Visitors.ended(role), "no session was opened");
      }
      return false;
    }
    reach(matrix, matrix.withSession(), visit, right);
    DriverResult out = visit.logout();
    for (AccessPlace place : matrix.withSession()) {
      if (!out.done()) {
        matrix.notTried(place, Visitors.ended(role), "logout: " + out.reason());
      } else if (!matrix.reached(place, right)) {
        matrix.notTried(place, Visitors.ended(role), "the session did not reach it before");
      } else {
        matrix.answer(place, Visitors.ended(role), visit.reach(place.name()));
      }
    }
    return true;
  }

  private static void record(ProbeContext context, Matrix matrix, Set<String> entered) {
    for (Endpoint endpoint : matrix.endpoints()) {
      if (matrix.controlled(endpoint)) {
        context.seen(
            endpoint.toString(),
            new AccessMatrix(matrix.rows(endpoint), true, List.copyOf(entered)));
      } else {
        context.undetermined(
            AccessMatrix.class,
            endpoint.toString(),
            "no valid login reached a resource that it is allowed to reach, so a refusal proves nothing"
                + matrix.hindrance(endpoint).map(r -> ": " + r).orElse(""));
      }
    }
  }
}
