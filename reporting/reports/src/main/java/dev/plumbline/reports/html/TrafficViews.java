package dev.plumbline.reports.html;

import dev.plumbline.judging.traffic.Contact;
import dev.plumbline.judging.traffic.Listed;
import dev.plumbline.judging.traffic.TrafficSeen;
import dev.plumbline.judging.traffic.TrafficSeen.None;
import dev.plumbline.judging.traffic.TrafficSeen.Picture;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.html.TrafficView.ChipView;
import dev.plumbline.reports.html.TrafficView.ContactView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the view of what captures show. */
final class TrafficViews {
  /** Rows on the page; those that no row of the IXIT names come first. */
  private static final int MOST = 60;

  private static final int SHOWN = 120;

  private final Picture picture;
  private final TimeAxis axis;
  private final long most;

  private TrafficViews(Picture picture) {
    this.picture = picture;
    this.axis = TimeAxis.of(picture);
    this.most = picture.contacts().stream().mapToLong(Contact::bytes).max().orElse(0);
  }

  static TrafficView of(TrafficSeen seen) {
    return switch (seen) {
      case None none ->
          new TrafficView(
              Visible.of(none.reason(), 600),
              List.of(),
              List.of(),
              Optional.empty(),
              "",
              "",
              List.of(),
              0);
      case Picture picture -> new TrafficViews(picture).view();
    };
  }

  private TrafficView view() {
    List<Contact> contacts = picture.contacts();
    return new TrafficView(
        "",
        summary(),
        picture.gaps().stream().limit(12).map(g -> Visible.of(g, 300)).toList(),
        picture.volumes().flatMap(VolumeChart::of),
        axis.from(),
        axis.until(),
        contacts.stream().limit(MOST).map(this::contact).toList(),
        Math.max(0, contacts.size() - MOST));
  }

  private List<String> summary() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        axis.range()
            + " the device sent "
            + Amounts.bytes(picture.bytesOut())
            + " and received "
            + Amounts.bytes(picture.bytesIn())
            + ", with "
            + Amounts.of(picture.contacts().size(), "contact", "contacts")
            + ".");
    long undeclared =
        picture.contacts().stream().filter(c -> c.listed() == Listed.UNDECLARED).count();
    if (undeclared > 0) {
      sentences.add(
          Amounts.of(undeclared, "contact is", "contacts are") + " in no row of the declaration.");
    }
    long exposed = picture.contacts().stream().filter(c -> !c.exposed().isEmpty()).count();
    if (exposed > 0) {
      sentences.add(
          "With " + Amounts.of(exposed, "contact", "contacts") + " something secret was readable.");
    }
    return sentences;
  }

  private ContactView contact(Contact c) {
    return new ContactView(
        c.names().isEmpty() ? "" : Visible.of(c.names().getFirst(), SHOWN),
        Visible.of(c.subject(), SHOWN),
        chips(c),
        notes(c),
        axis.span(c),
        axis.marks(c),
        axis.when(c),
        axis.part(0, c.bytesOut(), most),
        axis.part(c.bytesOut(), c.bytesIn(), most),
        volume(c));
  }

  private static List<ChipView> chips(Contact c) {
    List<ChipView> chips = new ArrayList<>();
    chips.add(
        switch (c.listed()) {
          case DECLARED -> new ChipView("declared", "known");
          case UNDECLARED -> new ChipView("not declared", "unknown");
          case OF_THE_NETWORK -> new ChipView("the network's own", "plain");
          case NOT_COMPARED -> new ChipView("not compared", "plain");
        });
    chips.add(
        switch (c.secrecy()) {
          case ENCRYPTED -> new ChipView("encrypted", "closed");
          case CLEAR_TEXT -> new ChipView("clear text", "open");
          case BOTH -> new ChipView("partly clear text", "open");
          case UNKNOWN -> new ChipView("readability not known", "plain");
        });
    c.exposed().forEach(e -> chips.add(new ChipView(secret(e) + " was readable", "unknown")));
    return chips;
  }

  private static String secret(String kind) {
    return switch (kind) {
      case "community" -> "SNMP community";
      case "marker" -> "declared value";
      default -> Visible.of(kind, 40);
    };
  }

  private static List<String> notes(Contact c) {
    List<String> notes = new ArrayList<>();
    if (!c.protocols().isEmpty()) {
      notes.add(Visible.of(String.join(", ", c.protocols()), SHOWN));
    }
    if (!c.byDevice()) {
      notes.add(
          "Service of the device"
              + (c.peers().isEmpty() ? "" : ", called by " + some(c.peers(), 3)));
    }
    if (!c.row().isEmpty()) {
      notes.add("Row " + Visible.of(c.row(), SHOWN));
    }
    if (c.names().size() > 1) {
      notes.add("Also " + some(c.names().subList(1, c.names().size()), 3));
    }
    return notes;
  }

  private static String some(List<String> all, int few) {
    String shown = String.join(", ", all.stream().limit(few).map(n -> Visible.of(n, 80)).toList());
    return all.size() > few ? shown + " and " + (all.size() - few) + " more" : shown;
  }

  private static String volume(Contact c) {
    String bytes =
        Amounts.bytes(c.bytesOut()) + " sent, " + Amounts.bytes(c.bytesIn()) + " received";
    String connections = Amounts.of(c.connections(), "connection", "connections");
    return bytes
        + "; "
        + connections
        + (c.failed() > 0 && c.subject().startsWith("tcp/")
            ? ", " + c.failed() + " of them refused or unanswered"
            : "");
  }
}
