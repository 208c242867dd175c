package dev.plumbline.probes.declaredlogins;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.recordedlogins.LoginInterfaces;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginDeclared;
import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tries the declared logins once, so that a wrong one is told before anything rests on it. */
public final class DeclaredLoginsProbe implements Probe {
  /** Fewer than any device locks after. */
  private static final int MOST_REFUSALS = 2;

  private final ProbeSpec spec = ProbeSpec.load(DeclaredLoginsProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    LoginInterfaces doors = new LoginInterfaces(context, LoginWords.load());
    context.each(
        Services.all(context),
        s -> s.endpoint().toString(),
        service -> {
          Optional<LoginInterfaces.Found> found = doors.of(service);
          if (found.isPresent() && found.get().asksPassword()) {
            new Answers(context, service.endpoint().toString()).of(found.get());
          }
        });
  }

  /** What the logins of one endpoint say. */
  private static final class Answers {
    private final ProbeContext context;
    private final String subject;
    private final Set<String> accepted = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final Set<String> mechanisms = new TreeSet<>();
    private final Set<String> tried = new TreeSet<>();
    private String why;
    private boolean session;

    Answers(ProbeContext context, String subject) {
      this.context = context;
      this.subject = subject;
      this.why = "product.yaml has no credentials.";
    }

    void of(LoginInterfaces.Found found) throws InterruptedException {
      found.blocked().forEach(reason -> why = reason);
      for (LoginInterface door : found.doors()) {
        at(door.patient(Duration.ofSeconds(context.product().loginBudget().waitSeconds())));
      }
      refused.removeAll(accepted);
      if (accepted.isEmpty() && refused.isEmpty()) {
        context.undetermined(LoginDeclared.class, subject, why);
        return;
      }
      context.seen(
          subject,
          new LoginDeclared(
              List.copyOf(accepted),
              List.copyOf(refused),
              List.copyOf(mechanisms),
              List.copyOf(tried)));
    }

    private void at(LoginInterface door) throws InterruptedException {
      int refusals = 0;
      for (Credential credential : context.product().credentials()) {
        if (refusals == MOST_REFUSALS) {
          return;
        }
        if (!context.takeLoginAttempt(door.mechanism())) {
          why = "loginBudget.wrongAttempts of product.yaml leaves no login attempt.";
          return;
        }
        context.redact(credential.password());
        try {
          Attempt attempt = door.attempt(credential.user(), credential.password());
          mechanisms.add(door.kind());
          tried.add(credential.role());
          switch (attempt.outcome()) {
            case ACCEPTED -> {
              context.giveBackLoginAttempt(door.mechanism());
              if (!door.isShut()) {
                why = "What is behind it is open without a login too, so its answer says nothing.";
                return;
              }
              accepted.add(credential.role());
              sessions(door, credential);
            }
            case REFUSED -> {
              refusals++;
              refused.add(credential.role());
            }
            case LOCKED -> {
              context.giveBackLoginAttempt(door.mechanism());
              why = "It takes no logins for now: " + attempt.sign();
              return;
            }
            case UNCLEAR -> why = "Its answer says neither yes nor no: " + attempt.sign();
          }
        } catch (IOException e) {
          why = "No answer to a login: " + e.getMessage();
          return;
        }
      }
    }

    /** What tokens made by hand open; a login that ends its other sessions leaves that unknown. */
    private void sessions(LoginInterface door, Credential credential) throws InterruptedException {
      if (session) {
        return;
      }
      try {
        Optional<LoginSession> tried =
            door.forgeSession(
                credential,
                keys(context.product()),
                context::leftAltered,
                context.allows(Intrusiveness.STRESS));
        tried.ifPresent(t -> context.seen(subject, t));
        session = tried.isPresent();
      } catch (IOException e) {
        // That the login was accepted stands; of its tokens nothing is known.
        session = false;
      }
    }

    private static List<String> keys(Product product) {
      return Stream.concat(
              Stream.of(product.model(), product.serial(), product.mac()).filter(k -> !k.isBlank()),
              DataFile.lines(LoginInterface.class, "token-keys.txt").stream())
          .toList();
    }
  }
}
