package dev.plumbline.checks.crypto;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.LaterLook;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.checks.data.Disclosed;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Name and version that the device shows are those that were reviewed; a device that shows neither
 * passes by the text of the case.
 */
public final class ImplementationsAreTheReviewedOnes implements Check {
  private static final TableRole TABLE = TableRole.SECURITY_IMPLEMENTATIONS;

  private static final String QUESTION = "Does it show the reviewed version, or none?";
  private static final Remedy READ =
      new Remedy.RunProbe(List.of("service-identification", "http-surface"));

  /** A number with a point, and what belongs to it. */
  private static final BoundedPattern VERSION =
      BoundedPattern.compile("(?<![\\w.])[vV]?\\d+\\.\\d[\\w.+~-]*");

  @Override
  public List<String> needs() {
    return NetworkFacts.needs(Kinds.key(ServiceDisclosed.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    if (row.text("product").isBlank() || row.text("version").isBlank()) {
      return Outcome.undetermined(
          "Row " + row.id() + " does not name its implementation in 'product' and 'version'.");
    }
    NetworkFacts network = NetworkFacts.of(facts);
    Questions questions = new Questions();
    Asked search =
        questions.ask("Was every service found and recognised?", facts.product().model());
    network.searched(Set.of()).gaps().forEach(g -> search.left(g));
    if (!network.unrecognised().isEmpty()) {
      search.left("nobody recognised the service at " + network.unrecognised());
    }
    network.ports().stream()
        .findFirst()
        .ifPresent(o -> search.answered(o, network.open().size() + " services were found"));
    questions.restsOn(network.ports());
    new LaterLook(facts).tell(questions);
    List<IxitEntry> rows = Declared.of(facts).table(TABLE);
    for (Seen<ServiceIdentified> service : facts.seen(ServiceIdentified.class)) {
      weigh(row, rows, service, asked(questions, service.observation()));
    }
    for (Seen<ServiceDisclosed> read : facts.seen(ServiceDisclosed.class)) {
      disclosed(row, read.observation(), facts, asked(questions, read.observation()));
      questions.lookedAt(read.fact().looked() + " of " + read.subject());
    }
    network.open().stream()
        .filter(e -> facts.newestSeen(ServiceDisclosed.class, e.toString()).isEmpty())
        .forEach(e -> unread(facts, e, questions));
    String named = row.text("product") + " " + row.text("version");
    return questions
        .contradicting(
            Declared.place(row, "version"),
            row.id() + " was reviewed in version " + row.text("version") + ".")
        .outcome(
            "",
            "Have the version in use reviewed, or ship the reviewed one.",
            network.reach()
                + "; none of the services found there, and none of the texts read before login, shows"
                + " another version than "
                + named
                + ".");
  }

  private static Asked asked(Questions questions, Observation o) {
    return questions.ask(QUESTION, o.subject());
  }

  /** A header or a page may show a version that the first words of the service do not. */
  private static void unread(Facts facts, Endpoint endpoint, Questions questions) {
    questions
        .ask(QUESTION, endpoint.toString())
        .left(
            "what "
                + endpoint
                + " shows before login was not read"
                + facts
                    .newest(ServiceDisclosed.class, endpoint.toString())
                    .map(o -> ": " + o.reason())
                    .orElse(""),
            READ);
  }

  private static void weigh(
      IxitEntry row, List<IxitEntry> rows, Seen<ServiceIdentified> service, Asked asked) {
    Observation o = service.observation();
    String shown = service.fact().product().orElse("");
    String version = service.fact().version().orElse("");
    if (shown.isBlank()) {
      asked.answered(o, o.subject() + " shows no name of a product");
    } else if (names(row, shown)) {
      version(row, o, version, asked);
    } else if (rows.stream().noneMatch(r -> names(r, shown))) {
      asked.left(
          "no row names "
              + shown
              + ", which "
              + o.subject()
              + " shows; it may be this one by another name");
    }
    asked.answered(o, o.subject() + " shows " + shown + " " + version);
  }

  /**
   * Versions in headers, pages and descriptions, which stand there behind the name: "dropbear
   * 2024.86", or "Linux gate 6.6.58 #1 SMP x86_64".
   */
  private static void disclosed(IxitEntry row, Observation o, Facts facts, Asked asked) {
    BoundedPattern name = named(row.text("product"));
    for (Disclosed fact : Disclosed.of(o, facts)) {
      Matcher m = name.matcher(fact.text());
      if (fact.kind().equals("version") && m.find()) {
        List<String> shown =
            VERSION
                .matcher(fact.text())
                .region(m.end(), fact.text().length())
                .results()
                .map(MatchResult::group)
                .toList();
        boolean reviewed = shown.stream().anyMatch(v -> isReviewed(row, v));
        String first = shown.stream().findFirst().orElse("");
        if (m.start() > 0 && !reviewed) {
          asked.left(
              "not compared with " + row.id() + ": \"" + fact.text() + "\" at " + o.subject());
        } else {
          version(row, o, reviewed ? row.text("version") : first, asked);
        }
      }
    }
    asked.answered(o, "what " + o.subject() + " shows before login names no other version");
  }

  /** The name of a product as a word; of several words, with anything but letters between them. */
  private static BoundedPattern named(String product) {
    return BoundedPattern.compile(
        "(?i)(?<!\\p{L})"
            + Stream.of(product.strip().split("[^\\p{L}\\d]+"))
                .filter(w -> !w.isEmpty())
                .map(BoundedPattern::quote)
                .collect(Collectors.joining("[^\\p{L}\\d]*"))
            + "(?!\\p{L})");
  }

  /** A build or a patch level of the distributor behind the reviewed version is the same source. */
  private static boolean isReviewed(IxitEntry row, String shown) {
    String reviewed = row.text("version").strip();
    return shown.equalsIgnoreCase(reviewed)
        || shown
            .toLowerCase(Locale.ROOT)
            .matches(BoundedPattern.quote(reviewed.toLowerCase(Locale.ROOT)) + "[-+~_].*");
  }

  private static void version(IxitEntry row, Observation o, String version, Asked asked) {
    String reviewed = row.text("version");
    if (version.isBlank()) {
      asked.left(row.text("product") + " is shown without its version at " + o.subject());
    } else if (!isReviewed(row, version)) {
      asked.refuted(
          o,
          o.subject()
              + " runs "
              + row.text("product")
              + " "
              + version
              + ", reviewed was "
              + reviewed);
    }
  }

  private static boolean names(IxitEntry row, String shown) {
    String product = plain(row.text("product"));
    String other = plain(shown);
    return !product.isEmpty()
        && !other.isEmpty()
        && (other.contains(product) || product.contains(other));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }
}
