package dev.plumbline.reports.junit;

import dev.plumbline.core.Finding;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.SectionResult;
import dev.plumbline.judging.WaivedItem;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import dev.plumbline.reports.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML for build servers: a suite a section, a test case a test item. FAIL is a failure; an
 * item without an answer is an {@code error} when Plumbline failed and {@code skipped} with its
 * reason otherwise, so that it shows as not run and never as passed. An accepted risk stays a
 * failure, with a note. The property {@code conclusion} of a test case tells what stands behind it,
 * and those of a suite how many passes are proved, confirmed and decided, and how many items were
 * searched alone.
 */
public final class JunitReport implements ReportFormat {
  private static final List<Conclusion> TOLD_APART =
      List.of(Conclusion.PROVED, Conclusion.CONFIRMED, Conclusion.DECIDED, Conclusion.SEARCHED);

  @Override
  public String id() {
    return "junit";
  }

  @Override
  public String fileName() {
    return "junit.xml";
  }

  @Override
  public String about() {
    return "JUnit XML for build servers";
  }

  @Override
  public boolean usual() {
    return true;
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", text(assessment.product().name()));
      for (SectionResult section : assessment.sections()) {
        suite(xml, section, context, assessment);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void suite(
      XMLStreamWriter xml, SectionResult section, ReportContext context, Assessment assessment)
      throws XMLStreamException {
    List<Judged> items = section.groups().stream().flatMap(GroupResult::items).toList();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", section.section().id() + " " + section.section().title());
    xml.writeAttribute("timestamp", context.at().toString());
    xml.writeAttribute("tests", Integer.toString(items.size()));
    xml.writeAttribute("failures", count(items, Finding.Violated.class));
    xml.writeAttribute("errors", count(items, Finding.Errored.class));
    xml.writeAttribute(
        "skipped",
        Long.toString(
            items.stream()
                .filter(
                    i ->
                        i.finding() instanceof Finding.Undetermined
                            || i.finding() instanceof Finding.Searched
                            || i.finding() instanceof Finding.NotApplicable)
                .count()));
    xml.writeStartElement("properties");
    for (Conclusion conclusion : TOLD_APART) {
      property(
          xml,
          word(conclusion),
          Long.toString(items.stream().filter(i -> i.conclusion() == conclusion).count()));
    }
    xml.writeEndElement();
    for (Judged item : items) {
      testCase(xml, item, assessment.waiver(item.item().id()));
    }
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, Judged item, Optional<WaivedItem> waiver)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", item.item().unit().id().caseId());
    xml.writeAttribute("name", text(item.item().id().toString()));
    xml.writeStartElement("properties");
    property(xml, "conclusion", word(item.conclusion()));
    xml.writeEndElement();
    switch (item.finding()) {
      case Finding.Holds h -> {
        if (item.inherited()) {
          xml.writeStartElement("system-out");
          xml.writeCharacters(text(h.reason()));
          xml.writeEndElement();
        }
      }
      case Finding.Violated v -> {
        xml.writeStartElement("failure");
        xml.writeAttribute("type", "FAIL");
        xml.writeAttribute("message", text(v.reason()));
        xml.writeCharacters(text(v.remedy()));
        if (waiver.isPresent()) {
          xml.writeCharacters("\n" + text(waiver.get().sentence()));
        }
        xml.writeEndElement();
      }
      case Finding.Errored e -> {
        xml.writeEmptyElement("error");
        xml.writeAttribute("type", "ERRORED");
        xml.writeAttribute("message", text(e.reason()));
      }
      case Finding.Searched s -> skipped(xml, "INCONCLUSIVE, searched: " + s.reason());
      case Finding.Undetermined u -> skipped(xml, "INCONCLUSIVE: " + u.reason());
      case Finding.NotApplicable n -> skipped(xml, "N/A: " + n.reason());
    }
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", value);
  }

  private static String word(Conclusion conclusion) {
    return conclusion.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void skipped(XMLStreamWriter xml, String message) throws XMLStreamException {
    xml.writeEmptyElement("skipped");
    xml.writeAttribute("message", text(message));
  }

  private static String count(List<Judged> items, Class<? extends Finding> kind) {
    return Long.toString(items.stream().filter(i -> kind.isInstance(i.finding())).count());
  }

  private static String text(String foreign) {
    return Visible.of(foreign);
  }
}
