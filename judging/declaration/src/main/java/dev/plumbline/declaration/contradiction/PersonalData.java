package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.contradiction.Kind.Pair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Personal data and telemetry. */
final class PersonalData {
  private static final List<Topic> KINDS =
      List.of(Topic.MAIL_ADDRESSES, Topic.PHONE_NUMBERS, Topic.POSITIONS);

  private PersonalData() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("PLB-6125", PersonalData::leavesByAWay),
        Kind.within(
            "PLB-6127",
            TableRole.PERSONAL_DATA,
            Says.no("leavesDevice"),
            Says.yes("storedAtServices")),
        Kind.within(
            "PLB-6128",
            TableRole.PERSONAL_DATA,
            Says.yes("consentBased"),
            Says.none("obtainingConsent")),
        Kind.within(
            "PLB-6129",
            TableRole.PERSONAL_DATA,
            Says.yes("consentBased"),
            Says.none("withdrawingConsent")),
        new Kind("PLB-6130", PersonalData::unlisted),
        Kind.within(
            "PLB-6131",
            TableRole.TELEMETRY,
            Says.yes("examined"),
            Says.denial("securityExamination")));
  }

  /** Data that stays, and the communication that carries it. */
  private static Stream<Pair> leavesByAWay(Paper paper) {
    return paper
        .rows(TableRole.PERSONAL_DATA)
        .flatMap(
            e ->
                Kind.pair(
                    Says.no("leavesDevice").in(e, paper),
                    Kind.first(
                        paper,
                        e,
                        Says.items("secureCommunicationMechanisms"),
                        Says.items("communicationMechanisms"))));
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
                Kind.pair(
                    Optional.of(q),
                    paper.lacking(TableRole.PERSONAL_DATA, "no entry names such data")));
  }
}
