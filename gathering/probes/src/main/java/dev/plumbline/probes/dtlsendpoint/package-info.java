/** What a DTLS server offers: versions, cipher suites, certificate, pre-shared keys. */
@NullMarked
package dev.plumbline.probes.dtlsendpoint;

import org.jspecify.annotations.NullMarked;
