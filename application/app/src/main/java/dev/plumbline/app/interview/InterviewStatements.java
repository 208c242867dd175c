package dev.plumbline.app.interview;

import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.declaration.interview.Interview;
import dev.plumbline.declaration.interview.InterviewOutcome;
import dev.plumbline.declaration.interview.InterviewOutcome.Settled;
import dev.plumbline.declaration.interview.InterviewOutcome.Suggestion;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes into ics.yaml what an interview settles: conditions, features and N/A. What the interview
 * wrote itself follows its answers when these change; what the supplier wrote or changed stays.
 */
public final class InterviewStatements {
  private static final String ICS = "ics.yaml";
  private static final String WITHDRAWN = "No longer follows from the answers of the interview:";

  private final Interview interview;
  private final Ics ics;
  private final List<StatementChange> statements = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<ProvisionId> denied = new ArrayList<>();
  private final List<ProvisionId> restored = new ArrayList<>();
  private YamlText text;

  private InterviewStatements(Interview interview, Ics ics, YamlText text) {
    this.interview = interview;
    this.ics = ics;
    this.text = text;
  }

  /**
   * A condition or feature that was written.
   *
   * @param before what was stated; empty when nothing was
   * @param now what is stated; empty when the answer to it was taken back
   */
  public record StatementChange(String label, Optional<Boolean> before, Optional<Boolean> now) {}

  /**
   * What was written.
   *
   * @param kept labels that the supplier states otherwise, which stay
   * @param denied provisions that were answered N/A
   * @param restored provisions whose N/A was removed
   */
  public record Changes(
      List<StatementChange> statements,
      List<String> kept,
      List<ProvisionId> denied,
      List<ProvisionId> restored) {
    public Changes {
      statements = List.copyOf(statements);
      kept = List.copyOf(kept);
      denied = List.copyOf(denied);
      restored = List.copyOf(restored);
    }

    /** Whether anything that was stated before is stated otherwise now, or no more. */
    public boolean changesEarlier() {
      return !restored.isEmpty() || statements.stream().anyMatch(s -> s.before().isPresent());
    }
  }

  /**
   * Writes it, into the ICS as it is now: what somebody stated while the interview ran stays.
   *
   * @param before what the answers settled when the interview began
   * @param now what they settle at its end
   */
  public static Changes write(
      DossierFolder folder,
      Interview interview,
      InterviewOutcome before,
      InterviewOutcome now,
      Problems problems)
      throws IOException {
    Optional<YamlText> source = folder.source(ICS, problems);
    Optional<Ics> ics = folder.open(new Problems()).map(Dossier::ics);
    if (source.isEmpty() || ics.isEmpty()) {
      return new Changes(List.of(), List.of(), List.of(), List.of());
    }
    Edited edited = edited(source.get(), ics.get(), interview, before, now);
    if (!edited.text().text().equals(source.get().text())) {
      try (DossierWriter out = folder.write()) {
        out.replaceAll(Map.of(ICS, source.get().text()), Map.of(ICS, edited.text().text()));
      }
    }
    return edited.changes();
  }

  /** The text of ics.yaml with what an interview settles, and what of it was changed. */
  public record Edited(YamlText text, Changes changes) {}

  /**
   * What ics.yaml would say. Writes nothing.
   *
   * @param source its text as it is
   * @param before what the answers settled before
   * @param now what they settle now
   */
  public static Edited edited(
      YamlText source,
      Ics ics,
      Interview interview,
      InterviewOutcome before,
      InterviewOutcome now) {
    InterviewStatements writer = new InterviewStatements(interview, ics, source);
    now.statements().forEach(writer::state);
    writer.withdraw(before, now);
    now.notApplicable().forEach(writer::deny);
    writer.restore(before, now);
    return new Edited(
        writer.text, new Changes(writer.statements, writer.kept, writer.denied, writer.restored));
  }

  private static YamlPath path(String label) {
    return YamlPath.of(Character.isDigit(label.charAt(0)) ? "conditions" : "features", label);
  }

  private Optional<Statement> stated(String label) {
    return Optional.ofNullable(ics.conditions().get(label))
        .or(() -> Optional.ofNullable(ics.features().get(label)));
  }

  private void state(Settled s) {
    String key = s.isFeature() ? "present" : "holds";
    Optional<Statement> stated = stated(s.label());
    if (stated.isEmpty()) {
      Map<String, Object> statement = new LinkedHashMap<>();
      statement.put(key, s.holds());
      statement.put("because", s.because());
      text = text.set(path(s.label()), statement);
      statements.add(new StatementChange(s.label(), Optional.empty(), Optional.of(s.holds())));
    } else if (!interview.isOwn(stated.get().because())) {
      if (stated.get().holds() != s.holds()) {
        kept.add(s.label());
      }
    } else if (stated.get().holds() != s.holds() || !stated.get().because().equals(s.because())) {
      text = text.set(path(s.label()).key(key), s.holds());
      text = text.set(path(s.label()).key("because"), s.because());
      if (stated.get().holds() != s.holds()) {
        statements.add(
            new StatementChange(
                s.label(), Optional.of(stated.get().holds()), Optional.of(s.holds())));
      }
    }
  }

  /** Statements whose answer was taken back. */
  private void withdraw(InterviewOutcome before, InterviewOutcome now) {
    Stream.concat(ics.conditions().values().stream(), ics.features().values().stream())
        .filter(s -> before.settled(s.label()).isPresent() && now.settled(s.label()).isEmpty())
        .filter(s -> interview.isOwn(s.because()))
        .forEach(
            s -> {
              text = text.disable(path(s.label()), WITHDRAWN);
              statements.add(
                  new StatementChange(s.label(), Optional.of(s.holds()), Optional.empty()));
            });
  }

  private static YamlPath path(ProvisionId provision) {
    return YamlPath.of("answers", provision.value());
  }

  private void deny(Suggestion s) {
    Optional<IcsAnswer> answer = ics.answer(s.provision());
    if (answer.isEmpty()) {
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("support", Support.NOT_APPLICABLE.printed());
      written.put("detail", s.because());
      text = text.set(path(s.provision()), written);
      denied.add(s.provision());
    } else if (isOwn(answer.get()) && !answer.get().detail().equals(s.because())) {
      text = text.set(path(s.provision()).key("detail"), s.because());
    }
  }

  private boolean isOwn(IcsAnswer answer) {
    return answer.support() == Support.NOT_APPLICABLE
        && answer.evidence().isEmpty()
        && interview.isOwn(answer.detail());
  }

  /** N/A that the interview wrote and that no longer follows. */
  private void restore(InterviewOutcome before, InterviewOutcome now) {
    for (IcsAnswer answer : ics.answers().values()) {
      boolean followed =
          before.notApplicable(answer.provision()).isPresent() || now.open().isEmpty();
      if (followed && now.notApplicable(answer.provision()).isEmpty() && isOwn(answer)) {
        text = text.disable(path(answer.provision()), WITHDRAWN);
        restored.add(answer.provision());
      }
    }
  }
}
