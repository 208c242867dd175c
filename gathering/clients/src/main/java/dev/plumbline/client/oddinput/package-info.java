/** What is common to probes that send input which a service should not process. */
@NullMarked
package dev.plumbline.client.oddinput;

import org.jspecify.annotations.NullMarked;
