package dev.plumbline.importing;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Product;
import dev.plumbline.observation.FactException;
import dev.plumbline.observation.Kinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what an importer tells, in bounded memory. */
final class GatheredReading implements Reading {
  /** Facts that are kept of one file. */
  static final int MOST_FACTS = 100_000;

  private static final int SHOWN = 5;

  private record Told(
      String key,
      String subject,
      Outcome outcome,
      Map<String, ?> value,
      Map<String, ?> coverage,
      String reason) {}

  private final ImporterSpec spec;
  private final Product product;
  private final Ixit ixit;
  private final Place place;
  private final Problems problems;
  private final EvidenceRef evidence;
  private final String runId;
  private final Surroundings surroundings;
  private final DeviceNames names;
  private final List<Told> facts = new ArrayList<>();
  private final Set<String> others = new LinkedHashSet<>();
  private final Set<String> secrets = new LinkedHashSet<>();
  private long otherCount;
  private long leftOut;
  private boolean tooMany;
  private ToolRun run = ToolRun.UNTOLD;

  GatheredReading(
      ImporterSpec spec,
      Product product,
      Ixit ixit,
      Place place,
      Problems problems,
      Digest digest,
      long size,
      String runId,
      Surroundings surroundings) {
    this.spec = spec;
    this.product = product;
    this.ixit = ixit;
    this.place = place;
    this.problems = problems;
    this.evidence = new EvidenceRef(digest, 0, size);
    this.runId = runId;
    this.surroundings = surroundings;
    this.names = DeviceNames.of(product);
  }

  @Override
  public Product product() {
    return product;
  }

  @Override
  public Ixit ixit() {
    return ixit;
  }

  @Override
  public List<Observation> earlier(String key) {
    return surroundings.observations().stream()
        .filter(o -> o.seen() && o.key().equals(key))
        .filter(o -> o.source().softwareVersion().equals(product.softwareVersion()))
        .toList();
  }

  @Override
  public Optional<String> mapping() {
    String name = place.file();
    int dot = name.indexOf('.');
    return Optional.ofNullable(
        surroundings.mappings().get(dot < 0 ? name : name.substring(0, dot)));
  }

  @Override
  public void ran(ToolRun toolRun) {
    run = toolRun;
  }

  @Override
  public boolean ofDevice(String target) {
    if (names.contain(target)) {
      return true;
    }
    otherCount++;
    if (others.size() < SHOWN) {
      others.add(target);
    }
    return false;
  }

  @Override
  public void seen(String key, String subject, Map<String, ?> value, Map<String, ?> coverage) {
    try {
      Kinds.of(key).ifPresent(kind -> kind.check(value, coverage));
    } catch (FactException e) {
      // A defect of the importer, which no file may use to end the program.
      leftOut(key + " of " + subject + ", which is no fact of its kind: " + e.getMessage(), 0);
      undetermined(key, subject, "what was read is no fact of its kind: " + e.getMessage());
      return;
    }
    add(new Told(key, subject, Outcome.SEEN, value, coverage, ""));
  }

  @Override
  public void undetermined(String key, String subject, String reason) {
    add(new Told(key, subject, Outcome.UNDETERMINED, Map.of(), Map.of(), reason));
  }

  private void add(Told fact) {
    if (!spec.produces().contains(fact.key())) {
      throw new IllegalStateException(spec.id() + " does not say that it produces " + fact.key());
    }
    if (facts.size() >= MOST_FACTS) {
      tooMany = true;
      return;
    }
    facts.add(fact);
  }

  @Override
  public void leftOut(String what, int line) {
    leftOut++;
    if (leftOut <= SHOWN) {
      problems.warning(
          "PLB-8006",
          new Place(place.file(), Math.max(0, line), 0),
          "Left out: " + what,
          "Look whether it matters; the rest was read.");
    }
  }

  @Override
  public void redact(String secret) {
    if (secret.length() >= 4) {
      secrets.add(secret);
    }
  }

  /** What came of it; nothing is kept where more was found than can be. */
  ImportReport report(Instant made) {
    if (tooMany) {
      problems.error(
          "PLB-8005",
          place,
          "The file holds more than " + MOST_FACTS + " facts.",
          "Let the tool look at the device alone.");
      return new ImportReport(spec.id(), run, List.of(), problems.sorted());
    }
    tellOthers();
    if (leftOut > SHOWN) {
      problems.warning(
          "PLB-8006", place, "Left out: " + (leftOut - SHOWN) + " more like these.", "See above.");
    }
    if (!run.version().isEmpty() && !spec.knows(run.version())) {
      problems.warning(
          "PLB-8007",
          place,
          spec.tool()
              + " "
              + Shown.of(run.version())
              + " is a version that this importer was not"
              + " tried with.",
          "Compare a few facts with the file; tried: " + String.join(", ", spec.known()) + ".");
    }
    if (facts.isEmpty()) {
      problems.warning(
          "PLB-8008",
          place,
          "The file says nothing about the device.",
          "Check that product.yaml names the address that the tool looked at.");
    }
    Instant at = run.at().orElse(made);
    return new ImportReport(
        spec.id(), run, facts.stream().map(f -> observation(f, at)).toList(), problems.sorted());
  }

  private void tellOthers() {
    if (otherCount > 0) {
      problems.warning(
          "PLB-8009",
          place,
          "Left out "
              + otherCount
              + " results of other hosts: "
              + String.join(", ", others.stream().map(Shown::of).toList())
              + (otherCount > others.size() ? ", …" : "")
              + ".",
          "If one is the device, name its address in product.yaml.");
    }
  }

  private Observation observation(Told fact, Instant at) {
    return new Observation(
        fact.key(),
        fact.subject(),
        fact.outcome(),
        masked(fact.value()),
        masked(fact.coverage()),
        maskedText(fact.reason()),
        new Observation.Source(
            spec.id(),
            spec.version(),
            product.softwareVersion(),
            product.unit(),
            product.state(),
            runId,
            at),
        Optional.of(evidence));
  }

  private Map<String, Object> masked(Map<String, ?> map) {
    Map<String, Object> masked = new LinkedHashMap<>();
    map.forEach((k, v) -> masked.put(k, masked(v)));
    return masked;
  }

  private Object masked(Object value) {
    return switch (value) {
      case String s -> maskedText(s);
      case List<?> list -> list.stream().map(v -> masked((Object) v)).toList();
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((k, v) -> copy.put(String.valueOf(k), masked((Object) v)));
        yield copy;
      }
      default -> value;
    };
  }

  private String maskedText(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, "[redacted]");
    }
    return masked;
  }
}
