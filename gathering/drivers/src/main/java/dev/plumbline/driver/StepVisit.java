package dev.plumbline.driver;

import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A visitor who goes by the steps of a driver.yaml. */
final class StepVisit implements Visit {
  private final DriverFile file;
  private final Variables session;
  private final Optional<Credential> as;
  private final Doing doing;

  /** Performs a step; what it takes is put into both. */
  interface Doing {
    void step(DriverStep step, DriverAction action, Variables variables, Map<String, String> values)
        throws InterruptedException;
  }

  StepVisit(DriverFile file, List<Credential> credentials, Optional<Credential> as, Doing doing) {
    this.file = file;
    this.as = as;
    this.session =
        new Variables(
            credentials,
            as.map(c -> Map.of("user", c.user(), "password", c.password())).orElse(Map.of()));
    this.doing = doing;
  }

  @Override
  public DriverResult login() throws InterruptedException {
    return as.isPresent()
        ? perform(DriverAction.LOGIN, session)
        : new DriverResult.Missing("a login of this visitor");
  }

  /** The cookies and values of the session stay as they were, whatever the device sends. */
  @Override
  public DriverResult reach(String place) throws InterruptedException {
    Optional<AccessTrial> access = Optional.ofNullable(file.access().get(place));
    if (access.isEmpty()) {
      return new DriverResult.Missing("the place '" + place + "' in driver.yaml");
    }
    Variables own = access.get().session() ? session.copy() : session.visiting(as);
    own.put("place", place);
    // Read like a login: 401 and 403 are the device's no without being named.
    return perform(access.get().steps(), DriverAction.LOGIN, own);
  }

  @Override
  public DriverResult logout() throws InterruptedException {
    return perform(DriverAction.LOGOUT, session.copy());
  }

  private DriverResult perform(DriverAction action, Variables variables)
      throws InterruptedException {
    List<DriverStep> steps = file.actions().getOrDefault(action, List.of());
    return steps.isEmpty()
        ? new DriverResult.Missing("the action " + action.word() + " in driver.yaml")
        : perform(steps, action, variables);
  }

  private DriverResult perform(List<DriverStep> steps, DriverAction action, Variables variables)
      throws InterruptedException {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      for (DriverStep step : steps) {
        doing.step(step, action, variables, values);
      }
      return new DriverResult.Done(values);
    } catch (StepFailure e) {
      return e.result();
    }
  }
}
