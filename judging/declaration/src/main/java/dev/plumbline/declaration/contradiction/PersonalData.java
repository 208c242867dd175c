package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.contradiction.ContradictionKind.Pair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Personal data and telemetry. */
final class PersonalData {
  private static final List<Topic> KINDS =
      List.of(Topic.MAIL_ADDRESSES, Topic.PHONE_NUMBERS, Topic.POSITIONS);

  private PersonalData() {}

  static List<ContradictionKind> kinds() {
    return List.of(
        new ContradictionKind("PLB-6125", PersonalData::leavesByAWay),
        ContradictionKind.within(
            "PLB-6127",
            TableRole.PERSONAL_DATA,
            CellPattern.no("leavesDevice"),
            CellPattern.yes("storedAtServices")),
        ContradictionKind.within(
            "PLB-6128",
            TableRole.PERSONAL_DATA,
            CellPattern.yes("consentBased"),
            CellPattern.none("obtainingConsent")),
        ContradictionKind.within(
            "PLB-6129",
            TableRole.PERSONAL_DATA,
            CellPattern.yes("consentBased"),
            CellPattern.none("withdrawingConsent")),
        new ContradictionKind("PLB-6130", PersonalData::unlisted),
        ContradictionKind.within(
            "PLB-6131",
            TableRole.TELEMETRY,
            CellPattern.yes("examined"),
            CellPattern.denial("securityExamination")));
  }

  /** Data that stays, and the communication that carries it. */
  private static Stream<Pair> leavesByAWay(Paper paper) {
    return paper
        .rows(TableRole.PERSONAL_DATA)
        .flatMap(
            e ->
                ContradictionKind.pair(
                    CellPattern.no("leavesDevice").in(e, paper),
                    ContradictionKind.first(
                        paper,
                        e,
                        CellPattern.items("secureCommunicationMechanisms"),
                        CellPattern.items("communicationMechanisms"))));
  }

  /** Personal data in the text of another table that no entry of the table of such data names. */
  private static Stream<Pair> unlisted(Paper paper) {
    return KINDS.stream()
        .filter(
            kind ->
                paper
                    .rows(TableRole.PERSONAL_DATA)
                    .flatMap(Paper::cells)
                    .noneMatch(q -> paper.words().speaksOf(kind, q.text())))
        .flatMap(
            kind ->
                paper
                    .rows(
                        TableRole.SOFTWARE_SERVICES,
                        TableRole.COMMUNICATION_MECHANISMS,
                        TableRole.LOGICAL_INTERFACES,
                        TableRole.TELEMETRY)
                    .flatMap(e -> Paper.cell(e, "description").stream())
                    .flatMap(q -> paper.affirmed(q, kind).stream())
                    .limit(1))
        .flatMap(
            q ->
                ContradictionKind.pair(
                    Optional.of(q),
                    paper.lacking(TableRole.PERSONAL_DATA, "no entry names such data")));
  }
}
