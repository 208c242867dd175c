package dev.plumbline.declaration.contradiction;

import dev.plumbline.core.TableRole;
import java.util.List;

/** Update mechanisms, the components that they update, and secure boot. */
final class Updates {
  private static final String GUARANTEES = "securityGuarantees";

  private Updates() {}

  static List<ContradictionKind> kinds() {
    return List.of(
        ContradictionKind.within(
            "PLB-6132",
            TableRole.UPDATE_MECHANISMS,
            CellPattern.value("authenticityVerifiedBy", "nobody"),
            CellPattern.value(GUARANTEES, "authenticity")),
        ContradictionKind.within(
            "PLB-6133",
            TableRole.UPDATE_MECHANISMS,
            CellPattern.value("integrityVerifiedBy", "nobody"),
            CellPattern.value(GUARANTEES, "integrity")),
        ContradictionKind.within(
            "PLB-6134",
            TableRole.UPDATE_MECHANISMS,
            CellPattern.yes("notifies"),
            CellPattern.none("userNotification")),
        ContradictionKind.within(
            "PLB-6135",
            TableRole.UPDATE_MECHANISMS,
            CellPattern.yes("userCanDisable"),
            CellPattern.none("configuration")),
        ContradictionKind.within(
            "PLB-6136",
            TableRole.UPDATE_MECHANISMS,
            CellPattern.yes("checksAfterInitialization"),
            CellPattern.none("updateChecking")),
        ContradictionKind.within(
            "PLB-6137",
            TableRole.SOFTWARE_COMPONENTS,
            CellPattern.items("updateMechanism"),
            CellPattern.something("noUpdateReason")),
        ContradictionKind.within(
            "PLB-6138",
            TableRole.SECURE_BOOT,
            CellPattern.items("notificationFunctionality"),
            CellPattern.none("userNotification")));
  }
}
