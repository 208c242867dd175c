package dev.plumbline.reports.badge;

import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.WaivedItem;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A badge: how many provisions FAIL and how many are INCONCLUSIVE, and how many of these wait for
 * nothing but a person who confirms what was searched. PASS stands on it only where both are none.
 * Its title counts the test items that are proved, confirmed, decided and searched apart. No
 * script, no link, nothing from elsewhere.
 */
public final class BadgeReport implements ReportFormat {
  private static final int HEIGHT = 20;
  private static final int MARGIN = 7;

  /** Width given to a character at 11 pixels; textLength makes every font keep to it. */
  private static final double CHARACTER = 6.6;

  @Override
  public String id() {
    return "badge";
  }

  @Override
  public String fileName() {
    return "badge.svg";
  }

  @Override
  public String about() {
    return "the verdict as a picture";
  }

  @Override
  public boolean usual() {
    return true;
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    String left = assessment.catalogue().edition().document();
    String right = value(assessment);
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      int split = width(left);
      int width = split + width(right);
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
      xml.writeAttribute("width", Integer.toString(width));
      xml.writeAttribute("height", Integer.toString(HEIGHT));
      xml.writeAttribute("viewBox", "0 0 " + width + " " + HEIGHT);
      xml.writeAttribute("role", "img");
      xml.writeAttribute("aria-label", left + ": " + right);
      xml.writeStartElement("title");
      xml.writeCharacters(title(assessment, context));
      xml.writeEndElement();
      box(xml, 0, split, "#3b4350");
      box(xml, split, width - split, colour(assessment.verdict()));
      text(xml, left, 0, split);
      text(xml, right, split, width - split);
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static String value(Assessment assessment) {
    List<String> parts = new ArrayList<>();
    long waiting =
        assessment
            .groups()
            .filter(g -> g.conclusion().equals(Optional.of(Conclusion.SEARCHED)))
            .count();
    String searched = waiting == 0 ? "" : " (" + waiting + " searched)";
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.INCONCLUSIVE)) {
      int number = assessment.verdicts().getOrDefault(verdict, 0);
      if (number > 0) {
        parts.add(
            number + " " + Words.verdict(verdict) + (verdict == Verdict.FAIL ? "" : searched));
      }
    }
    if (parts.isEmpty()) {
      parts.add(Words.verdict(assessment.verdict()));
    }
    return String.join(", ", parts);
  }

  private static String title(Assessment assessment, ReportContext context) {
    var product = assessment.product();
    Counts counts = assessment.counts();
    long accepted = assessment.waivers().stream().filter(WaivedItem::inForce).count();
    return Visible.of(
        product.name()
            + ", software "
            + product.softwareVersion()
            + ", on "
            + LocalDate.ofInstant(context.at(), ZoneOffset.UTC)
            + ": "
            + Words.verdict(assessment.verdict())
            + "; the numbers are provisions. Test items: "
            + counts.proved()
            + " proved, "
            + counts.confirmed()
            + " confirmed after a search, "
            + counts.decided()
            + " decided by a person; "
            + counts.searched()
            + " searched and not confirmed."
            + (accepted == 0
                ? ""
                : " Accepted risks among what fails: " + accepted + " test items.")
            + " Made by Plumbline; no certificate.",
        600);
  }

  private static String colour(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "#1b7f4b";
      case FAIL -> "#b3261e";
      case INCONCLUSIVE -> "#8a5a00";
      case NOT_APPLICABLE -> "#5b6472";
    };
  }

  private static int width(String text) {
    return (int) Math.ceil(text.length() * CHARACTER) + 2 * MARGIN;
  }

  private static void box(XMLStreamWriter xml, int x, int width, String fill)
      throws XMLStreamException {
    xml.writeEmptyElement("rect");
    xml.writeAttribute("x", Integer.toString(x));
    xml.writeAttribute("width", Integer.toString(width));
    xml.writeAttribute("height", Integer.toString(HEIGHT));
    xml.writeAttribute("fill", fill);
  }

  private static void text(XMLStreamWriter xml, String text, int x, int width)
      throws XMLStreamException {
    xml.writeStartElement("text");
    xml.writeAttribute("x", Integer.toString(x + MARGIN));
    xml.writeAttribute("y", "14");
    xml.writeAttribute("textLength", Integer.toString(width - 2 * MARGIN));
    xml.writeAttribute("fill", "#fff");
    xml.writeAttribute("font-family", "Verdana,DejaVu Sans,sans-serif");
    xml.writeAttribute("font-size", "11");
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
