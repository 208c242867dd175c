package dev.plumbline.importing;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.FrameNumbers;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.FactException;
import dev.plumbline.observation.Unanswered;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.recording.Recorder;
import dev.plumbline.recording.Redactor;
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

  private static final int SHOWN = 5;

  /** A shorter one would be found by chance. */
  private static final int SHORTEST_SECRET = 4;

  private sealed interface Told {
    Class<? extends Fact> kind();

    record Seen(String subject, Recorder.Written fact, FrameNumbers frames) implements Told {
      @Override
      public Class<? extends Fact> kind() {
        return fact.kind();
      }
    }

    record Unknown(Class<? extends Fact> kind, String subject, String reason) implements Told {}
  }

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
  private final Map<String, EntryCount> counted = new LinkedHashMap<>();
  private final Redactor redactor = new Redactor();
  private final Recorder recorder = new Recorder(redactor);
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
  public List<Observation> earlier(Class<? extends Fact> kind) {
    return surroundings.observations().stream()
        .filter(o -> o.seen() && o.is(kind))
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
  public void seen(String subject, Fact fact) {
    seen(subject, fact, FrameNumbers.NONE);
  }

  @Override
  public void seen(String subject, Fact fact, FrameNumbers frames) {
    try {
      add(new Told.Seen(AddressForms.subject(subject), Recorder.written(fact), frames));
    } catch (FactException e) {
      // A defect of the importer, which no file may use to end the program.
      String key = Kinds.key(fact.getClass());
      leftOut(key + " of " + subject + ", which is no fact of its kind: " + e.getMessage(), 0);
      String reason = "what was read is no fact of its kind: " + e.getMessage();
      undetermined(fact.getClass(), subject, reason);
    }
  }

  @Override
  public void undetermined(Class<? extends Fact> kind, String subject, String reason) {
    add(new Told.Unknown(kind, AddressForms.subject(subject), reason));
  }

  private void add(Told fact) {
    String key = Kinds.key(fact.kind());
    if (!spec.produces().contains(key)) {
      throw new IllegalStateException(spec.id() + " does not say that it produces " + key);
    }
    if (facts.size() >= Recorder.MOST) {
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
          "Check whether the skipped part matters; everything else was imported.");
    }
  }

  @Override
  public void counted(String what, long held, long kept) {
    counted.merge(
        what,
        new EntryCount(what, held, kept),
        (a, b) -> new EntryCount(what, a.held() + b.held(), a.kept() + b.kept()));
  }

  @Override
  public void redact(String secret) {
    if (secret.length() >= SHORTEST_SECRET) {
      redactor.addEverywhere(secret);
    }
  }

  /** What came of it; nothing is kept where more was found than can be. */
  ImportReport report(Instant made) {
    if (tooMany) {
      problems.error(
          "PLB-8005",
          place,
          "The file holds more than " + Recorder.MOST + " facts.",
          "Limit the scan to the device.");
      return new ImportReport(spec.id(), run, List.of(), List.of(), problems.sorted());
    }
    tellOthers();
    tellLost();
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
        spec.id(),
        run,
        facts.stream().map(f -> observation(f, at)).toList(),
        List.copyOf(counted.values()),
        problems.sorted());
  }

  private void tellLost() {
    for (EntryCount c : counted.values()) {
      if (!c.complete()) {
        problems.warning(
            "PLB-8006",
            place,
            "Left out: " + (c.held() - c.kept()) + " of " + c.held() + " " + c.what() + ".",
            "Nothing follows from what is not in the observations; look into the file itself.");
      }
    }
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

  /** At the end, when all secrets are known. */
  private Observation observation(Told fact, Instant at) {
    Observation.Source source =
        new Observation.Source(
            spec.id(),
            spec.version(),
            product.softwareVersion(),
            product.unit(),
            product.state(),
            runId,
            at);
    return switch (fact) {
      case Told.Seen s ->
          recorder.seen(s.subject(), s.fact(), source, Optional.of(evidence.showing(s.frames())));
      case Told.Unknown u ->
          recorder.unanswered(
              u.subject(), u.reason(), Unanswered.of(u.kind()), source, Optional.of(evidence));
    };
  }
}
