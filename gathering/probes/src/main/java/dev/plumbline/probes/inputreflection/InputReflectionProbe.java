package dev.plumbline.probes.inputreflection;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.client.login.Services;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.http.InputReflection;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a harmless marker into the parameters of open pages and looks whether it comes back raw. */
public final class InputReflectionProbe implements Probe {

  /** Kinds of page that reading them with a parameter more does not change. */
  private static final Set<String> HARMLESS = Set.of("page", "login");

  private final ProbeSpec spec = ProbeSpec.load(InputReflectionProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<String> names = DataFile.lines(InputReflectionProbe.class, "names.txt");
    context.each(
        Services.speaking(context, "http"),
        s -> s.endpoint().toString(),
        service -> {
          Optional<HttpSurface> surface =
              Services.fact(context, HttpSurface.class, service.endpoint());
          String subject = service.endpoint().toString();
          if (surface.isEmpty()) {
            context.undetermined(
                InputReflection.class, subject, "Which pages are open is not known.");
            return;
          }
          HttpClient client =
              new HttpClient(context, service.endpoint(), service.tls(), HttpLimits.PAGE);
          MarkerTrial trial = new MarkerTrial(context, client, names);
          trial.run(pages(surface.get()));
          record(context, subject, trial);
        });
  }

  private static List<String> pages(HttpSurface surface) {
    return surface.open().stream()
        .filter(o -> HARMLESS.contains(o.kind()))
        .map(HttpSurface.Open::path)
        .filter(path -> path.matches("/[!-~]*") && !RiskyLinks.isRisky(path))
        .toList();
  }

  private static void record(ProbeContext context, String subject, MarkerTrial trial) {
    if (trial.evidence().isPresent()) {
      context.seen(subject, trial.fact(), trial.evidence());
    } else if (trial.fellSilent()) {
      context.undetermined(
          InputReflection.class,
          subject,
          "It stopped answering after " + trial.tried() + " parameters.");
    } else if (trial.tried() == 0) {
      context.undetermined(
          InputReflection.class,
          subject,
          trial.marked() == 0
              ? "No page that is open without a login takes a parameter, so that nothing was tried."
              : "None of " + trial.marked() + " parameters got a whole answer.");
    } else {
      context.seen(subject, trial.fact());
    }
  }
}
