package dev.plumbline.probes.bruteforceresistance;

import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.client.recordedlogins.LoginInterfaces;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginBruteForce;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends a declared number of wrong logins to each login, and tells what the device did. */
public final class BruteForceResistanceProbe implements Probe {

  private final ProbeSpec spec = ProbeSpec.load(BruteForceResistanceProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.product().credentials().stream().map(Credential::password).forEach(context::redact);
    LoginInterfaces doors = new LoginInterfaces(context, LoginWords.load());
    WrongPasswords wrong = new WrongPasswords(context.clock());
    context.each(
        Services.all(context),
        s -> s.endpoint().toString(),
        service -> {
          Optional<LoginInterfaces.Found> found = doors.of(service);
          if (found.isPresent() && found.get().asksPassword()) {
            guess(context, service, found.get(), wrong);
          }
        });
  }

  private static void guess(
      ProbeContext context, Service service, LoginInterfaces.Found found, WrongPasswords wrong)
      throws InterruptedException {
    String subject = service.endpoint().toString();
    int budget = context.product().loginBudget().bruteForceAttempts();
    if (budget <= 0) {
      context.undetermined(
          LoginBruteForce.class, subject, "product.yaml does not allow the brute-force test.");
      return;
    }
    Instant start = context.clock().instant();
    List<BruteForceAttempt.Result.Seen> seen = new ArrayList<>();

    List<String> unknown = new ArrayList<>(found.blocked());
    for (LoginInterface door : found.doors()) {
      switch (new BruteForceAttempt(context, door, subject, wrong).run()) {
        case BruteForceAttempt.Result.Seen s -> seen.add(s);
        case BruteForceAttempt.Result.Unknown u -> unknown.add(door.kind() + ": " + u.reason());
      }
    }
    // The door that resists least is the one that an attacker takes.
    Optional<BruteForceAttempt.Result.Seen> weakest =
        seen.stream()
            .filter(s -> !s.resisted())
            .findFirst()
            .or(() -> unknown.isEmpty() ? seen.stream().findFirst() : Optional.empty());
    if (weakest.isEmpty()) {
      context.undetermined(LoginBruteForce.class, subject, String.join(" ", unknown));
      return;
    }
    long seconds = Duration.between(start, context.clock().instant()).toSeconds();
    context.seen(subject, weakest.get().fact().over(seconds, seen.size()));
  }
}
