/**
 * The commands, one small class each, their options, progress and exit codes. Never: formulas,
 * formats.
 */
package org.datamarket.cli;
