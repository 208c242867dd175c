package dev.plumbline.app.message;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One message for a person, filled in. Every one comes from {@code messages.yaml}, so that all can
 * be reviewed as a list; docs/messages.md shows them.
 */
public final class Message {
  private final MessageText from;
  private final Map<String, String> values;

  private Message(MessageText from, Map<String, String> values) {
    this.from = from;
    this.values = values;
  }

  /**
   * The message of that id.
   *
   * @param id such as {@code PLB-C501}
   * @param namesAndValues the name of each parameter, and then its value; a value of foreign text
   *     is safe for where it is shown
   * @throws IllegalArgumentException if there is no such message, or it has other parameters
   */
  public static Message of(String id, String... namesAndValues) {
    MessageText from = MessageTexts.of(id);
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    if (namesAndValues.length % 2 != 0 || !values.keySet().equals(from.parameters())) {
      throw new IllegalArgumentException(id + " has the parameters " + from.parameters());
    }
    return new Message(from, values);
  }

  /** Permanent; what a message means never changes. */
  public String id() {
    return from.id();
  }

  /** What is wrong, and where. */
  public String text() {
    return MessageText.filled(from.text(), values);
  }

  /** What to do next; empty where the text says it. */
  public String remedy() {
    return MessageText.filled(from.remedy(), values);
  }

  /** The text and the remedy. */
  public String sentence() {
    return (text() + " " + remedy()).strip();
  }

  @Override
  public String toString() {
    return id() + ": " + sentence();
  }
}
