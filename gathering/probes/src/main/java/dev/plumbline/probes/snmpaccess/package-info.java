/** What SNMP gives away, and whom it lets write. */
@NullMarked
package dev.plumbline.probes.snmpaccess;

import org.jspecify.annotations.NullMarked;
