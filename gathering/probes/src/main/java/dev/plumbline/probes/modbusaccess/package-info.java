/** Whether a port speaks Modbus, which knows no login. */
@NullMarked
package dev.plumbline.probes.modbusaccess;

import org.jspecify.annotations.NullMarked;
