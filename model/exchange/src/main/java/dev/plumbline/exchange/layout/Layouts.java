package dev.plumbline.exchange.layout;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.dossier.IxitEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of an edition as they travel. */
public final class Layouts {
  static final String PRODUCT = "product";
  static final String CONDITIONS = "conditions";
  static final String FEATURES = "features";
  static final String ICS = "ics";

  private Layouts() {}

  /** All tables, in the order in which they are read. */
  public static List<Layout> of(Catalogue catalogue) {
    List<Layout> all = new ArrayList<>();
    all.add(product());
    all.add(ics());
    all.add(
        statements(
            CONDITIONS,
            TableKind.CONDITIONS,
            "Conditions",
            "Condition",
            "holds",
            "Holds",
            "Whether the condition holds for the product."));
    if (!catalogue.features().isEmpty()) {
      all.add(
          statements(
              FEATURES,
              TableKind.FEATURES,
              "Features",
              "Feature",
              "present",
              "Present",
              "Whether the product has the feature."));
    }
    catalogue.tables().values().forEach(t -> all.add(ixit(t)));
    return List.copyOf(all);
  }

  private static Layout product() {
    return new Layout(
        PRODUCT,
        TableKind.PRODUCT,
        "Product",
        "What the statement is about.",
        true,
        List.of(
            text("manufacturer", "Manufacturer", "Who makes the product."),
            text("name", "Name", "Name of the product."),
            text("model", "Model", "Model designation."),
            text("hardwareVersion", "Hardware Version", "Version of the hardware."),
            text("softwareVersion", "Software Version", "Version of the software assessed."),
            text("serial", "Serial Number", "Serial number of the unit under assessment."),
            text("mac", "MAC Address", "Hardware address of the unit under assessment.")));
  }

  private static Layout ics() {
    return new Layout(
        ICS,
        TableKind.ICS,
        "Implementation Conformance Statement",
        "One answer for each provision of EN 303 645.",
        false,
        List.of(
            id("provision", "Provision", "Number of the provision."),
            Column.ours("title", "Subject", "What the provision is about, in our words."),
            Column.ours("status", "Status", "Status of the provision in Table B.1."),
            new Column(
                "support",
                "Support",
                "Y when it is met, N when it is not, N/A when it does not apply.",
                ColumnType.ENUM,
                List.of("Y", "N", "N/A"),
                false,
                List.of(),
                false),
            text("detail", "Detail", "How it is met; for N and N/A the reason."),
            Column.answer(
                "evidence", "Evidence", "Entries of evidence.yaml, one a line.", ColumnType.LIST)));
  }

  private static Layout statements(
      String id, TableKind kind, String title, String one, String flag, String heading, String of) {
    return new Layout(
        id,
        kind,
        title,
        title + " below Table B.1 of EN 303 645, on which provisions depend.",
        false,
        List.of(
            id("label", one, "Number or letter below Table B.1."),
            Column.ours("meaning", "Meaning", "What is asked, in our words."),
            Column.answer(flag, heading, of, ColumnType.BOOLEAN),
            text("because", "Because", "Why it is so.")));
  }

  private static Layout ixit(IxitTable table) {
    List<Column> columns = new ArrayList<>();
    if (!table.single() && table.columns().stream().noneMatch(c -> c.type() == ColumnType.ID)) {
      columns.add(id("id", "ID", "Label of the entry, unique within the table."));
    }
    Stream.concat(table.columns().stream(), table.fields().stream())
        .filter(c -> !(table.single() && c.type() == ColumnType.ID))
        .forEach(c -> columns.add(column(c)));
    return new Layout(
        table.id(), TableKind.IXIT, table.name(), table.purpose(), table.single(), columns);
  }

  private static Column column(IxitColumn c) {
    return new Column(
        c.key(), c.name(), c.meaning(), c.type(), c.values(), c.openValues(), c.refs(), false);
  }

  private static Column id(String key, String heading, String meaning) {
    return Column.answer(key, heading, meaning, ColumnType.ID);
  }

  private static Column text(String key, String heading, String meaning) {
    return Column.answer(key, heading, meaning, ColumnType.TEXT);
  }

  /** How the one row of a single table is named. */
  public static String rowOfSingle() {
    return IxitEntry.RECORD;
  }
}
