package dev.plumbline.checks;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.fact.NamedFact;
import dev.plumbline.judging.fact.QuestionLog;
import dev.plumbline.judging.fact.QuestionLog.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a check's proposition. Each is asked of one subject and stays open until a named
 * fact answers it. What refutes outweighs what is open, and what is open outweighs all answers.
 *
 * <pre>{@code
 * Asked login = questions.ask("Does the login refuse each known password?", endpoint);
 * tried.ifPresentOrElse(
 *     o -> login.answered(o, "67 of 67 known passwords were refused"),
 *     () -> login.left("no known password was tried", new Remedy.RunProbe(List.of(PROBE))));
 * return questions.outcome("Opens with a known password: ", "Replace it.", "None of …");
 * }</pre>
 */
public final class Questions {
  private static final int MOST_SHOWN = 20;

  /** An endpoint at the beginning of a sentence stays as it is written. */
  private static final BoundedPattern ADDRESS = BoundedPattern.compile("(?:tcp|udp)/");

  private final Set<Observation> basis = new LinkedHashSet<>();
  private final Set<String> against = new LinkedHashSet<>();
  private final Set<String> gaps = new LinkedHashSet<>();
  private final Set<Remedy> remedies = new LinkedHashSet<>();
  private final List<Observation> refuting = new ArrayList<>();
  private final List<Contradiction> contradictions = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private final Set<String> lookedAt = new LinkedHashSet<>();
  private final Set<String> notLookedAt = new LinkedHashSet<>();

  /**
   * Opens a question.
   *
   * @param question a sentence with a question mark, whose answer is yes where the proposition
   *     holds
   * @param subject a row, an endpoint, a path, an account
   */
  public Asked ask(String question, String subject) {
    Asked opened = new Asked(question, subject);
    asked.add(opened);
    return opened;
  }

  /** A place that the search looked at, as a phrase with its numbers: "246 paths on port 8080". */
  public void lookedAt(String place) {
    lookedAt.add(place);
  }

  /** A place that the search knows of and left out: "the declared path /api/v1/state". */
  public void notLookedAt(String place) {
    notLookedAt.add(place);
  }

  /** All places that were looked at, in one text. */
  public String places() {
    return String.join("; ", lookedAt);
  }

  public void restsOn(Collection<Observation> observations) {
    basis.addAll(observations);
  }

  public void restsOn(Observation observation) {
    basis.add(observation);
  }

  /**
   * A clause, such as "nobody tried it".
   *
   * @param what what would close the gap
   */
  public void gap(String clause, Remedy... what) {
    gaps.add(clause);
    remedies.addAll(List.of(what));
  }

  /** The clause of what was not tested, for want of this. */
  public static String needed(String means) {
    return "Not tested; needed: " + means;
  }

  /** A clause that refutes the proposition, and what shows it. */
  public void against(String clause, Observation shows) {
    against.add(clause);
    basis.add(shows);
    refuting.add(shows);
  }

  /** A statement of the dossier that its own observation contradicts. */
  public void contradiction(Place place, String declared, String observed, Observation shows) {
    contradictions.add(new Contradiction(place, declared, observed, shows));
  }

  public boolean refuted() {
    return !against.isEmpty();
  }

  /** All that speaks against, in one text. */
  String refutation() {
    return listed(against);
  }

  /** The one statement that everything against contradicts; none when nothing does. */
  public Questions contradicting(Place place, String declared) {
    return contradicting(place, declared, "");
  }

  /**
   * The same.
   *
   * @param how what to say before the list of what speaks against
   */
  public Questions contradicting(Place place, String declared, String how) {
    if (refuted() && !declared.isBlank()) {
      contradiction(place, declared, how + refutation() + ".", refuting.getFirst());
    }
    return this;
  }

  /**
   * The finding.
   *
   * @param refuted what to say before the list of what speaks against; may be empty
   * @param holds what holds when nothing speaks against and no question is left open
   */
  public Outcome outcome(String refuted, String remedy, String holds) {
    return new Outcome(
        finding(refuted, remedy, holds), List.copyOf(basis), contradictions, questionLog());
  }

  private Finding finding(String refuted, String remedy, String holds) {
    if (refuted()) {
      return new Finding.Violated(refuted + refutation() + ".", remedy);
    }
    String unseen = unseen();
    return unseen.isEmpty()
        ? new Finding.Holds(holds)
        : new Finding.Undetermined(
            unseen,
            Stream.concat(remedies.stream(), asked.stream().flatMap(Asked::remedies))
                .distinct()
                .toList());
  }

  private QuestionLog questionLog() {
    return new QuestionLog(
        asked.stream().map(Asked::entry).toList(), List.copyOf(lookedAt), List.copyOf(notLookedAt));
  }

  /** A device with all ports open must not fill the report. */
  private static String listed(Set<String> clauses) {
    String shown = clauses.stream().limit(MOST_SHOWN).collect(Collectors.joining("; "));
    return clauses.size() <= MOST_SHOWN
        ? shown
        : shown + "; and " + (clauses.size() - MOST_SHOWN) + " more";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT);
  }

  /**
   * What was not seen, as a sentence. Questions that nobody came to speak for themselves only where
   * no other is open with a reason.
   */
  public String unseen() {
    Set<String> open = new LinkedHashSet<>(gaps);
    asked.stream().filter(q -> q.isOpen() && q.left).forEach(q -> open.add(q.text()));
    if (open.isEmpty()) {
      asked.stream().filter(Asked::isOpen).forEach(q -> open.add(q.text()));
    }
    String text = listed(open);
    return text.isEmpty()
        ? ""
        : (ADDRESS.matcher(text).lookingAt() ? text.substring(0, 1) : capital(text))
            + text.substring(1)
            + (text.endsWith(".") ? "" : ".");
  }

  /**
   * A question about one subject. The worst that is said of it counts: a refutation, then that it
   * is left open, then an answer.
   */
  public final class Asked {
    private final String question;
    private final String subject;
    private final Set<Remedy> remedies = new LinkedHashSet<>();
    private Reply reply = Reply.OPEN;
    private boolean left;
    private String text = "";
    private @Nullable NamedFact fact;

    private Asked(String question, String subject) {
      this.question = question;
      this.subject = subject;
    }

    /**
     * Answers it in favour of the proposition.
     *
     * @param shows an observation without an answer of its own leaves the question open
     * @param answer a clause
     */
    public Asked answered(Observation shows, String answer) {
      basis.add(shows);
      return shows.seen()
          ? answered(new NamedFact.Observed(shows), answer)
          : left(shows.key() + " of " + shows.subject() + " got no answer: " + shows.reason());
    }

    /** Answers it by what a cell of a row declares; a cell that is absent answers nothing. */
    public Asked answeredBy(IxitEntry row, String column, String answer) {
      return row.cell(column).isPresent()
          ? answered(new NamedFact.DeclaredCell(row, column), answer)
          : left(
              row.subject() + " does not state '" + column + "'",
              new Remedy.ChangeDeclaration(row.subject(), "state '" + column + "'"));
    }

    /** Answers it by another fact of the dossier. */
    public Asked answered(NamedFact by, String answer) {
      if (reply == Reply.OPEN && !left) {
        reply = Reply.YES;
        text = answer;
        fact = by;
      }
      return this;
    }

    /** Refutes the proposition. */
    public Asked refuted(Observation shows, String clause) {
      against(clause, shows);
      if (reply != Reply.NO) {
        reply = Reply.NO;
        text = clause;
        fact = new NamedFact.Observed(shows);
      }
      return this;
    }

    /**
     * Leaves it open, whatever else answers it.
     *
     * @param why a clause
     */
    public Asked left(String why, Remedy... what) {
      remedies.addAll(List.of(what));
      left = true;
      if (reply != Reply.NO) {
        text = reply == Reply.OPEN && !text.isEmpty() ? text + "; " + why : why;
        reply = Reply.OPEN;
        fact = null;
      }
      return this;
    }

    boolean isOpen() {
      return reply == Reply.OPEN;
    }

    private String text() {
      return text.isEmpty() ? "not answered for " + subject + ": " + question : text;
    }

    private Stream<Remedy> remedies() {
      return isOpen() ? remedies.stream() : Stream.empty();
    }

    private QuestionLog.Entry entry() {
      return new QuestionLog.Entry(
          question,
          subject,
          reply,
          text.isEmpty() ? "not answered" : text,
          Optional.ofNullable(fact),
          List.copyOf(remedies().toList()));
    }
  }
}
