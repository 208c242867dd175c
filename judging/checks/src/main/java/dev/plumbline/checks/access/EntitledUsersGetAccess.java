package dev.plumbline.checks.access;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.login.AccessMatrix;
import dev.plumbline.observation.login.LoginBruteForce;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A subject with the right gets in: the declared credential works at the service, and reaches what
 * the driver says that it may. A refusal counts only when the declared delay after wrong logins was
 * over.
 */
public final class EntitledUsersGetAccess implements Check {
  private static final Remedy RUN =
      new Remedy.RaiseIntrusiveness("stress", List.of("brute-force-resistance"));

  @Override
  public List<String> needs() {
    return List.of(Kinds.key(AccessMatrix.class), Kinds.key(LoginBruteForce.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    GuardedServices services = new GuardedServices(facts);
    List<Endpoint> endpoints = services.endpoints(item);
    Questions questions = new Questions();
    String service = item.id().subject();
    Questions.Asked testable =
        questions.ask("Can each login of the service be tried at its endpoints?", service);
    services.untestable(item).forEach(why -> testable.left(why));
    if (endpoints.isEmpty()) {
      testable.left("the service names no endpoint", new Remedy.AddEndpoints(service));
    }
    item.entry()
        .ifPresent(
            row ->
                testable.answeredBy(
                    row,
                    GuardedServices.MECHANISM,
                    "it names " + String.join(", ", row.texts(GuardedServices.MECHANISM))));
    OptionalLong delay = delay(services.mechanisms(item));
    for (Endpoint endpoint : endpoints) {
      AccessTrials matrix = AccessTrials.of(facts, endpoint);
      matrix.letsIn(questions);
      Optional<Observation> login =
          facts.observations(LoginBruteForce.class, endpoint.toString()).stream().findFirst();
      Optional<LoginBruteForce> tried = login.flatMap(o -> o.as(LoginBruteForce.class));
      if (tried.isEmpty() && matrix.entered() && isOnlyLogin(facts, endpoint)) {
        continue;
      }
      login.ifPresent(questions::restsOn);
      Questions.Asked opens =
          questions.ask("Does a declared credential open the login?", endpoint.toString());
      tried.ifPresentOrElse(
          t -> weigh(t, login.get(), endpoint, delay, opens),
          () ->
              opens.left(
                  "no login with the declared credential was seen at "
                      + endpoint
                      + login.map(o -> " (" + o.reason() + ")").orElse(""),
                  RUN));
    }
    return questions.outcome(
        "",
        "Check the credential in product.yaml; if it is right, the device locks its owner out.",
        "A declared credential was accepted at " + endpoints + ".");
  }

  /** Whether a login that the driver made there can be of one row alone. */
  private static boolean isOnlyLogin(Facts facts, Endpoint endpoint) {
    Declared declared = Declared.of(facts);
    return declared.table(TableRole.AUTHENTICATION_MECHANISMS).stream()
            .filter(m -> declared.endpoints(m).contains(endpoint))
            .count()
        == 1;
  }

  private static void weigh(
      LoginBruteForce login,
      Observation shows,
      Endpoint endpoint,
      OptionalLong delay,
      Questions.Asked opens) {
    switch (login.accountUsable()) {
      case "yes" -> {
        long tried = login.mechanisms().orElse(0L);
        if (tried != 1) {
          opens.left(
              tried == 0
                  ? "how many logins there are at " + endpoint + " is not recorded"
                  : "only one of " + tried + " logins at " + endpoint + " was tried to the end",
              RUN);
        }
        opens.answered(shows, "it opens the login at " + endpoint + " after wrong ones");
      }
      case "no" -> refused(login, shows, endpoint, delay, opens);
      default -> opens.left("no login with the declared credential was seen at " + endpoint, RUN);
    }
  }

  private static void refused(
      LoginBruteForce login,
      Observation shows,
      Endpoint endpoint,
      OptionalLong delay,
      Questions.Asked opens) {
    Optional<Long> waited = login.waitedSeconds();
    if (delay.isPresent() && waited.isPresent() && waited.get() >= delay.getAsLong()) {
      opens.refuted(
          shows,
          endpoint
              + " refused the declared credential "
              + waited.get()
              + " s after the last wrong login; the declared delay is "
              + delay.getAsLong()
              + " s");
    } else {
      opens.left(
          endpoint
              + " refused the declared credential right after wrong logins; the declared delay may not have been over",
          RUN);
    }
  }

  /** The longest delay that a login declares; empty where one of them declares none. */
  private static OptionalLong delay(List<IxitEntry> mechanisms) {
    return mechanisms.stream().anyMatch(m -> m.number("delaySeconds").isEmpty())
        ? OptionalLong.empty()
        : mechanisms.stream().mapToLong(m -> m.number("delaySeconds").orElse(0L)).max();
  }
}
