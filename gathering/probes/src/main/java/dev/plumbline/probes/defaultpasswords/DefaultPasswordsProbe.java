package dev.plumbline.probes.defaultpasswords;

import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.client.recordedlogins.DeclaredPause;
import dev.plumbline.client.recordedlogins.LoginInterfaces;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginDefaultPassword;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries passwords that others know. What opens the device is named by its list, never by itself.
 */
public final class DefaultPasswordsProbe implements Probe {

  private final ProbeSpec spec = ProbeSpec.load(DefaultPasswordsProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.product().credentials().stream().map(Credential::password).forEach(context::redact);
    context.product().samples().forEach(s -> context.redact(s.password()));
    LoginInterfaces doors = new LoginInterfaces(context, LoginWords.load());
    WrongPasswords wrong = new WrongPasswords(context.clock());
    context.each(
        Services.all(context),
        s -> s.endpoint().toString(),
        service -> {
          Optional<LoginInterfaces.Found> found = doors.of(service);
          if (found.isPresent() && found.get().asksPassword()) {
            tryAll(context, service, found.get(), wrong);
          }
        });
  }

  private static void tryAll(
      ProbeContext context, Service service, LoginInterfaces.Found found, WrongPasswords wrong)
      throws InterruptedException {
    List<PasswordTrialResult> results = new ArrayList<>();
    found.blocked().forEach(reason -> results.add(new PasswordTrialResult.Unknown(reason)));
    if (context.product().loginBudget().wrongAttempts() <= 0) {
      results.add(new PasswordTrialResult.Unknown("product.yaml allows no login attempts."));
    } else {
      for (LoginInterface door : found.doors()) {
        Duration pause = DeclaredPause.of(context, service.endpoint().toString());
        results.add(new KnownPasswords(context, door, wrong, pause).run());
      }
    }
    record(context, service.endpoint().toString(), results);
  }

  /** What was tried at each door. */
  private static List<String> inAll(List<Set<String>> variants) {
    Set<String> common = new TreeSet<>(variants.isEmpty() ? Set.of() : variants.getFirst());
    variants.forEach(common::retainAll);
    return List.copyOf(common);
  }

  /** What one open door proves stands; that none is open needs an answer from each. */
  private static void record(
      ProbeContext context, String subject, List<PasswordTrialResult> results) {
    List<LoginDefaultPassword.Accepted> accepted = new ArrayList<>();
    Set<String> lists = new LinkedHashSet<>();
    Set<String> stopped = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    Set<String> untried = new TreeSet<>();
    List<Set<String>> variants = new ArrayList<>();
    long waited = 0;
    long tried = 0;
    long of = 0;
    for (PasswordTrialResult result : results) {
      switch (result) {
        case PasswordTrialResult.Unknown u -> unknown.add(u.reason());
        case PasswordTrialResult.Tried t -> {
          t.accepted().forEach(c -> accepted.add(c.fact()));
          lists.add(t.list() + " (" + t.of() + ")");
          if (!t.stopped().isEmpty()) {
            stopped.add(t.stopped());
          }
          untried.addAll(t.untried());
          variants.add(new TreeSet<>(t.variants()));
          waited += t.waited();
          tried += t.tried();
          of += t.of();
        }
      }
    }
    if (accepted.isEmpty() && !unknown.isEmpty()) {
      context.undetermined(LoginDefaultPassword.class, subject, String.join(" ", unknown));
      return;
    }
    context.seen(
        subject,
        new LoginDefaultPassword(
            accepted,
            String.join("; ", lists),
            Optional.of(inAll(variants)),
            Optional.of(waited),
            Optional.of(tried),
            Optional.of(of),
            Optional.of(List.copyOf(untried)),
            stopped.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", stopped))));
  }
}
