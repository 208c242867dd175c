/** TLS with chosen versions, suites and certificates. */
@NullMarked
package dev.plumbline.testbed.tls;

import org.jspecify.annotations.NullMarked;
