/** Whether a device resolves names for anybody. */
@NullMarked
package dev.plumbline.probes.dnsresolver;

import org.jspecify.annotations.NullMarked;
