package dev.plumbline.app;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.declaration.data.SupplyFields;
import dev.plumbline.declaration.data.SupplyFields.SupplyField;
import dev.plumbline.dossier.DossierOutline;
import dev.plumbline.dossier.DossierOutline.ColumnOutline;
import dev.plumbline.dossier.DossierOutline.LabelOutline;
import dev.plumbline.dossier.DossierOutline.ProvisionOutline;
import dev.plumbline.dossier.DossierOutline.TableOutline;
import dev.plumbline.dossier.folder.DossierTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the files of a new dossier from the catalogue. */
public final class NewDossier {
  private NewDossier() {}

  /**
   * Writes a new dossier with its schemas for editors.
   *
   * @return the files, relative to the directory
   * @throws IOException if the directory is not empty; nothing was written then
   */
  public static List<String> create(Path directory, Catalogue catalogue) throws IOException {
    List<String> files = new ArrayList<>(DossierTemplate.create(directory, outline(catalogue)));
    Files.createDirectories(directory.resolve(EditorSchemas.folder(catalogue)));
    for (Map.Entry<String, String> schema : EditorSchemas.of(catalogue).entrySet()) {
      Files.writeString(directory.resolve(schema.getKey()), schema.getValue());
      files.add(schema.getKey());
    }
    return List.copyOf(files);
  }

  private static String version(Catalogue catalogue) {
    return catalogue.edition().id().version();
  }

  private static DossierOutline outline(Catalogue catalogue) {
    return new DossierOutline(
        version(catalogue),
        labels(catalogue.conditions().values()),
        labels(catalogue.features().values()),
        catalogue.provisions().values().stream().map(NewDossier::provision).toList(),
        catalogue.tables().values().stream().map(NewDossier::table).toList(),
        SupplyFields.all().stream().map(NewDossier::fact).toList());
  }

  private static ColumnOutline fact(SupplyField field) {
    String form =
        switch (field.kind()) {
          case TEXT -> "";
          case DAY -> " Written like 2031-12-31.";
          case LINK -> " Written like https://www.example.com/security.";
          case POINT -> " Written like 2027-10-31 or 2027-10-31T12:00:00Z.";
        };
    return new ColumnOutline(field.key(), field.meaning() + form, List.of());
  }

  private static List<LabelOutline> labels(Collection<Condition> conditions) {
    return conditions.stream().map(c -> new LabelOutline(c.label(), c.meaning())).toList();
  }

  private static ProvisionOutline provision(Provision p) {
    return new ProvisionOutline(p.id().value(), p.printedStatus(), p.summary());
  }

  private static TableOutline table(IxitTable t) {
    return new TableOutline(
        t.id(),
        t.name(),
        t.purpose(),
        t.single(),
        Stream.concat(t.columns().stream(), t.fields().stream())
            .map(c -> new ColumnOutline(c.key(), c.meaning(), c.values()))
            .toList());
  }
}
