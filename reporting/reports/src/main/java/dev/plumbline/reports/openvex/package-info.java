/** OpenVEX: what somebody has stated of known vulnerabilities. */
@NullMarked
package dev.plumbline.reports.openvex;

import org.jspecify.annotations.NullMarked;
