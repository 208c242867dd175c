package dev.plumbline.declaration;

import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.IcsAnswer;
import java.util.List;
import java.util.Optional;

/** Evidence that answers name: that it shows this software. The reader tells what is missing. */
final class IcsEvidence implements Concern {

  @Override
  public void look(DatedDossier declared, Found found) {
    List<EvidenceFile> files = List.copyOf(declared.dossier().evidence().values());
    for (IcsAnswer answer : declared.ics().answers().values()) {
      for (String name : answer.evidence()) {
        Optional<EvidenceFile> file = files.stream().filter(f -> names(name, f)).findFirst();
        file.ifPresent(f -> sameSoftware(answer, f, declared, found));
      }
    }
  }

  private static boolean names(String name, EvidenceFile file) {
    return file.path().equals(name)
        || file.path().endsWith("/" + name)
        || file.sha256().toString().equals(name);
  }

  private static void sameSoftware(
      IcsAnswer answer, EvidenceFile file, DatedDossier declared, Found found) {
    String current = declared.dossier().product().softwareVersion();
    if (!file.softwareVersion().isBlank() && !file.softwareVersion().equals(current)) {
      found.add(
          "PLB-3039",
          answer.place(),
          answer.provision(),
          file.path(),
          file.softwareVersion(),
          current);
    }
  }
}
