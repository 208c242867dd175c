package dev.plumbline.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirmwareImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new FirmwareImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  private List<Map<?, ?>> rows(String key, String field) throws IOException {
    return Told.rows(fact("found", key), field);
  }

  @Test
  void accountsAreToldWithTheirSchemeAndTheListThatKnowsThePassword() throws IOException {
    assertThat(rows("firmware.accounts", "accounts"))
        .hasToString(
            "[{line=2, login=no, name=daemon, password=locked, place=etc/passwd, shell=/bin/false, uid=1}, "
                + "{line=3, login=yes, name=service, password=empty, place=etc/passwd, shell=/bin/sh, uid=500}, "
                + "{known=mirai-2016, line=1, login=yes, name=root, password=hash, place=etc/shadow, scheme=md5, shell=/bin/sh, uid=0}, "
                + "{known=none, line=2, login=unknown, name=admin, password=hash, place=etc/shadow, scheme=sha512}]");
  }

  @Test
  void noHashAndNoKeyIsStored() throws IOException {
    assertThat(trial().read(sample("found")).observations())
        .noneMatch(o -> o.toString().contains("$1$") || o.toString().contains("xc3511"));
  }

  @Test
  void secretsAreToldByKindAndPlace() throws IOException {
    assertThat(rows("firmware.secrets", "found"))
        .hasToString("[{kind=private-key, line=1, place=etc/ssl/device.key}]");
  }

  @Test
  void certificatesTellWhenTheyEnd() throws IOException {
    assertThat(Told.fields(rows("firmware.certificates", "found"), "subject", "notAfter"))
        .containsExactly("CN=camera 2021-01-01");
  }

  @Test
  void servicesOfTheStartUpAreToldAndCommentsAreNot() throws IOException {
    assertThat(Told.fields(rows("firmware.services", "found"), "name", "line"))
        .containsExactly("telnetd 3", "dropbear 4", "console-shell 2");
  }

  @Test
  void rightsThatAreTooWideAreTold() throws IOException {
    assertThat(rows("firmware.permissions", "found"))
        .hasToString(
            "[{kind=set-uid, mode=4755, place=bin/busybox, user=0}, "
                + "{kind=world-writable, mode=0666, place=www/index.html}]");
  }

  @Test
  void hostsAndAddressesAreToldAndMasksAreNot() throws IOException {
    assertThat(Told.fields(rows("firmware.addresses", "found"), "host"))
        .containsExactly("cloud.example.net", "192.0.2.77");
  }

  @Test
  void componentsComeFromDatabasesAndVersionStrings() throws IOException {
    assertThat(Told.fields(rows("software.components", "components"), "name", "version"))
        .containsExactly("busybox 1.31.1", "libfoo 1.2-3");
  }

  @Test
  void everyFactSaysWhatWasOpened() throws IOException {
    assertThat(trial().read(sample("found")).observations())
        .filteredOn(Observation::seen)
        .allSatisfy(
            o -> {
              assertThat(o.coverage()).containsEntry("opened", Map.of("gzip", 1L, "tar", 1L));
              assertThat(o.coverage()).containsEntry("unopened", List.of());
              assertThat(o.coverage()).containsEntry("complete", true);
            });
  }

  @Test
  void anImageWithoutASignatureOfAKnownFormIsNotCalledUnsigned() throws IOException {
    assertThat(fact("found", "firmware.signature").seen()).isFalse();
  }
}
