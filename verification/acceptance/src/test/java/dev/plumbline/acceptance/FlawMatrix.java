package dev.plumbline.acceptance;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tests devices in several states, one after the other, in a network of their own; started by
 * {@link BothWaysTest}. What was seen once is judged under both editions, and of a sound device a
 * ruling is kept for each.
 *
 * <p>With a flaw only its {@link AffectedProbes} run; what the other probes saw of the same device
 * without the flaw stands. What these onlookers said without the flaw is dropped, so that nothing
 * of it can come back in a place where they now say nothing.
 */
final class FlawMatrix {
  private static final String FIRST = "run-1";
  private static final String AGAIN = "run-2";
  private static final String FACTORY_DEFAULT = "factory-default";

  /** Opened example dossiers, each once. */
  private static final Map<String, Workspace> EXAMPLES = new HashMap<>();

  /** A mute device says nothing however long one waits. */
  private static final Limits BRIEF =
      Limits.usual().hurried(Duration.ofSeconds(2), Duration.ofSeconds(60));

  private FlawMatrix() {}

  /**
   * The directory for the results, then states: a file a state, in it a line a unit. Of several
   * that were started with the same states, one tests each of them.
   */
  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[0]);
    for (String argument : List.of(args).subList(1, args.length)) {
      long began = System.nanoTime();
      DeviceState state = DeviceState.parse(argument);
      if (take(state, out)) {
        judge(state, state.flaw().isPresent() ? again(state, out) : whole(state, out), out);
        System.out.println(state + " " + (System.nanoTime() - began) / 1_000_000 + " ms");
      }
    }
  }

  /** Whether nobody else tests the state; from now on, this process does. */
  private static boolean take(DeviceState state, Path out) throws IOException {
    try {
      Files.createFile(out.resolve(state + ".taken"));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  static Path results(Path out, DeviceState state) {
    return out.resolve(state + ".txt");
  }

  /** A line for each item: edition, unit, subject, verdict. */
  static Path items(Path out, DeviceState state) {
    return out.resolve(state + ".items.txt");
  }

  /** The dossier of a state, with what was seen of it. */
  static Path dossier(Path out, DeviceState state) {
    return out.resolve(state.device()).resolve(state.name());
  }

  private static List<Observation> whole(DeviceState state, Path out) throws IOException {
    String example =
        DeviceState.DOSSIERS.getOrDefault(state.device(), Map.of()).getOrDefault("3.1.3", "");
    Path copy = Repository.copyOfExample(example, dossier(out, state));
    Limits limits = state.name().equals(DeviceState.NONE) ? Limits.usual() : BRIEF;
    Rehearsal rehearsal =
        Rehearsal.of(state.spec(), copy, FIRST, Set.of(), limits, AffectedProbes.ofStates());
    List<Observation> seen = rehearsal.workspace().dossier().observations();
    if (state.name().equals(DeviceState.NONE)) {
      rule(state, seen, rehearsal.trouble(), out);
    }
    return seen;
  }

  /** The rulings on a sound device, on what the run of all probes saw of it. */
  private static void rule(
      DeviceState state, List<Observation> seen, List<String> trouble, Path out)
      throws IOException {
    List<Observation> first =
        seen.stream().filter(o -> !o.source().runId().startsWith(Rehearsal.reset(FIRST))).toList();
    for (String example : DeviceState.DOSSIERS.getOrDefault(state.device(), Map.of()).values()) {
      Workspace declared = example(example);
      Workspace tested =
          new Workspace(
              declared.folder(), declared.dossier().withObservations(first), declared.catalogue());
      Ruling.of(tested, trouble).write(FleetRun.ruling(out, example));
    }
  }

  private static Workspace example(String name) {
    return EXAMPLES.computeIfAbsent(name, n -> Rehearsal.open(Repository.at("examples/" + n)));
  }

  private static List<Observation> again(DeviceState state, Path out) throws IOException {
    Path sound = dossier(out, new DeviceState(state.device(), DeviceState.NONE));
    Path copy = Repository.copy(sound, dossier(out, state));
    tellPasswords(copy, state);
    Set<String> onlookers = state.onlookers();
    Set<String> afterReset =
        state.flaw().filter(f -> f.shows().contains(FACTORY_DEFAULT)).isPresent()
            ? onlookers
            : Set.of();
    return Rehearsal.of(state.spec(), copy, AGAIN, onlookers, Limits.usual(), afterReset)
        .workspace()
        .dossier()
        .observations()
        .stream()
        .filter(
            o ->
                o.source().runId().startsWith(AGAIN)
                    || !o.source().state().equals("initialized")
                    || !onlookers.contains(o.source().producer()))
        .toList();
  }

  /** The maker's list and credentials are those of the units, with the flaw too. */
  private static void tellPasswords(Path dossier, DeviceState state) throws IOException {
    Map<String, Settings> flawed = state.spec().units();
    for (Map.Entry<String, Settings> unit : DeviceSpec.named(state.device()).units().entrySet()) {
      String before = unit.getValue().required("password");
      String now = flawed.getOrDefault(unit.getKey(), unit.getValue()).required("password");
      replace(dossier.resolve("samples.csv"), "," + before, "," + now);
      replace(dossier.resolve("product.yaml"), ": " + before, ": \"" + now + '"');
    }
  }

  private static void replace(Path file, String before, String now) throws IOException {
    Files.writeString(file, Files.readString(file).replace(before, now));
  }

  private static void judge(DeviceState state, List<Observation> seen, Path out)
      throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> items = new ArrayList<>();
    LocalDate day = LocalDate.now(Clock.systemUTC());
    DeviceState.DOSSIERS
        .getOrDefault(state.device(), Map.of())
        .forEach(
            (edition, example) -> {
              Workspace workspace = example(example);
              new Assessor(workspace.catalogue())
                  .judge(workspace.dossier().withObservations(seen), CryptoPolicies.load(), day)
                  .groups()
                  .flatMap(g -> g.cases().stream())
                  .flatMap(c -> c.units().stream())
                  .forEach(
                      u -> {
                        lines.add(edition + "\t" + u.unit().id() + "\t" + UnitProof.word(u));
                        u.items()
                            .forEach(
                                i ->
                                    items.add(
                                        String.join(
                                            "\t",
                                            edition,
                                            u.unit().id().toString(),
                                            i.item().id().subject(),
                                            i.verdict().toString())));
                      });
            });
    Files.write(items(out, state), items);
    Files.write(results(out, state), lines);
  }
}
