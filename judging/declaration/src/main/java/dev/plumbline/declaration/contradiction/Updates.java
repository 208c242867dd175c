package dev.plumbline.declaration.contradiction;

import dev.plumbline.core.TableRole;
import java.util.List;

/** Update mechanisms, the components that they update, and secure boot. */
final class Updates {
  private static final String GUARANTEES = "securityGuarantees";

  private Updates() {}

  static List<Kind> kinds() {
    return List.of(
        Kind.within(
            "PLB-6132",
            TableRole.UPDATE_MECHANISMS,
            Says.value("authenticityVerifiedBy", "nobody"),
            Says.value(GUARANTEES, "authenticity")),
        Kind.within(
            "PLB-6133",
            TableRole.UPDATE_MECHANISMS,
            Says.value("integrityVerifiedBy", "nobody"),
            Says.value(GUARANTEES, "integrity")),
        Kind.within(
            "PLB-6134",
            TableRole.UPDATE_MECHANISMS,
            Says.yes("notifies"),
            Says.none("userNotification")),
        Kind.within(
            "PLB-6135",
            TableRole.UPDATE_MECHANISMS,
            Says.yes("userCanDisable"),
            Says.none("configuration")),
        Kind.within(
            "PLB-6136",
            TableRole.UPDATE_MECHANISMS,
            Says.yes("checksAfterInitialization"),
            Says.none("updateChecking")),
        Kind.within(
            "PLB-6137",
            TableRole.SOFTWARE_COMPONENTS,
            Says.items("updateMechanism"),
            Says.something("noUpdateReason")),
        Kind.within(
            "PLB-6138",
            TableRole.SECURE_BOOT,
            Says.items("notificationFunctionality"),
            Says.none("userNotification")));
  }
}
