package dev.plumbline.reports.html;

import java.util.List;
import java.util.Optional;

/**
 * The traffic of the device as a section of the page.
 *
 * @param none why there is nothing to show; empty when there is
 * @param summary sentences above the charts
 * @param gaps what the captures lack
 * @param volumes the chart of volume over time
 * @param from beginning of the time axis
 * @param until its end
 * @param contacts rows of the chart of contacts
 * @param more contacts that found no room on the page
 */
public record TrafficView(
    String none,
    List<String> summary,
    List<String> gaps,
    Optional<VolumeView> volumes,
    String from,
    String until,
    List<ContactView> contacts,
    long more) {

  /**
   * Bytes over time: sent above the line, received below it.
   *
   * @param out path data of what the device sent
   * @param in path data of what it received
   * @param line path data of the line
   * @param words the chart's steps and its largest values
   */
  public record VolumeView(
      String out, String in, String line, String words, String from, String until) {}

  /** A word with its style class. */
  public record ChipView(String word, String css) {}

  /**
   * One row of the chart of contacts.
   *
   * @param name of the called side; empty where nobody told one
   * @param notes what stands below the name
   * @param span stretch of the time axis from the first to the last packet, of a thousand
   * @param marks path data of the moments when connections began
   * @param when the same in words
   * @param out part of the bar of volume, of a thousand
   * @param in part of the bar of volume behind it
   * @param volume the same in words
   */
  public record ContactView(
      String name,
      String subject,
      List<ChipView> chips,
      List<String> notes,
      Optional<SpanView> span,
      String marks,
      String when,
      SpanView out,
      SpanView in,
      String volume) {}

  /** A stretch out of a thousand. */
  public record SpanView(String x, String width) {}
}
