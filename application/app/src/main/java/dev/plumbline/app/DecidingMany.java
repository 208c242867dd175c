package dev.plumbline.app;

import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.team.ProposedDecision;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.team.SeenState;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.exchange.Verdicts;
import dev.plumbline.exchange.source.StatedVerdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records the verdicts of a table or of documents, each under the rules of a single decision: an
 * item of the plan, a person, a reason. All or none, unless a part is wanted.
 */
public final class DecidingMany {
  private final Assessment before;
  private final Optional<String> by;
  private final Path folder;
  private final Problems problems = new Problems();
  private final Map<ItemId, Wanted> wanted = new LinkedHashMap<>();
  private int known;

  private DecidingMany(Assessment before, Optional<String> by, Path folder) {
    this.before = before;
    this.by = by;
    this.folder = folder;
  }

  /**
   * What a table asks to record.
   *
   * @param wanted one decision an item
   * @param known how many are on record already, word for word
   * @param problems rows that cannot be recorded, and why
   */
  public record Read(List<Wanted> wanted, int known, List<Problem> problems) {
    public Read {
      wanted = List.copyOf(wanted);
      problems = List.copyOf(problems);
    }
  }

  /**
   * A decision to be recorded.
   *
   * @param evidence files to keep with it
   */
  public record Wanted(
      Judged judged, Finding finding, String by, List<Path> evidence, Place place) {
    public Wanted {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Reads a table or documents; records nothing.
   *
   * @param file a file that ends in .csv, .xlsx or .md, or a folder of .md files
   * @param by who decided where the file names nobody
   */
  public static Read read(Path file, Assessment before, Optional<String> by) {
    Path folder =
        Files.isDirectory(file)
            ? file
            : Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    DecidingMany many = new DecidingMany(before, by, folder);
    Verdicts.read(file, many.problems).forEach(many::take);
    return new Read(List.copyOf(many.wanted.values()), many.known, many.problems.sorted());
  }

  /**
   * Records them in one go; each is bound to what its item rests on.
   *
   * @param seen the dossier that the table was read for
   */
  public static RecordingResult<Decision> record(
      DecisionRecorder recorder, Dossier seen, List<Wanted> all, Instant at) throws IOException {
    List<ProposedDecision> proposed = new ArrayList<>();
    for (Wanted w : all) {
      proposed.add(
          new ProposedDecision(
              w.judged().item().id(),
              w.finding(),
              SeenState.of(seen, w.judged()),
              w.by(),
              Deciding.attachments(w.evidence()),
              false));
    }
    return recorder.decide(proposed, at);
  }

  private void take(StatedVerdict stated) {
    List<Judged> items = items(stated);
    Optional<String> person = stated.by().filter(b -> !b.isBlank()).or(() -> by);
    if (items.isEmpty()) {
      return;
    }
    if (person.isEmpty()) {
      problems.error(
          "PLB-9554",
          stated.place(),
          "The verdict at " + stated.unit() + " does not say who decided.",
          "Name the person in the file ('Assessor: …', a column By), or give --by NAME.");
      return;
    }
    if (stated.reason().isBlank()) {
      problems.error(
          "PLB-9555",
          stated.place(),
          "The verdict at " + stated.unit() + " has no reason.",
          "Write the reason beside the verdict.");
      return;
    }
    List<Path> files = new ArrayList<>();
    String reason = reason(stated, files);
    for (Judged item : items) {
      if (isKnown(item, stated, person.get())) {
        known++;
        continue;
      }
      put(item, new Wanted(item, finding(stated, reason), person.get(), files, stated.place()));
    }
  }

  /** Whether the same person said the same in the same words, and nothing changed since. */
  private static boolean isKnown(Judged item, StatedVerdict stated, String person) {
    return !item.stale()
        && item.decision()
            .filter(d -> d.by().equals(person))
            .filter(d -> d.finding().verdict() == stated.verdict())
            .filter(d -> d.finding().reason().strip().equals(stated.reason().strip()))
            .isPresent();
  }

  private void put(Judged item, Wanted now) {
    Optional<Wanted> then = Optional.ofNullable(wanted.putIfAbsent(item.item().id(), now));
    if (then.isPresent() && !then.get().finding().verdict().equals(now.finding().verdict())) {
      problems.error(
          "PLB-9556",
          now.place(),
          item.item().id()
              + " is "
              + now.finding().verdict()
              + " here and "
              + then.get().finding().verdict()
              + " at "
              + then.get().place()
              + ".",
          "Keep one of them.");
    }
  }

  /** The items that a verdict is about. */
  private List<Judged> items(StatedVerdict stated) {
    List<Judged> of =
        before.items().filter(i -> i.item().id().unit().value().equals(stated.unit())).toList();
    if (of.isEmpty()) {
      problems.error(
          "PLB-9552",
          stated.place(),
          "The plan has no item of unit " + stated.unit() + ".",
          "Remove the row, or check the number; 'plumbline plan' lists all items.");
      return List.of();
    }
    if (stated.subjects().isEmpty()) {
      return ofAll(stated, of);
    }
    List<Judged> found = new ArrayList<>();
    for (String subject : stated.subjects()) {
      List<Judged> named = of.stream().filter(i -> isNamed(i, subject)).toList();
      found.addAll(named);
      if (named.isEmpty()) {
        problems.error(
            "PLB-9553",
            stated.place(),
            "Unit " + stated.unit() + " has no item for '" + subject + "'.",
            "Its items are " + subjects(of) + ".");
      }
    }
    return found;
  }

  /** A verdict on a whole unit; which row failed, it does not say. */
  private List<Judged> ofAll(StatedVerdict stated, List<Judged> of) {
    if (stated.verdict() == Verdict.FAIL && of.size() > 1) {
      problems.error(
          "PLB-9557",
          stated.place(),
          "FAIL at " + stated.unit() + " does not say which of " + of.size() + " items fails.",
          "Name the row: " + subjects(of) + ".");
      return List.of();
    }
    return of;
  }

  private static String subjects(List<Judged> items) {
    List<String> names = items.stream().map(i -> i.item().id().subject()).toList();
    int most = Math.min(names.size(), 6);
    return String.join(", ", names.subList(0, most)) + (names.size() > most ? ", …" : "");
  }

  private static boolean isNamed(Judged item, String subject) {
    String whole = item.item().id().subject();
    boolean entry =
        item.item().second().isEmpty()
            && item.item().entry().filter(e -> e.id().equals(subject)).isPresent();
    return whole.equals(subject) || entry;
  }

  /** Evidence that is a file beside the table is kept; other evidence is named in the reason. */
  private String reason(StatedVerdict stated, List<Path> files) {
    List<String> named = new ArrayList<>();
    for (String evidence : stated.evidence()) {
      Optional<Path> file = file(evidence);
      file.ifPresent(files::add);
      if (file.isEmpty()) {
        named.add(evidence);
      }
    }
    String text = stated.reason().strip();
    String day = stated.on().map(d -> " Decided " + d + ".").orElse("");
    String also = named.isEmpty() ? "" : " Evidence: " + String.join(", ", named) + ".";
    return text + day + also;
  }

  private Optional<Path> file(String evidence) {
    try {
      Path path = folder.resolve(evidence).normalize();
      boolean inside = path.startsWith(folder.normalize());
      return inside && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(path)
          : Optional.empty();
    } catch (java.nio.file.InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Finding finding(StatedVerdict stated, String reason) {
    String remedy = stated.remedy().isBlank() ? "See the reason." : stated.remedy();
    return switch (stated.verdict()) {
      case PASS -> new Finding.Holds(reason);
      case FAIL -> new Finding.Violated(reason, remedy);
      case INCONCLUSIVE -> new Finding.Undetermined(reason);
      case NOT_APPLICABLE -> new Finding.NotApplicable(reason);
    };
  }
}
