package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A subject with the right gets in: the declared credential works at the service, and reaches what
 * the driver says that it may. A refusal counts only when the declared delay after wrong logins was
 * over.
 */
@Decides(v211 = "5.5-4-2b", v313 = "5.5-4-2b")
public final class EntitledUsersGetAccess implements Check {
  private static final String KEY = "login.brute-force";

  @Override
  public List<String> needs() {
    return List.of(AccessMatrix.KEY, KEY);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Services services = new Services(facts);
    List<Endpoint> endpoints = services.endpoints(item);
    Questions questions = new Questions();
    services.untestable(item).forEach(questions::gap);
    if (endpoints.isEmpty()) {
      questions.gap("the service names no endpoint");
    }
    OptionalLong delay = delay(services.mechanisms(item));
    for (Endpoint endpoint : endpoints) {
      Optional<Observation> login =
          facts.observations(KEY, endpoint.toString()).stream().findFirst();
      AccessMatrix matrix = AccessMatrix.of(facts, endpoint);
      matrix.letsIn(questions);
      boolean seen = login.isPresent() && login.get().seen();
      if (!seen && matrix.entered() && isOnlyLogin(facts, endpoint)) {
        continue;
      }
      if (login.isEmpty() || !login.get().seen()) {
        questions.gap(
            "no login with the declared credential was seen at "
                + endpoint
                + login.map(o -> " (" + o.reason() + ")").orElse(""));
      } else {
        weigh(login.get(), endpoint, delay, questions);
      }
    }
    return questions.outcome(
        "",
        "Check the credential in product.yaml; if it is right, the device locks its owner out.",
        "The declared credential was accepted at " + endpoints + ".");
  }

  /** Whether a login that the driver made there can be of one row alone. */
  private static boolean isOnlyLogin(Facts facts, Endpoint endpoint) {
    Declared declared = Declared.of(facts);
    return declared.table(1).stream().filter(m -> declared.endpoints(m).contains(endpoint)).count()
        == 1;
  }

  private static void weigh(
      Observation login, Endpoint endpoint, OptionalLong delay, Questions questions) {
    questions.restsOn(login);
    switch (login.text("accountUsable")) {
      case "yes" -> {
        if (login.coverage().get("mechanisms") instanceof Number n && n.longValue() > 1) {
          questions.gap("only one of " + n + " logins at " + endpoint + " was tried to the end");
        }
      }
      case "no" -> {
        Optional<Long> waited = login.number("waitedSeconds");
        if (delay.isPresent() && waited.isPresent() && waited.get() >= delay.getAsLong()) {
          questions.against(
              endpoint
                  + " refused the declared credential "
                  + waited.get()
                  + " s after the last wrong login; the declared delay is "
                  + delay.getAsLong()
                  + " s",
              login);
        } else {
          questions.gap(
              endpoint
                  + " refused the declared credential right after wrong logins; the declared delay may not have been over");
        }
      }
      default -> questions.gap("no login with the declared credential was seen at " + endpoint);
    }
  }

  /** The longest delay that a login declares; empty where one of them declares none. */
  private static OptionalLong delay(List<IxitEntry> mechanisms) {
    return mechanisms.stream().anyMatch(m -> m.number("delaySeconds").isEmpty())
        ? OptionalLong.empty()
        : mechanisms.stream().mapToLong(m -> m.number("delaySeconds").orElse(0L)).max();
  }
}
