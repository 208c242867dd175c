package dev.plumbline.capture.dissect;

import java.util.List;
import java.util.Optional;

/**
 * What was readable of a handshake.
 *
 * @param alert description of the first alert
 * @param alertByDevice whether the device sent it
 * @param complete whether the server chose a version
 */
public record Handshake(
    Optional<String> sni,
    Optional<List<String>> offeredVersions,
    Optional<List<String>> offeredSuites,
    Optional<List<String>> offeredAlpn,
    Optional<String> version,
    Optional<String> suite,
    Optional<String> alpn,
    Optional<String> certificateSha256,
    Optional<String> certificateSubject,
    Optional<String> certificateIssuer,
    Optional<String> certificateNotBefore,
    Optional<String> certificateNotAfter,
    Optional<Boolean> certificateUnreadable,
    Optional<Boolean> asksForClientCertificate,
    Optional<Integer> alert,
    Optional<Boolean> alertByDevice,
    Optional<Boolean> malformed,
    boolean complete) {}
