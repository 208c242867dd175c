package dev.plumbline.acceptance;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.NumberOrder;
import dev.plumbline.core.Place;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.exposure.Exposures;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.fact.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came out for one device, in a form that two programs can pass as lines of text.
 *
 * @param units verdict by unit; for a FAIL followed by the subjects that failed
 * @param failures reason by failed item
 * @param open reason by item that was not decided
 * @param passes items that passed, or were searched without a finding
 * @param contradictions statements that the device contradicts, {@code TABLE/ENTRY cell}
 * @param trouble probes that did not run to their end
 * @param exposures how each way in of a known attack stands, {@code STATE attack vector}
 */
record Ruling(
    SortedMap<String, String> units,
    SortedMap<String, String> failures,
    SortedMap<String, String> open,
    List<String> passes,
    List<String> contradictions,
    List<String> trouble,
    List<String> exposures) {
  private static final String TAB = "\t";

  /**
   * The ruling on what was seen.
   *
   * @param tested the dossier with its observations
   * @param trouble probes that did not run to their end, and why
   */
  static Ruling of(Workspace tested, List<String> trouble) {
    Assessment result =
        new Assessor(tested.catalogue())
            .judge(tested.dossier(), CryptoPolicies.load(), LocalDate.now(Clock.systemUTC()));
    SortedMap<String, String> units = new TreeMap<>(NumberOrder.INSTANCE);
    SortedMap<String, String> failures = new TreeMap<>(NumberOrder.INSTANCE);
    SortedMap<String, String> open = new TreeMap<>(NumberOrder.INSTANCE);
    List<String> passes = new ArrayList<>();
    result
        .groups()
        .flatMap(g -> g.cases().stream())
        .flatMap(c -> c.units().stream())
        .forEach(
            u -> {
              List<Judged> failed =
                  u.items().stream().filter(i -> i.verdict() == Verdict.FAIL).toList();
              String subjects =
                  String.join(" ", failed.stream().map(i -> i.item().id().subject()).toList());
              units.put(u.unit().id().toString(), (UnitProof.word(u) + " " + subjects).strip());
              u.items().stream()
                  .filter(i -> i.verdict() == Verdict.PASS || i.conclusion() == Conclusion.SEARCHED)
                  .forEach(i -> passes.add(i.item().id().toString()));
              failed.forEach(
                  i -> failures.put(i.item().id().toString(), oneLine(i.finding().reason())));
              u.items().stream()
                  .filter(i -> i.conclusion() == Conclusion.OPEN)
                  .forEach(i -> open.put(i.item().id().toString(), oneLine(i.finding().reason())));
            });
    List<String> contradictions =
        result.contradictions().stream()
            .map(c -> statement(tested.dossier().ixit(), c))
            .distinct()
            .sorted()
            .toList();
    return new Ruling(
        units, failures, open, passes, contradictions, List.copyOf(trouble), exposures(tested));
  }

  private static List<String> exposures(Workspace tested) {
    Facts facts =
        Facts.of(
            tested.catalogue(),
            tested.dossier(),
            CryptoPolicies.load(),
            LocalDate.now(Clock.systemUTC()));
    return Exposures.of(Attacks.load(), facts).stream()
        .map(e -> e.state() + " " + e.attack().id() + " " + e.vector().id())
        .toList();
  }

  /** The cell that a contradiction points at; its place when it is no cell of the IXIT. */
  private static String statement(Ixit ixit, Contradiction contradiction) {
    Place place = contradiction.place();
    for (List<IxitEntry> entries : ixit.tables().values()) {
      for (IxitEntry entry : entries) {
        for (Map.Entry<String, Cell> cell : entry.cells().entrySet()) {
          if (cell.getValue().place().equals(place)) {
            return entry.subject().replace("/" + IxitEntry.RECORD, "") + " " + cell.getKey();
          }
        }
        if (entry.place().equals(place)) {
          return entry.subject();
        }
      }
    }
    return place.toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    units.forEach((unit, verdict) -> lines.add("unit" + TAB + unit + TAB + verdict));
    failures.forEach((item, reason) -> lines.add("failure" + TAB + item + TAB + reason));
    open.forEach((item, reason) -> lines.add("open" + TAB + item + TAB + reason));
    passes.forEach(p -> lines.add("pass" + TAB + p));
    contradictions.forEach(c -> lines.add("contradiction" + TAB + c));
    trouble.forEach(t -> lines.add("trouble" + TAB + oneLine(t)));
    exposures.forEach(e -> lines.add("exposure" + TAB + e));
    Files.write(file, lines);
  }

  static Ruling read(Path file) throws IOException {
    Ruling ruling =
        new Ruling(
            new TreeMap<>(NumberOrder.INSTANCE),
            new TreeMap<>(NumberOrder.INSTANCE),
            new TreeMap<>(NumberOrder.INSTANCE),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (String line : Files.readAllLines(file)) {
      String[] part = line.split(TAB, -1);
      switch (part[0]) {
        case "unit" -> ruling.units().put(part[1], part[2]);
        case "failure" -> ruling.failures().put(part[1], part[2]);
        case "open" -> ruling.open().put(part[1], part[2]);
        case "pass" -> ruling.passes().add(part[1]);
        case "contradiction" -> ruling.contradictions().add(part[1]);
        case "trouble" -> ruling.trouble().add(part[1]);
        case "exposure" -> ruling.exposures().add(part[1]);
        default -> throw new IOException("not a ruling: " + line);
      }
    }
    return ruling;
  }

  /**
   * Why units have another verdict than expected, for who has to find out.
   *
   * @param expected as {@link #json}
   */
  List<String> surprises(String expected) {
    List<String> surprises = new ArrayList<>();
    for (Map.Entry<String, String> unit : units.entrySet()) {
      if (!expected.contains(line(unit))) {
        for (Map<String, String> reasons : List.of(failures, open)) {
          reasons.forEach(
              (item, reason) -> {
                if (item.startsWith(unit.getKey() + "@")) {
                  surprises.add(item + ": " + reason);
                }
              });
        }
      }
    }
    return surprises;
  }

  private static String line(Map.Entry<String, String> unit) {
    return "  \"" + unit.getKey() + "\": \"" + unit.getValue() + "\"";
  }

  /** The verdicts as JSON, one line a unit, for the expected file. */
  String json() {
    List<String> lines = new ArrayList<>();
    units.entrySet().forEach(unit -> lines.add(line(unit)));
    return "{\n" + String.join(",\n", lines) + "\n}\n";
  }
}
