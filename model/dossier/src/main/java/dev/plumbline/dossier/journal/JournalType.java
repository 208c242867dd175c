package dev.plumbline.dossier.journal;

import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.DecisionFields;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.FrameNumbers;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Observation.Source;
import dev.plumbline.dossier.Waiver;
import dev.plumbline.dossier.signed.TeamRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a record stands in its journal. The type id is ours and permanent; a change of the form gets
 * a new number.
 */
public sealed interface JournalType<T> {
  JournalType<Observation> OBSERVATION = new OfObservation();
  JournalType<Decision> DECISION = new OfDecision();
  JournalType<Waiver> WAIVER = new OfWaiver();
  JournalType<TeamRecord> TEAM = new OfTeam();

  /** The types that such a journal holds. */
  Set<String> ids();

  /** The fields of a line with its type, without its place in the order. */
  Map<String, Object> write(T record);

  /**
   * The record of a line.
   *
   * @throws IllegalArgumentException if something is missing or of the wrong form
   */
  T read(Map<String, Object> fields);

  /** Observations. */
  final class OfObservation implements JournalType<Observation> {
    @Override
    public Set<String> ids() {
      return Set.of("observation/1");
    }

    @Override
    public Map<String, Object> write(Observation o) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("type", "observation/1");
      fields.put("key", o.key());
      fields.put("subject", o.subject());
      fields.put("outcome", o.outcome().name().toLowerCase(Locale.ROOT));
      fields.put("value", JournalLine.map(o.value()));
      fields.put("coverage", JournalLine.map(o.coverage()));
      fields.put("reason", o.reason());
      Source s = o.source();
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("producer", s.producer());
      source.put("version", s.version());
      source.put("softwareVersion", s.softwareVersion());
      source.put("unit", s.unit());
      source.put("state", s.state());
      source.put("run", s.runId());
      source.put("at", s.at().toString());
      fields.put("source", source);
      o.evidence().ifPresent(e -> fields.put("evidence", reference(e)));
      return fields;
    }

    @Override
    public Observation read(Map<String, Object> fields) {
      Map<String, Object> source = object(fields, "source");
      return new Observation(
          text(fields, "key"),
          text(fields, "subject"),
          outcome(text(fields, "outcome")),
          object(fields, "value"),
          object(fields, "coverage"),
          text(fields, "reason"),
          new Source(
              text(source, "producer"),
              text(source, "version"),
              text(source, "softwareVersion"),
              text(source, "unit"),
              text(source, "state"),
              text(source, "run"),
              instant(source, "at")),
          fields.containsKey("evidence")
              ? Optional.of(reference(object(fields, "evidence")))
              : Optional.empty());
    }

    private static Outcome outcome(String text) {
      for (Outcome outcome : Outcome.values()) {
        if (outcome.name().toLowerCase(Locale.ROOT).equals(text)) {
          return outcome;
        }
      }
      throw new IllegalArgumentException("'outcome' is neither seen nor undetermined");
    }

    private static Map<String, Object> reference(EvidenceRef e) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("sha256", e.sha256().hex());
      fields.put("offset", e.offset());
      fields.put("length", e.length());
      if (!e.frames().isEmpty()) {
        Map<String, Object> frames = new LinkedHashMap<>();
        frames.put("first", e.frames().first());
        frames.put("more", e.frames().more());
        fields.put("frames", frames);
      }
      return fields;
    }

    private static EvidenceRef reference(Map<String, Object> fields) {
      return new EvidenceRef(
          new Digest(text(fields, "sha256")),
          number(fields, "offset"),
          number(fields, "length"),
          fields.containsKey("frames") ? frames(object(fields, "frames")) : FrameNumbers.NONE);
    }

    private static FrameNumbers frames(Map<String, Object> fields) {
      if (!(fields.get("first") instanceof List<?> numbers)
          || numbers.isEmpty()
          || !(fields.get("more") instanceof Boolean more)) {
        throw new IllegalArgumentException("'frames' lacks 'first' or 'more'");
      }
      List<Long> first = new ArrayList<>();
      for (Object number : numbers) {
        if (!(number instanceof Long n)) {
          throw new IllegalArgumentException("'first' has something that is no whole number");
        }
        first.add(n);
      }
      return new FrameNumbers(first, more);
    }
  }

  /** Decisions, of both forms. */
  final class OfDecision implements JournalType<Decision> {
    @Override
    public Set<String> ids() {
      return Set.of(Decision.FIRST, Decision.TYPE);
    }

    @Override
    public Map<String, Object> write(Decision d) {
      return DecisionFields.write(d);
    }

    @Override
    public Decision read(Map<String, Object> fields) {
      return DecisionFields.read(fields);
    }
  }

  /** What people say to each other. */
  final class OfTeam implements JournalType<TeamRecord> {
    @Override
    public Set<String> ids() {
      return Set.of(
          TeamRecord.Review.TYPE,
          TeamRecord.Comment.TYPE,
          TeamRecord.MakerQuestion.TYPE,
          TeamRecord.MakerAnswer.TYPE,
          TeamRecord.Assignment.TYPE,
          TeamRecord.Signoff.TYPE);
    }

    @Override
    public Map<String, Object> write(TeamRecord record) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("type", record.type());
      fields.putAll(record.content());
      fields.putAll(record.signed().fields());
      return fields;
    }

    @Override
    public TeamRecord read(Map<String, Object> fields) {
      return TeamRecord.read(fields);
    }
  }

  /** Accepted risks. */
  final class OfWaiver implements JournalType<Waiver> {
    @Override
    public Set<String> ids() {
      return Set.of("waiver/1");
    }

    @Override
    public Map<String, Object> write(Waiver w) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("type", "waiver/1");
      fields.put("item", w.item().toString());
      fields.put("finding", w.finding());
      fields.put("because", w.because());
      fields.put("until", w.until().toString());
      fields.put("by", w.by());
      fields.put("at", w.at().toString());
      return fields;
    }

    @Override
    public Waiver read(Map<String, Object> fields) {
      return new Waiver(
          ItemId.parse(text(fields, "item")),
          text(fields, "finding"),
          text(fields, "because"),
          day(fields, "until"),
          text(fields, "by"),
          instant(fields, "at"));
    }

    private static LocalDate day(Map<String, Object> fields, String key) {
      try {
        return LocalDate.parse(text(fields, key));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("'" + key + "' is no day", e);
      }
    }
  }

  private static String text(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof String s) {
      return s;
    }
    throw new IllegalArgumentException("'" + key + "' is missing or no text");
  }

  private static long number(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof Long l) {
      return l;
    }
    throw new IllegalArgumentException("'" + key + "' is missing or no whole number");
  }

  private static Map<String, Object> object(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof Map<?, ?> m) {
      return JournalLine.map(m);
    }
    throw new IllegalArgumentException("'" + key + "' is missing or no object");
  }

  private static Instant instant(Map<String, Object> fields, String key) {
    try {
      return Instant.parse(text(fields, key));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + key + "' is no time", e);
    }
  }
}
