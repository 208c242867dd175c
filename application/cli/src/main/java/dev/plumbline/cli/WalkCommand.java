package dev.plumbline.cli;

import dev.plumbline.app.Deciding;
import dev.plumbline.app.Walk;
import dev.plumbline.app.original.OriginalWordings;
import dev.plumbline.app.team.Recording;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.CryptoPolicies;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.WorkCard;
import dev.plumbline.view.CardText;
import dev.plumbline.view.Json;
import dev.plumbline.view.RecordingText;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline walk DIR}. */
@Command(
    name = "walk",
    mixinStandardHelpOptions = true,
    description =
        "Leads a person through the items that wait for one, station by station, with a work card"
            + " each: what to do, what to look for, what to record, what was gathered already.",
    footer = {
      "",
      "Each decision is kept at once; stop with Ctrl-C or 'q' and start again to go on.",
      "Photos are kept without the data that says where and when they were taken.",
      "",
      "Examples:",
      "  plumbline walk my-camera --by 'A. Assessor'",
      "  plumbline walk my-camera --station opened       only what needs the casing open",
      "  plumbline walk my-camera --cards > cards.txt    print the cards and ask nothing",
      "  plumbline walk my-camera --cards --all          the cards of every item"
    })
final class WalkCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides; asked for otherwise.")
  private Optional<String> by = Optional.empty();

  @Option(names = "--station", paramLabel = "ID", description = "Only this station.")
  private Optional<String> station = Optional.empty();

  @Option(names = "--cards", description = "Print the cards and ask nothing.")
  private boolean cards;

  @Option(names = "--all", description = "With --cards: decided items too.")
  private boolean all;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AuthorOption author;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Opened opened = dossier.judgeable(spec.commandLine().getErr());
    Assessment assessment = Judging.judge(opened, CryptoPolicies.load());
    List<Observation> seen = opened.workspace().orElseThrow().dossier().observations();
    List<WorkCard> walk =
        (all ? Walk.ofAll(assessment, seen) : Walk.of(assessment, seen))
            .cards().stream()
                .filter(c -> station.isEmpty() || station.get().equals(c.station().id()))
                .toList();
    if (format.json()) {
      out.println(Json.of(walk.stream().map(WalkCommand::json).toList()));
      return ExitCode.OK.code();
    }
    CardText text =
        new CardText(
            out,
            Style.ofTerminal(),
            OriginalWordings.of(assessment.catalogue().edition().id(), System.getenv()));
    overview(walk, out);
    if (cards) {
      print(walk, text);
      return ExitCode.OK.code();
    }
    return walk(opened, assessment, walk, text, out).code();
  }

  private static void overview(List<WorkCard> walk, PrintWriter out) {
    out.println(
        walk.size() + (walk.size() == 1 ? " item waits" : " items wait") + " for a person.");
    Map<String, Integer> counts = new LinkedHashMap<>();
    walk.forEach(c -> counts.merge(c.station().id(), 1, Integer::sum));
    counts.forEach((id, count) -> out.printf("  %-16s %4d%n", id, count));
  }

  private static void print(List<WorkCard> walk, CardText text) {
    String station = "";
    for (int i = 0; i < walk.size(); i++) {
      WorkCard card = walk.get(i);
      if (!station.equals(card.station().id())) {
        station = card.station().id();
        text.station(card);
      }
      text.card(card, (i + 1) + " of " + walk.size());
    }
  }

  private ExitCode walk(
      Opened opened, Assessment before, List<WorkCard> walk, CardText text, PrintWriter out)
      throws IOException {
    Asking asking =
        new Asking(
            out, new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    Optional<String> name = by.isPresent() ? by : asking.line("Your name (q to stop): ");
    String station = "";
    int open = 0;
    for (int i = 0; i < walk.size() && name.isPresent(); i++) {
      WorkCard card = walk.get(i);
      if (!station.equals(card.station().id())) {
        station = card.station().id();
        text.station(card);
      }
      text.card(card, (i + 1) + " of " + walk.size());
      Optional<Answer> answer = asking.answer();
      if (answer.isEmpty()) {
        out.println("Stopped; start again to go on.");
        return ExitCode.UNDECIDED;
      }
      if (answer.get().finding().isEmpty()) {
        open++;
        continue;
      }
      Workspace workspace = opened.workspace().orElseThrow();
      Recording<?> recording =
          Deciding.decide(
              author.recorder(workspace, name.get()),
              workspace.dossier(),
              before,
              card.item(),
              answer.get().finding().get(),
              answer.get().evidence(),
              Instant.now(Clock.systemUTC()));
      if (!(recording instanceof Recording.Stored<?>)) {
        RecordingText.refusal(recording).forEach(l -> out.println(Text.safe(l)));
        open++;
        continue;
      }
      out.println("Recorded.");
    }
    if (name.isEmpty()) {
      return ExitCode.UNDECIDED;
    }
    out.println(
        open == 0
            ? "Done. 'plumbline judge " + dossier.directory() + "' shows the verdicts."
            : open + " left open; start again to go on.");
    return open == 0 ? ExitCode.OK : ExitCode.UNDECIDED;
  }

  /**
   * @param finding empty when the item is left open for now
   */
  private record Answer(Optional<Finding> finding, List<Path> evidence) {}

  private record Asking(PrintWriter out, BufferedReader in) {
    /** A line that is not empty; empty at the end of the input or for 'q'. */
    Optional<String> line(String prompt) throws IOException {
      while (true) {
        out.print(prompt);
        out.flush();
        String line = in.readLine();
        if (line == null || line.strip().equalsIgnoreCase("q")) {
          out.println();
          return Optional.empty();
        }
        if (!line.isBlank()) {
          return Optional.of(line.strip());
        }
      }
    }

    Optional<Answer> answer() throws IOException {
      while (true) {
        Optional<String> verdict =
            line("p pass, f fail, i inconclusive, n not applicable, s leave open, q stop: ");
        if (verdict.isEmpty()) {
          return Optional.empty();
        }
        if (verdict.get().equals("s")) {
          return Optional.of(new Answer(Optional.empty(), List.of()));
        }
        if (!verdict.get().matches("[pfin]")) {
          out.println("Type one of: p pass, f fail, i cannot tell, n not applicable.");
          continue;
        }
        Optional<String> because = line("Because: ");
        if (because.isEmpty()) {
          return Optional.empty();
        }
        return files().map(f -> new Answer(Optional.of(finding(verdict.get(), because.get())), f));
      }
    }

    private static Finding finding(String letter, String because) {
      return switch (letter) {
        case "p" -> new Finding.Holds(because);
        case "f" -> new Finding.Violated(because, "See the reason.");
        case "i" -> new Finding.Undetermined(because);
        default -> new Finding.NotApplicable(because);
      };
    }

    /** Files that are there; asks again while one is not. */
    private Optional<List<Path>> files() throws IOException {
      while (true) {
        Optional<String> told = line("Evidence files, separated by commas (- for none): ");
        if (told.isEmpty()) {
          return Optional.empty();
        }
        if (told.get().equals("-")) {
          return Optional.of(List.of());
        }
        List<Path> files =
            Stream.of(told.get().split(",")).map(String::strip).map(Path::of).toList();
        List<Path> missing = files.stream().filter(f -> !Files.isRegularFile(f)).toList();
        if (missing.isEmpty()) {
          return Optional.of(files);
        }
        out.println("There is no file " + Text.safe(missing.getFirst().toString()) + ".");
      }
    }
  }

  private static Map<String, Object> json(WorkCard c) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("item", c.item().toString());
    json.put("station", c.station().id());
    json.put("asked", c.question());
    c.sample().ifPresent(s -> json.put("howMuch", s));
    json.put("declared", c.declared());
    json.put("do", c.work());
    json.put("lookFor", c.lookFor());
    json.put("record", c.keep());
    json.put("gathered", c.gathered());
    json.put("now", c.state());
    c.suggestion().ifPresent(s -> json.put("suggested", s));
    json.put("decide", c.decide());
    return json;
  }
}
