package dev.plumbline.probes.passwordsamples;

import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.observation.login.PasswordSamples;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Studies the maker's samples of pre-installed passwords. Sends nothing. */
public final class PasswordSamplesProbe implements Probe {

  private final ProbeSpec spec = ProbeSpec.load(PasswordSamplesProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) {
    Map<String, List<PasswordSample>> byMechanism = new LinkedHashMap<>();
    for (IxitEntry entry : context.ixit().entries(TableRole.AUTHENTICATION_MECHANISMS)) {
      if (entry.text("factorKind").equals("password-pre-installed")) {
        byMechanism.put(entry.subject(), new ArrayList<>());
      }
    }
    for (PasswordSample sample : context.product().samples()) {
      context.redact(sample.password());
      byMechanism.computeIfAbsent(subject(context, sample), s -> new ArrayList<>()).add(sample);
    }
    Product product = context.product();
    SampleStudy study =
        new SampleStudy(List.of(product.manufacturer(), product.name(), product.model()));
    byMechanism.forEach((subject, samples) -> record(context, study, subject, samples));
  }

  private static String subject(ProbeContext context, PasswordSample sample) {
    String mechanism = sample.mechanism();
    String table = context.ixit().name(TableRole.AUTHENTICATION_MECHANISMS) + "/";
    return mechanism.startsWith(table) ? mechanism : table + mechanism;
  }

  private static void record(
      ProbeContext context, SampleStudy study, String subject, List<PasswordSample> samples) {
    if (samples.isEmpty()) {
      context.undetermined(
          PasswordSamples.class,
          subject,
          "product.yaml gives no samples of the passwords of this mechanism.");
      return;
    }
    Optional<BoundedMatch> pattern =
        context.ixit().entry(subject).flatMap(e -> BoundedMatch.of(e.text("passwordPattern")));
    long units = samples.stream().map(PasswordSample::unit).distinct().count();
    context.seen(subject, study.of(samples, pattern, units));
  }
}
