package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people say to each other about an assessment, beside their decisions: a line of {@code
 * record/team.jsonl}.
 */
public sealed interface TeamRecord {
  /** Author, time, what was seen, signature. */
  Signed signed();

  /** The permanent id of its form; a change of the form gets a new number. */
  String type();

  /** What it says, beside the envelope. */
  Map<String, Object> content();

  /**
   * Another person's answer to a decision.
   *
   * @param decision digest of the decision; another text of it loses the review
   * @param accepts whether the decision may count; otherwise it is returned to its author
   * @param own the verdict that a reviewer gave before the decision was shown, in a blind review
   */
  record Review(
      Signed signed,
      ItemId item,
      Digest decision,
      boolean accepts,
      String because,
      Optional<Verdict> own)
      implements TeamRecord {
    public static final String TYPE = "review/1";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Map<String, Object> content() {
      return content(item, decision, accepts, because, own);
    }

    /** What such a record says. */
    public static Map<String, Object> content(
        ItemId item, Digest decision, boolean accepts, String because, Optional<Verdict> own) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("item", item.toString());
      content.put("decision", decision.hex());
      content.put("accepts", accepts);
      content.put("because", because);
      own.ifPresent(v -> content.put("own", v.name()));
      return content;
    }
  }

  /**
   * A remark on an item. It changes no verdict.
   *
   * @param about digest of the record that it answers, if it answers one
   */
  record Comment(Signed signed, ItemId item, String text, Optional<Digest> about)
      implements TeamRecord {
    public static final String TYPE = "comment/1";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Map<String, Object> content() {
      return content(item, text, about);
    }

    /** What such a record says. */
    public static Map<String, Object> content(ItemId item, String text, Optional<Digest> about) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("item", item.toString());
      content.put("text", text);
      about.ifPresent(d -> content.put("about", d.hex()));
      return content;
    }
  }

  /**
   * A question to the maker about a cell of an IXIT table.
   *
   * @param row table and row, such as {@code 1-AuthMech/AuthMech-1}
   * @param column key of the column or typed field
   */
  record MakerQuestion(Signed signed, String row, String column, String text)
      implements TeamRecord {
    public static final String TYPE = "question/1";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Map<String, Object> content() {
      return content(row, column, text);
    }

    /** What such a record says. */
    public static Map<String, Object> content(String row, String column, String text) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("row", row);
      content.put("column", column);
      content.put("text", text);
      return content;
    }
  }

  /**
   * The answer to a question: what the cell should say. It changes nothing by itself.
   *
   * @param question digest of the question
   * @param value the proposed content of the cell
   */
  record MakerAnswer(Signed signed, Digest question, String value, String because)
      implements TeamRecord {
    public static final String TYPE = "answer/1";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Map<String, Object> content() {
      return content(question, value, because);
    }

    /** What such a record says. */
    public static Map<String, Object> content(Digest question, String value, String because) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("question", question.hex());
      content.put("value", value);
      content.put("because", because);
      return content;
    }
  }

  /**
   * Who is to decide an item; the last one counts.
   *
   * @param to the person's name
   */
  record Assignment(Signed signed, ItemId item, String to, String because) implements TeamRecord {
    public static final String TYPE = "assignment/1";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Map<String, Object> content() {
      return content(item, to, because);
    }

    /** What such a record says. */
    public static Map<String, Object> content(ItemId item, String to, String because) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("item", item.toString());
      content.put("to", to);
      content.put("because", because);
      return content;
    }
  }

  /**
   * A person vouches for a state of the dossier.
   *
   * @param state digest of the declaration and of the record
   * @param verdict the overall verdict of that state
   * @param open items that were INCONCLUSIVE in it
   * @param replaces digest of the sign-off that this one amends
   */
  record Signoff(
      Signed signed,
      Digest state,
      Verdict verdict,
      long open,
      String because,
      Optional<Digest> replaces)
      implements TeamRecord {
    public static final String TYPE = "signoff/1";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Map<String, Object> content() {
      return content(state, verdict, open, because, replaces);
    }

    /** What such a record says. */
    public static Map<String, Object> content(
        Digest state, Verdict verdict, long open, String because, Optional<Digest> replaces) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("state", state.hex());
      content.put("verdict", verdict.name());
      content.put("open", open);
      content.put("because", because);
      replaces.ifPresent(d -> content.put("replaces", d.hex()));
      return content;
    }
  }

  /**
   * Reads a record.
   *
   * @param fields all fields of the line as they stand there
   * @throws IllegalArgumentException if its type is not known, or something is missing or of the
   *     wrong form
   */
  static TeamRecord read(Map<String, Object> fields) {
    Signed signed = Signed.read(fields);
    return switch (RecordFields.text(fields, "type")) {
      case Review.TYPE ->
          new Review(
              signed,
              ItemId.parse(RecordFields.text(fields, "item")),
              RecordFields.digest(fields, "decision"),
              RecordFields.flag(fields, "accepts"),
              RecordFields.text(fields, "because"),
              fields.containsKey("own") ? Optional.of(verdict(fields, "own")) : Optional.empty());
      case Comment.TYPE ->
          new Comment(
              signed,
              ItemId.parse(RecordFields.text(fields, "item")),
              RecordFields.text(fields, "text"),
              digest(fields, "about"));
      case MakerQuestion.TYPE ->
          new MakerQuestion(
              signed,
              RecordFields.text(fields, "row"),
              RecordFields.text(fields, "column"),
              RecordFields.text(fields, "text"));
      case MakerAnswer.TYPE ->
          new MakerAnswer(
              signed,
              RecordFields.digest(fields, "question"),
              RecordFields.text(fields, "value"),
              RecordFields.text(fields, "because"));
      case Assignment.TYPE ->
          new Assignment(
              signed,
              ItemId.parse(RecordFields.text(fields, "item")),
              RecordFields.text(fields, "to"),
              RecordFields.text(fields, "because"));
      case Signoff.TYPE ->
          new Signoff(
              signed,
              RecordFields.digest(fields, "state"),
              verdict(fields, "verdict"),
              RecordFields.number(fields, "open"),
              RecordFields.text(fields, "because"),
              digest(fields, "replaces"));
      default -> throw new IllegalArgumentException("'type' is none that is known");
    };
  }

  private static Optional<Digest> digest(Map<String, Object> fields, String key) {
    return fields.containsKey(key)
        ? Optional.of(RecordFields.digest(fields, key))
        : Optional.empty();
  }

  private static Verdict verdict(Map<String, Object> fields, String key) {
    try {
      return Verdict.valueOf(RecordFields.text(fields, key).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + key + "' is no verdict", e);
    }
  }
}
