package dev.plumbline.probes.inputreflection;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probes.data.DataFile;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpLimits;
import dev.plumbline.probes.http.RiskyLinks;
import dev.plumbline.probes.login.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a harmless marker into the parameters of open pages and looks whether it comes back raw. */
public final class InputReflectionProbe implements Probe {
  private static final String REFLECTION = "input.reflection";

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
    for (Services.Service service : Services.speaking(context, "http")) {
      Optional<Observation> surface =
          Services.newest(context, "http.surface", service.endpoint()).filter(Observation::seen);
      String subject = service.endpoint().toString();
      if (surface.isEmpty()) {
        context.undetermined(REFLECTION, subject, "Which pages are open is not known.");
        continue;
      }
      HttpClient client =
          new HttpClient(context, service.endpoint(), service.tls(), HttpLimits.PAGE);
      Trial trial = new Trial(context, client, names);
      trial.run(pages(surface.get()));
      record(context, subject, trial);
    }
  }

  private static List<String> pages(Observation surface) {
    List<String> pages = new ArrayList<>();
    if (surface.value().get("open") instanceof List<?> open) {
      for (Object entry : open) {
        if (entry instanceof Map<?, ?> e
            && HARMLESS.contains(String.valueOf(e.get("kind")))
            && e.get("path") instanceof String path
            && path.matches("/[!-~]*")
            && !RiskyLinks.isRisky(path)) {
          pages.add(path);
        }
      }
    }
    return pages;
  }

  private static void record(ProbeContext context, String subject, Trial trial) {
    if (trial.evidence().isPresent()) {
      context.seen(REFLECTION, subject, trial.value(), trial.coverage(), trial.evidence().get());
    } else if (trial.fellSilent()) {
      context.undetermined(
          REFLECTION, subject, "It stopped answering after " + trial.tried() + " parameters.");
    } else if (trial.tried() == 0) {
      context.undetermined(
          REFLECTION,
          subject,
          trial.marked() == 0
              ? "No page that is open without a login takes a parameter, so that nothing was tried."
              : "None of " + trial.marked() + " parameters got a whole answer.");
    } else {
      context.seen(REFLECTION, subject, trial.value(), trial.coverage());
    }
  }
}
