package dev.plumbline.probes.passwordchange;

import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.client.recordedlogins.LoginInterfaces;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginPasswordChange;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes each declared password through the driver, and tries the old and the new one. */
public final class PasswordChangeProbe implements Probe {

  private final ProbeSpec spec = ProbeSpec.load(PasswordChangeProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.product().credentials().stream().map(Credential::password).forEach(context::redact);
    LoginInterfaces doors = new LoginInterfaces(context, LoginWords.load());
    Map<String, Place> places = new LinkedHashMap<>();
    context.each(
        Services.all(context),
        s -> s.endpoint().toString(),
        service -> {
          doors
              .of(service)
              .filter(LoginInterfaces.Found::asksPassword)
              .ifPresent(f -> places.put(service.endpoint().toString(), new Place(f)));
        });
    Optional<String> hindrance = hindrance(context);
    if (hindrance.isPresent()) {
      places
          .keySet()
          .forEach(at -> context.undetermined(LoginPasswordChange.class, at, hindrance.get()));
      return;
    }
    DeviceDriver driver = context.driver().orElseThrow();
    List<LoginInterface> all =
        places.values().stream().flatMap(p -> p.found.doors().stream()).toList();
    WrongPasswords wrong = new WrongPasswords(context.clock());
    for (Credential login : context.product().credentials()) {
      Map<LoginInterface, PasswordChangeResult> changes =
          new ChangeTrial(context, driver, login, wrong).run(all);
      places.values().forEach(p -> p.take(login.role(), changes));
    }
    places.forEach((at, place) -> place.record(context, at));
  }

  private static Optional<String> hindrance(ProbeContext context) {
    if (context.driver().isEmpty()) {
      return Optional.of(DriverResult.needed("a driver.yaml in the dossier"));
    }
    if (!context.driver().get().offers(DriverAction.CHANGE_PASSWORD)) {
      return Optional.of(DriverResult.needed("the action change-password in driver.yaml"));
    }
    if (context.product().credentials().isEmpty()) {
      return Optional.of(DriverResult.needed("a login among the credentials of product.yaml"));
    }
    return Optional.empty();
  }

  /** What was seen at one endpoint. */
  private static final class Place {
    private final LoginInterfaces.Found found;
    private final List<LoginPasswordChange.Trial> trials = new ArrayList<>();
    private final List<String> gaps;
    private final Set<LoginInterface> told = new HashSet<>();

    Place(LoginInterfaces.Found found) {
      this.found = found;
      this.gaps = new ArrayList<>(found.blocked());
    }

    void take(String role, Map<LoginInterface, PasswordChangeResult> changes) {
      for (LoginInterface door : found.doors()) {
        switch (changes.getOrDefault(door, new PasswordChangeResult.Unknown("it was not tried"))) {
          case PasswordChangeResult.Seen s -> {
            trials.add(s.fact(role, door.kind()));
            told.add(door);
          }
          case PasswordChangeResult.OtherLogin o -> {}
          case PasswordChangeResult.Unknown u -> {
            gaps.add(door.kind() + ", " + role + ": " + u.reason());
            told.add(door);
          }
        }
      }
    }

    void record(ProbeContext context, String at) {
      found.doors().stream()
          .filter(d -> !told.contains(d))
          .map(d -> d.kind() + " takes none of the logins of product.yaml")
          .forEach(gaps::add);
      if (trials.isEmpty()) {
        context.undetermined(LoginPasswordChange.class, at, String.join("; ", gaps));
        return;
      }
      context.seen(at, new LoginPasswordChange(trials, true, gaps));
    }
  }
}
