package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.contradiction.ContradictionKind.Pair;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;
import java.util.stream.Stream;

/** How the product communicates, and its security parameters. */
final class Communication {
  private static final String GUARANTEES = "securityGuarantees";
  private static final List<String> CARRIERS =
      List.of("secureCommunicationMechanisms", "communicationMechanisms");

  private Communication() {}

  static List<ContradictionKind> kinds() {
    return List.of(
        new ContradictionKind("PLB-6118", Communication::clearTextBesideYes),
        ContradictionKind.within(
            "PLB-6119",
            CellPattern.value(GUARANTEES, "confidentiality"),
            CellPattern.affirms("cryptographicDetails", Topic.CLEAR_TEXT),
            TableRole.COMMUNICATION_MECHANISMS,
            TableRole.UPDATE_MECHANISMS,
            TableRole.AUTHENTICATION_MECHANISMS),
        ContradictionKind.within(
            "PLB-6120",
            TableRole.COMMUNICATION_MECHANISMS,
            CellPattern.value("protocol", "none"),
            CellPattern.value(GUARANTEES, "confidentiality", "authenticity")),
        ContradictionKind.within(
            "PLB-6121",
            TableRole.COMMUNICATION_MECHANISMS,
            CellPattern.value("protocol", "tls", "dtls", "ssh", "ipsec", "wpa"),
            CellPattern.none("cryptographicDetails")),
        ContradictionKind.within(
            "PLB-6122",
            TableRole.SECURITY_PARAMETERS,
            CellPattern.no("hardCodedIdentity"),
            CellPattern.value("usedFor", "device-identity")),
        ContradictionKind.within(
            "PLB-6123",
            TableRole.SECURITY_PARAMETERS,
            CellPattern.value(GUARANTEES, "tamper resistance"),
            CellPattern.none("tamperProtection")),
        ContradictionKind.within(
            "PLB-6124",
            TableRole.SECURITY_IMPLEMENTATIONS,
            CellPattern.none("reviewEvaluationMethod"),
            CellPattern.items("reviewedParts")));
  }

  /** A critical parameter travels in clear text, and the statement says that all are encrypted. */
  private static Stream<Pair> clearTextBesideYes(Paper paper) {
    List<Quote> carried =
        paper
            .rows(TableRole.SECURITY_PARAMETERS)
            .filter(p -> CellPattern.value("type", "critical").in(p, paper).isPresent())
            .flatMap(p -> CARRIERS.stream().flatMap(k -> Paper.cell(p, k).stream()))
            .toList();
    return paper
        .rows(TableRole.COMMUNICATION_MECHANISMS)
        .filter(m -> carried.stream().anyMatch(q -> Paper.names(q.text(), m)))
        .flatMap(m -> clearText(m, paper).limit(1))
        .flatMap(c -> paper.yes("encryptedParameters").limit(1).map(y -> new Pair(c, y)));
  }

  private static Stream<Quote> clearText(IxitEntry mechanism, Paper paper) {
    return Stream.of("description", "cryptographicDetails")
        .flatMap(k -> CellPattern.affirms(k, Topic.CLEAR_TEXT).in(mechanism, paper).stream());
  }
}
